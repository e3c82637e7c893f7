import { Callout } from "@/components/ui/callout";
import { Icon } from "@/components/ui/icon";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";

type BankQuestionProps = { paymentId: string; amount: string; method: string; creditor: string; action: FormAction };

/** The sandbox bank's confirmation page; a real bank hosts its own. */
export function BankQuestion({ paymentId, amount, method, creditor, action }: BankQuestionProps) {
  return (
    <div className="flex flex-col gap-4">
      <p className="flex items-center gap-2 text-md font-semibold text-ink">
        <Icon name="landmark" /> Sandbox Bank
      </p>
      <p className="text-md text-ink">
        Pay <strong>{amount}</strong> to {creditor} with {method}?
      </p>
      <div className="flex flex-wrap gap-2">
        <OperationForm
          action={action}
          hidden={{ paymentId, answer: "approve" }}
          submitLabel="Approve"
          submitSize="lg"
          pendingLabel="Sending to the bank…"
          label="Approve"
        />
        <OperationForm
          action={action}
          hidden={{ paymentId, answer: "refuse" }}
          submitLabel="Decline"
          submitVariant="secondary"
          submitSize="lg"
          pendingLabel="Sending to the bank…"
          label="Decline"
        />
      </div>
      <Callout title="Test mode">This page simulates your bank. No money moves, whatever you choose.</Callout>
    </div>
  );
}
