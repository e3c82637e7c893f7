import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
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
  const name = contact?.name ?? "the new person";
  if (choices.choices.every(({ refusal }) => refusal !== null)) {
    return (
      <Callout kind="warning" title={`No role can be assigned to ${name}`}>
        {choices.choices[0]?.refusal}
      </Callout>
    );
  }
  return (
    <OperationForm
      action={action}
      hidden={contact ? { contactId: contact.id } : {}}
      idempotencyKey={idempotencyKey}
      submitLabel={contact && contact.status === "active" ? "Assign role" : "Assign role and invite"}
      pendingLabel="Assigning…"
      cancelHref={cancelHref}
      label="Assign role"
      className="max-w-3xl"
    >
      {!contact && (
        <div className="grid gap-4 sm:grid-cols-2">
          <Field name="name" label="Name" required>
            <Input autoComplete="off" />
          </Field>
          <Field name="email" label="Email address" required hint="The invitation only works for this address.">
            <Input type="email" autoComplete="off" />
          </Field>
        </div>
      )}
      <RoleCards choices={choices.choices} name={name} />
      <RequestFields mayAsk={mayAsk} more={moreMayAsk} />
      <p className="text-sm text-ink-soft">
        {owner} is notified by email: the role, who requested it, who assigned it and how to undo it.
        {contact?.kind === "nonMember" &&
          ` ${contact.name} is a notification-only contact and will be invited to sign in.`}
      </p>
    </OperationForm>
  );
}
