import { AutoRefresh } from "@/components/ui/auto-refresh";
import { buttonClass } from "@/components/ui/button-class";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { OperationForm } from "@/components/ui/operation-form";
import type { PaymentDetail } from "@/lib/billing/payments/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";

/** Two minutes: what takes longer comes by mail. */
const untilAnswered = { everyMs: 3_000, times: 40 };

export type PaymentNextProps = {
  payment: PaymentDetail;
  /** The sum in words of the viewer's locale. */
  amount: string;
  /** What whoever may pay can do about it; null for somebody who may only look. */
  acts: {
    readonly check: FormAction;
    readonly cancel: FormAction;
    readonly payAgainHref: string;
    readonly addCardHref?: string;
  } | null;
};

/** How a payment stands, in a sentence, and what to do next. */
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
      <Callout kind="danger" title="The bank has taken this payment back">
        Somebody disputed it there. Talk to us: the invoices may have to be paid again.
      </Callout>
    );
  }
  return (
    <Callout kind="success" role="status" title={`Paid: ${amount}`}>
      {payment.sandbox
        ? "This was the sandbox bank: no money has moved."
        : "Thank you. The receipt goes by mail to those who get billing notices."}
    </Callout>
  );
}

function ActionRequired({ payment, acts }: PaymentNextProps) {
  return (
    <Callout
      kind="warning"
      role="status"
      title="Your bank wants to know that it is you"
      actions={
        acts && (
          <>
            {payment.actionUrl && (
              <a href={payment.actionUrl} className={buttonClass("primary", "lg")}>
                Confirm at your bank
              </a>
            )}
            <Act action={acts.check} paymentId={payment.id} label="I have confirmed it" />
            <Act action={acts.cancel} paymentId={payment.id} label="Give it up" quiet />
          </>
        )
      }
    >
      Nothing is paid before it is confirmed there.
    </Callout>
  );
}

function Processing({ payment, acts }: PaymentNextProps) {
  const debit = payment.kind === "sepaDebit";
  return (
    <Callout
      role="status"
      title={debit ? "The direct debit is on its way" : "The bank has not answered yet"}
      actions={acts && <Act action={acts.check} paymentId={payment.id} label="Ask the bank again" />}
    >
      {!debit && <AutoRefresh {...untilAnswered} />}
      {debit
        ? "Banks take some days for it. You need not do anything; a mail says when the money is there."
        : "Do not pay again: this page shows the answer as soon as it is there. Nothing is charged twice."}
    </Callout>
  );
}

function Failed({ payment, acts }: PaymentNextProps) {
  return (
    <Callout
      kind="danger"
      role="status"
      title={payment.failure ?? "This payment did not go through."}
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
      Nothing was taken.
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
    pendingLabel="Asking the bank…"
    doneMessage="The bank was asked."
    label={label}
  />
);
