import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DateTime } from "@/components/ui/date-time";
import { Field } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import { Select } from "@/components/ui/select";
import type { StaffAccess } from "@/lib/accounts/staff-access/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import { areaName, workspaceAreas } from "@/lib/policy/areas";
import { areasInWords } from "./areas-in-words";

interface StaffAccessPanelProps {
  readonly access: StaffAccess;
  readonly format: ViewerFormat;
  /** Undefined for those who may only see it. */
  readonly open: FormAction | undefined;
  readonly close: FormAction;
}

/** What support may see of the workspace now, and the form to let them. */
export function StaffAccessPanel({ access, format, open, close }: StaffAccessPanelProps) {
  return (
    <Panel
      title={t("The workspace")}
      description={t(
        "Support doesn't see your discussions, meetings, actions, decisions, documents and links, unless the account owner lets them for a while. They can read, but not change anything, and never see a proposal.",
      )}
    >
      <div className="flex flex-col gap-4">
        {access.open ? (
          <Callout
            kind="warning"
            title={t("Support can see: {areas}", { areas: areasInWords(access.open.areas) })}
            actions={open && <CloseNow action={close} />}
          >
            {rich("Until {time}, opened by {name}.", {
              time: <DateTime value={access.open.endsAt} style="dateTime" format={format} />,
              name: access.open.openedBy,
            })}
          </Callout>
        ) : (
          <Callout kind="success" title={t("Support can't see your workspace.")} />
        )}
        {open ? (
          <OpenForm action={open} replaces={access.open !== null} />
        ) : (
          <p>{t("Only the account owner can change this.")}</p>
        )}
      </div>
    </Panel>
  );
}

const CloseNow = ({ action }: { action: FormAction }) => (
  <ConfirmDialog
    id="close-staff-access"
    action={action}
    trigger={t("Close now")}
    title={t("Close the workspace to support?")}
    consequences={[t("They no longer see it, from their next click on.")]}
    confirmLabel={t("Close now")}
    destructive={false}
  />
);

function OpenForm({ action, replaces }: { action: FormAction; replaces: boolean }) {
  return (
    <OperationForm
      action={action}
      label={t("Let support look at the workspace")}
      submitLabel={replaces ? t("Change what support can see") : t("Let support look")}
      pendingLabel={t("Opening…")}
      className="max-w-xl"
    >
      <Fieldset name="areas" legend={t("What may they see?")}>
        <div className="grid gap-2 sm:grid-cols-2">
          {workspaceAreas.map((area) => (
            <Checkbox key={area} name="areas" value={area} label={areaName(area)} />
          ))}
        </div>
      </Fieldset>
      <Field name="hours" label={t("For how long?")} hint={t("It ends by itself.")} required>
        <Select options={periods()} />
      </Field>
    </OperationForm>
  );
}

const periods = () =>
  [1, 4, 24, 72, 168].map((hours) => ({
    value: String(hours),
    label:
      hours < 24
        ? t("{count, plural, one {# hour} other {# hours}}", { count: hours })
        : t("{count, plural, one {# day} other {# days}}", { count: hours / 24 }),
  }));
