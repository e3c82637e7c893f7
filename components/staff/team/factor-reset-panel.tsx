import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DateTime } from "@/components/ui/date-time";
import { Field } from "@/components/ui/field";
import { Panel } from "@/components/ui/panel";
import { Textarea } from "@/components/ui/textarea";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import type { FactorReset } from "@/lib/staff/team/schema";

type FactorResetPanelProps = {
  reset: FactorReset;
  format: ViewerFormat;
  remove: FormAction;
  confirm: FormAction;
};

/** Removes the factors of a colleague who has lost them; those of a manager take two managers. */
export function FactorResetPanel({ reset, format, remove, confirm }: FactorResetPanelProps) {
  const { hasFactor, needsTwo, waiting } = reset;
  return (
    <Panel
      title={t("Two-factor sign-in")}
      description={
        needsTwo
          ? t("If a manager has lost their factors, one manager asks to remove them and another confirms it.")
          : t("For a colleague who has lost their phone, passkeys and recovery codes.")
      }
      className="max-w-xl"
    >
      {waiting !== null && hasFactor ? (
        <Waiting reset={reset} waiting={waiting} format={format} confirm={confirm} />
      ) : hasFactor ? (
        <Remove reset={reset} remove={remove} />
      ) : (
        <p className="text-ink-soft">{t("They sign in with their password alone.")}</p>
      )}
    </Panel>
  );
}

function Remove({ reset: { personId, name, needsTwo }, remove }: Pick<FactorResetPanelProps, "reset" | "remove">) {
  return (
    <ConfirmDialog
      id="reset-factors"
      action={remove}
      hidden={{ personId }}
      trigger={needsTwo ? t("Ask to remove it") : t("Remove two-factor sign-in")}
      title={t("Remove two-factor sign-in of {name}?", { name })}
      consequences={[
        ...(needsTwo ? [t("Nothing is removed until another manager confirms it within a day.")] : []),
        ...whatEnds(),
      ]}
      confirmLabel={needsTwo ? t("Ask") : t("Remove it")}
      doneMessage={
        needsTwo ? t("The other managers were told.") : t("Two-factor sign-in of {name} was removed.", { name })
      }
    >
      <Field
        name="reason"
        label={t("Reason")}
        hint={t("Why, and how you checked who asked. Your colleague reads it.")}
        required
      >
        <Textarea rows={3} />
      </Field>
    </ConfirmDialog>
  );
}

type WaitingProps = Pick<FactorResetPanelProps, "reset" | "format" | "confirm"> & {
  waiting: NonNullable<FactorReset["waiting"]>;
};

function Waiting({ reset: { name }, waiting, format, confirm }: WaitingProps) {
  const { resetId, reason, requestedBy, isYours, endsAt } = waiting;
  return (
    <Callout
      kind="info"
      title={
        isYours
          ? t("Another manager has to confirm your request")
          : t("{name} asks to remove it", { name: requestedBy })
      }
      actions={
        !isYours && (
          <ConfirmDialog
            id="confirm-factor-reset"
            action={confirm}
            hidden={{ resetId }}
            trigger={t("Confirm…")}
            title={t("Remove two-factor sign-in of {name}?", { name })}
            consequences={whatEnds()}
            confirmLabel={t("Remove it")}
            doneMessage={t("Two-factor sign-in of {name} was removed.", { name })}
          />
        )
      }
    >
      <p className="break-words">{reason}</p>
      <p className="mt-1 text-ink-soft">
        {rich("Ends {moment}", { moment: <DateTime value={endsAt} style="dateTime" format={format} /> })}
      </p>
    </Callout>
  );
}

const whatEnds = () => [
  t("Their authenticator app, passkeys and recovery codes stop working."),
  t("All their sessions end. They sign in again with their password."),
  t("They and the other managers are told by email, with your reason."),
];
