import { OperationForm } from "@/components/ui/operation-form";
import { RadioGroup } from "@/components/ui/radio-group";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { StaffAccount } from "@/lib/staff/core/schema";
import { RequestFields } from "./request-fields";

export type TransferFormProps = {
  account: StaffAccount;
  idempotencyKey: string;
  cancelHref: string;
  action: FormAction;
};

/** Records a request to transfer ownership, which another manager starts. */
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
      submitLabel={t("Record request")}
      pendingLabel={t("Saving…")}
      cancelHref={cancelHref}
      label={t("Transfer ownership")}
      className="max-w-3xl"
    >
      <div>
        <p className="font-medium text-ink">{t("What happens")}</p>
        <ul className="mt-1 list-disc ps-5 text-ink-soft">
          <li>{t("{name} is asked by email and can approve or refuse it.", { name: owner.name })}</li>
          <li>{t("Another manager checks the request and starts the transfer.")}</li>
          <li>{t("The new owner gets an email and has 7 days to accept. Nothing changes until they do.")}</li>
          <li>{t("Once accepted, {name} becomes an administrator.", { name: owner.name })}</li>
        </ul>
      </div>
      {options.length === 0 ? (
        <p className="text-ink-soft">{t("No matching members. Change or clear the search.")}</p>
      ) : (
        <RadioGroup name="contactId" legend={t("New owner")} options={options} required />
      )}
      <RequestFields mayAsk={[{ name: owner.name, as: t("Account owner") }]} />
    </OperationForm>
  );
}
