import { OperationForm } from "@/components/ui/operation-form";
import { RadioGroup } from "@/components/ui/radio-group";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { StaffAccount } from "@/lib/staff/core/schema";
import { RequestFields } from "./request-fields";

export type TransferFormProps = {
  account: StaffAccount;
  idempotencyKey: string;
  cancelHref: string;
  action: FormAction;
};

/** Offers an account to one of its people in the owner's name. */
export function TransferForm({ account, idempotencyKey, cancelHref, action }: TransferFormProps) {
  const { owner, transferCandidates } = account;
  const options = transferCandidates.map(({ contactId, name, email }) => ({
    value: contactId,
    label: name,
    hint: email,
  }));
  return (
    <OperationForm
      action={action}
      idempotencyKey={idempotencyKey}
      submitLabel="Offer the ownership"
      pendingLabel="Offering…"
      cancelHref={cancelHref}
      label="Transfer the account"
      className="max-w-3xl"
    >
      <div>
        <p className="font-medium text-ink">What will happen</p>
        <ul className="mt-1 list-disc ps-5 text-ink-soft">
          <li>
            The person you choose gets a mail and has seven days to accept, signed in. Nothing changes until then.
          </li>
          <li>{owner.name} gets a mail at once, with the reference, and can withdraw the offer.</li>
          <li>When it is accepted, {owner.name} stays on as an administrator.</li>
        </ul>
      </div>
      <RadioGroup name="contactId" legend="New owner" options={options} required />
      <RequestFields mayAsk={[{ name: owner.name, as: "Account owner" }]} />
    </OperationForm>
  );
}
