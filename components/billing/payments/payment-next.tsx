import { AutoRefresh } from "@/components/ui/auto-refresh";
import { buttonClass } from "@/components/ui/button-class";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { OperationForm } from "@/components/ui/operation-form";
import type { PaymentDetail } from "@/lib/billing/payments/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";

/** Polls for two minutes; later results arrive by email. */
const untilAnswered = { everyMs: 3_000, times: 40 };

export type PaymentNextProps = {
  payment: PaymentDetail;
  /** The amount, formatted for the viewer's locale. */
  amount: string;
  /** Actions for viewers who can pay; null for all others. */
  acts: {
    readonly check: FormAction;
    readonly cancel: FormAction;
    readonly payAgainHref: string;
    readonly addCardHref?: string;
  } | null;
};

/** The status of a payment in a sentence, and the next step. */
export function PaymentNext(props: PaymentNextProps) {
  switch (props.payment.status) {
    case "succeeded":
      return <Succeeded {...props} />;
    case "actionRequired":
      return <ActionRequired {...props} />;
    case "processing":
      return <Processing {...props} />;
    case "failed":
    case "cancelled":
      return <Failed {...props} />;
  }
}

function Succeeded({ payment, amount }: PaymentNextProps) {
  if (payment.disputed) {
    return (
      <Callout kind="danger" title={t("This payment is disputed")}>
        {t("Your bank has disputed it. Contact us: the invoices may become due again.")}
      </Callout>
    );
  }
  return (
    <Callout kind="success" role="status" title={t("Paid: {amount}", { amount })}>
      {payment.sandbox
        ? t("Test mode: no money moved.")
        : t("Thank you. A receipt is emailed to everyone who receives billing notifications.")}
    </Callout>
  );
}

function ActionRequired({ payment, acts }: PaymentNextProps) {
  return (
    <Callout
      kind="warning"
      role="status"
      title={t("Your bank needs you to confirm this payment")}
      actions={
        acts && (
          <>
            {payment.actionUrl && (
              <a href={payment.actionUrl} className={buttonClass("primary", "lg")}>
                {t("Confirm with your bank")}
              </a>
            )}
            <Act action={acts.check} paymentId={payment.id} label={t("I've confirmed")} />
            <Act action={acts.cancel} paymentId={payment.id} label={t("Cancel payment")} quiet />
          </>
        )
      }
    >
      {t("No money is taken until you confirm.")}
    </Callout>
  );
}

function Processing({ payment, acts }: PaymentNextProps) {
  const debit = payment.kind === "sepaDebit";
  return (
    <Callout
      role="status"
      title={debit ? t("Direct debit in progress") : t("Waiting for the bank")}
      actions={acts && <Act action={acts.check} paymentId={payment.id} label={t("Check again")} />}
    >
      {!debit && <AutoRefresh {...untilAnswered} />}
      {debit
        ? t("This takes several days. You don't need to do anything: we'll email you when the payment arrives.")
        : t("Don't pay again. This page updates as soon as the bank responds, and you won't be charged twice.")}
    </Callout>
  );
}

function Failed({ payment, acts }: PaymentNextProps) {
  return (
    <Callout
      kind="danger"
      role="status"
      title={payment.failure ?? t("The payment failed.")}
      actions={
        acts && (
          <>
            <ButtonLink href={acts.payAgainHref} variant="primary">
              {t("Pay another way")}
            </ButtonLink>
            {acts.addCardHref && <ButtonLink href={acts.addCardHref}>{t("Add a card")}</ButtonLink>}
          </>
        )
      }
    >
      {t("You haven't been charged.")}
    </Callout>
  );
}

type ActProps = { action: FormAction; paymentId: string; label: string; quiet?: boolean };

const Act = ({ action, paymentId, label, quiet }: ActProps) => (
  <OperationForm
    action={action}
    hidden={{ paymentId }}
    submitLabel={label}
    submitVariant={quiet ? "ghost" : "secondary"}
    pendingLabel={t("Contacting the bank…")}
    doneMessage={t("Payment status updated.")}
    label={label}
  />
);
