import { AutoRefresh } from "@/components/ui/auto-refresh";
import { buttonClass } from "@/components/ui/button-class";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { OperationForm } from "@/components/ui/operation-form";
import type { PaymentDetail } from "@/lib/billing/payments/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";

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
      <Callout kind="danger" title="This payment is disputed">
        Your bank has disputed it. Contact us: the invoices may become due again.
      </Callout>
    );
  }
  return (
    <Callout kind="success" role="status" title={`Paid: ${amount}`}>
      {payment.sandbox
        ? "Test mode: no money moved."
        : "Thank you. A receipt is emailed to everyone who receives billing notifications."}
    </Callout>
  );
}

function ActionRequired({ payment, acts }: PaymentNextProps) {
  return (
    <Callout
      kind="warning"
      role="status"
      title="Your bank needs you to confirm this payment"
      actions={
        acts && (
          <>
            {payment.actionUrl && (
              <a href={payment.actionUrl} className={buttonClass("primary", "lg")}>
                Confirm with your bank
              </a>
            )}
            <Act action={acts.check} paymentId={payment.id} label="I've confirmed" />
            <Act action={acts.cancel} paymentId={payment.id} label="Cancel payment" quiet />
          </>
        )
      }
    >
      No money is taken until you confirm.
    </Callout>
  );
}

function Processing({ payment, acts }: PaymentNextProps) {
  const debit = payment.kind === "sepaDebit";
  return (
    <Callout
      role="status"
      title={debit ? "Direct debit in progress" : "Waiting for the bank"}
      actions={acts && <Act action={acts.check} paymentId={payment.id} label="Check again" />}
    >
      {!debit && <AutoRefresh {...untilAnswered} />}
      {debit
        ? "This takes several days. You don't need to do anything: we'll email you when the payment arrives."
        : "Don't pay again. This page updates as soon as the bank responds, and you won't be charged twice."}
    </Callout>
  );
}

function Failed({ payment, acts }: PaymentNextProps) {
  return (
    <Callout
      kind="danger"
      role="status"
      title={payment.failure ?? "The payment failed."}
      actions={
        acts && (
          <>
            <ButtonLink href={acts.payAgainHref} variant="primary">
              Pay another way
            </ButtonLink>
            {acts.addCardHref && <ButtonLink href={acts.addCardHref}>Add a card</ButtonLink>}
          </>
        )
      }
    >
      You haven't been charged.
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
    pendingLabel="Contacting the bank…"
    doneMessage="Payment status updated."
    label={label}
  />
);
