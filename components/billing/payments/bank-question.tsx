import { Callout } from "@/components/ui/callout";
import { Icon } from "@/components/ui/icon";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";

type BankQuestionProps = { paymentId: string; amount: string; method: string; creditor: string; action: FormAction };

/** The sandbox bank's confirmation page; a real bank hosts its own. */
export function BankQuestion({ paymentId, amount, method, creditor, action }: BankQuestionProps) {
  return (
    <div className="flex flex-col gap-4">
      <p className="flex items-center gap-2 text-md font-semibold text-ink">
        <Icon name="landmark" /> {t("Sandbox Bank")}
      </p>
      <p className="text-md text-ink">
        {rich("Pay {amount} to {creditor} with {method}?", { amount: <strong>{amount}</strong>, creditor, method })}
      </p>
      <div className="flex flex-wrap gap-2">
        <OperationForm
          action={action}
          hidden={{ paymentId, answer: "approve" }}
          submitLabel={t("Approve")}
          submitSize="lg"
          pendingLabel={t("Sending to the bank…")}
          label={t("Approve")}
        />
        <OperationForm
          action={action}
          hidden={{ paymentId, answer: "refuse" }}
          submitLabel={t("Decline")}
          submitVariant="secondary"
          submitSize="lg"
          pendingLabel={t("Sending to the bank…")}
          label={t("Decline")}
        />
      </div>
      <Callout title={t("Test mode")}>
        {t("This page simulates your bank. No money moves, whatever you choose.")}
      </Callout>
    </div>
  );
}
