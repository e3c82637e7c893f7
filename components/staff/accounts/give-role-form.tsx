import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { RoleChoices } from "@/lib/staff/core/schema";
import { RequestFields } from "./request-fields";
import { RoleCards } from "./role-cards";

export type GiveRoleFormProps = {
  choices: RoleChoices;
  owner: string;
  idempotencyKey: string;
  cancelHref: string;
  action: FormAction;
};

/** Assigns a standard role: to whom, which role, and who requested it. */
export function GiveRoleForm({ choices, owner, idempotencyKey, cancelHref, action }: GiveRoleFormProps) {
  const { contact, mayAsk, moreMayAsk } = choices;
  if (choices.choices.every(({ refusal }) => refusal !== null)) {
    return (
      <Callout
        kind="warning"
        title={
          contact
            ? t("No role can be assigned to {name}", { name: contact.name })
            : t("No role can be assigned to the new person")
        }
      >
        {choices.choices[0]?.refusal}
      </Callout>
    );
  }
  return (
    <OperationForm
      action={action}
      hidden={contact ? { contactId: contact.id } : {}}
      idempotencyKey={idempotencyKey}
      submitLabel={contact && contact.status === "active" ? t("Assign role") : t("Assign role and invite")}
      pendingLabel={t("Assigning…")}
      cancelHref={cancelHref}
      label={t("Assign role")}
      className="max-w-3xl"
    >
      {!contact && (
        <div className="grid gap-4 sm:grid-cols-2">
          <Field name="name" label={t("Name")} required>
            <Input autoComplete="off" />
          </Field>
          <Field
            name="email"
            label={t("Email address")}
            required
            hint={t("The invitation only works for this address.")}
          >
            <Input type="email" autoComplete="off" />
          </Field>
        </div>
      )}
      <RoleCards choices={choices.choices} name={contact?.name} />
      <RequestFields mayAsk={mayAsk} more={moreMayAsk} />
      <p className="text-sm text-ink-soft">
        {t("{owner} is notified by email: the role, who requested it, who assigned it and how to undo it.", { owner })}
        {contact?.kind === "nonMember" &&
          ` ${t("{name} is a notification-only contact and will be invited to sign in.", { name: contact.name })}`}
      </p>
    </OperationForm>
  );
}
