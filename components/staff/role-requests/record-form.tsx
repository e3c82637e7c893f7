import { proofWords } from "@/components/accounts/role-requests/request-words";
import { roleSays } from "@/components/accounts/role-requests/role-says";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { rolePreset, rolePresets, type SenderProof } from "@/lib/accounts/role-requests/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { RoleRequestForm } from "@/lib/staff/role-requests/schema";

export type RecordFormProps = {
  form: RoleRequestForm;
  idempotencyKey: string;
  cancelHref: string;
  today: string;
  action: FormAction;
};

/** What a customer asked for: in whose words, from where, and for whom. */
export function RecordForm({ form, idempotencyKey, cancelHref, today, action }: RecordFormProps) {
  const { draft, person } = form;
  return (
    <OperationForm
      action={action}
      idempotencyKey={idempotencyKey}
      submitLabel={t("Record request")}
      pendingLabel={t("Saving…")}
      cancelHref={cancelHref}
      label={t("Record role request")}
      className="max-w-3xl"
    >
      <SenderFields form={form} />
      <Field name="original" label={t("Request in the customer's words")} required>
        <Textarea rows={6} defaultValue={draft?.original} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="name" label={t("Name of the person to add")} required>
          <Input autoComplete="off" defaultValue={person?.name} />
        </Field>
        <Field name="email" label={t("Their email address")} required>
          <Input type="email" autoComplete="off" defaultValue={person?.email} />
        </Field>
      </div>
      {draft?.role && (
        <Callout title={t("The message seems to ask for “{role}”", { role: t(rolePresets[draft.role].name) })}>
          {t("Read it and choose the role yourself.")}
        </Callout>
      )}
      <RadioGroup name="role" legend={t("Standard role")} options={roleOptions()} required />
      <Field name="endsAt" label={t("End date")} hint={t("The role ends with this day. Leave empty for no end date.")}>
        <Input type="date" min={today} className="max-w-44" />
      </Field>
      <p className="text-sm text-ink-soft">
        {t(
          "A verified message from the owner or an administrator is enough, except to add an administrator. In all other cases the owner is asked by email, and nothing happens until they approve.",
        )}
      </p>
    </OperationForm>
  );
}

function SenderFields({ form: { mayAsk, moreMayAsk, draft } }: { form: RoleRequestForm }) {
  const people = mayAsk.map(({ contactId, name, as }) => ({ value: contactId, label: `${name} (${as})` }));
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field name="source" label={t("Received by")} required>
        <Select options={sources()} defaultValue={draft ? "ticket" : "mail"} />
      </Field>
      <Field
        name="reference"
        label={t("Reference")}
        required
        hint={t("Ticket number, email or call reference. Shown to the owner.")}
      >
        <Input autoComplete="off" defaultValue={draft?.reference} />
      </Field>
      <Field name="senderAddress" label={t("Sent from")} hint={t("The address in the message, exactly.")}>
        <Input type="email" autoComplete="off" />
      </Field>
      <Field name="proof" label={t("Sender")} required hint={t("What the mail system says about the address.")}>
        <Select options={proofs()} defaultValue="unproven" />
      </Field>
      <Field
        name="requesterId"
        label={t("Requested by")}
        hint={
          moreMayAsk
            ? t("If it isn't the person with that address. Not everyone who may ask is listed.")
            : t("If it isn't the person with that address.")
        }
      >
        <Select
          options={people}
          placeholder={t("The person with that address")}
          defaultValue={people.some(({ value }) => value === draft?.requesterId) ? (draft?.requesterId ?? "") : ""}
        />
      </Field>
    </div>
  );
}

const sources = () => [
  { value: "mail", label: t("Email@@source") },
  { value: "ticket", label: t("Ticket@@source") },
  { value: "call", label: t("Telephone call") },
];

const given: readonly SenderProof[] = ["verified", "weak", "unproven"];

const proofs = () => given.map((proof) => ({ value: proof, label: t(proofWords[proof].name) }));

const roleOptions = () =>
  rolePreset.options.map((role) => ({ value: role, label: t(rolePresets[role].name), hint: t(roleSays[role]) }));
