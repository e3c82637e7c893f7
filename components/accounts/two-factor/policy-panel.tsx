import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DateTime } from "@/components/ui/date-time";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import type { TwoFactorPolicy } from "@/lib/accounts/two-factor/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";

type PolicyPanelProps = {
  policy: TwoFactorPolicy;
  format: ViewerFormat;
  require: FormAction;
  stop: FormAction;
};

/** Whether members need two-factor sign-in, and the form to require it. */
export function PolicyPanel({ policy, format, require, stop }: PolicyPanelProps) {
  const { requiredFrom, youAreReady, mostGraceDays } = policy;
  return (
    <Panel
      title={t("Require two-factor sign-in")}
      description={t("Of everyone who signs in to this account. Contacts who only get notifications are not affected.")}
      actions={requiredFrom !== null && <Stop action={stop} />}
    >
      <Status policy={policy} format={format} />
      {youAreReady ? (
        <OperationForm
          action={require}
          submitLabel={requiredFrom === null ? t("Require it") : t("Change the date")}
          pendingLabel={t("Saving…")}
          submitVariant={requiredFrom === null ? "primary" : "secondary"}
          doneMessage={t("Saved. Everyone who isn't ready is told by email.")}
          className="max-w-md"
        >
          <Field
            name="days"
            label={t("Days to set it up")}
            hint={t("From 0 to {count}. After that, members without it have no access until they set it up.", {
              count: mostGraceDays,
            })}
            required
          >
            <Input type="number" inputMode="numeric" min={0} max={mostGraceDays} defaultValue={14} className="w-24" />
          </Field>
        </OperationForm>
      ) : (
        <Callout
          kind="info"
          title={t("Set it up for yourself first")}
          actions={<ButtonLink href="/profile/security#two-factor">{t("Set up two-factor sign-in")}</ButtonLink>}
        >
          {t("Whoever requires it of others uses it.")}
        </Callout>
      )}
    </Panel>
  );
}

function Status({ policy, format }: Pick<PolicyPanelProps, "policy" | "format">) {
  const { requiredFrom, inForce, notReady, members } = policy;
  const ready = t("{ready} of {count, plural, one {# member} other {# members}} use it.", {
    ready: members - notReady,
    count: members,
  });
  if (requiredFrom === null) return <p className="mb-4 text-ink-soft">{ready}</p>;
  const from = <DateTime value={requiredFrom} format={format} />;
  return (
    <Callout
      kind={inForce ? "success" : "info"}
      className="mb-4"
      title={inForce ? rich("Required since {from}", { from }) : rich("Required from {from}", { from })}
    >
      {ready}
    </Callout>
  );
}

const Stop = ({ action }: { action: FormAction }) => (
  <ConfirmDialog
    id="stop-two-factor"
    action={action}
    trigger={t("Stop requiring it")}
    title={t("Stop requiring two-factor sign-in?")}
    consequences={[t("Members without it have access again at once."), t("Members who use it keep it.")]}
    confirmLabel={t("Stop requiring it")}
    doneMessage={t("Two-factor sign-in is no longer required.")}
  />
);
