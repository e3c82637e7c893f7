import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";

interface LookPanelProps {
  readonly contactId: string;
  readonly name: string;
  /** Staff must say why. */
  readonly isStaff: boolean;
  readonly start: FormAction;
}

/** The way to view the portal as a member, and what that is. */
export function LookPanel({ contactId, name, isStaff, start }: LookPanelProps) {
  return (
    <Panel
      title={t("View as this member")}
      description={t(
        "See the portal as {name} sees it, for 30 minutes. Nothing can be changed. It is logged, and {name} can see that you did.",
        { name },
      )}
    >
      <OperationForm
        action={start}
        hidden={{ contactId }}
        label={t("View as this member")}
        submitLabel={t("View as {name}", { name })}
        pendingLabel={t("Opening…")}
      >
        <Field
          name="reason"
          label={t("Why?")}
          hint={isStaff ? t("The customer reads it.") : undefined}
          required={isStaff}
        >
          <Input />
        </Field>
      </OperationForm>
    </Panel>
  );
}
