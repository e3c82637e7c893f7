import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { RadioGroup } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import { type RolePreset, rolePreset, rolePresets } from "@/lib/accounts/role-requests/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import { roleSays } from "./role-says";

export type AskFormProps = {
  action: FormAction;
  idempotencyKey: string;
  cancelHref: string;
  today: string;
};

/** Asks staff to add a person: who, with which standard role, and until when. */
export function AskForm({ action, idempotencyKey, cancelHref, today }: AskFormProps) {
  return (
    <OperationForm
      action={action}
      idempotencyKey={idempotencyKey}
      submitLabel={t("Send request")}
      pendingLabel={t("Sending…")}
      cancelHref={cancelHref}
      label={t("Ask us to add someone")}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="name" label={t("Name")} required>
          <Input autoComplete="off" />
        </Field>
        <Field name="email" label={t("Email address")} required hint={t("The invitation only works for this address.")}>
          <Input type="email" autoComplete="off" />
        </Field>
      </div>
      <RadioGroup name="role" legend={t("Standard role")} options={roleOptions()} required />
      <Field name="endsAt" label={t("End date")} hint={t("The role ends with this day. Leave empty for no end date.")}>
        <Input type="date" min={today} className="max-w-44" />
      </Field>
      <Field name="message" label={t("Message")}>
        <Textarea rows={3} />
      </Field>
    </OperationForm>
  );
}

const roleOptions = () =>
  rolePreset.options.map((role: RolePreset) => ({
    value: role,
    label: t(rolePresets[role].name),
    hint: t(roleSays[role]),
  }));
