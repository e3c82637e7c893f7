import { dayInWords } from "@/lib/platform/mail/templates/day-in-words";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface PaymentNewsProps {
  readonly accountName: string;
  readonly what: "received" | "failed" | "takenBack";
  readonly amount: string;
  /** The label payers recognise: "Visa •••• 4242". */
  readonly method: string;
  readonly invoices: string;
  readonly paidBy: string;
  /** Why a payment failed, in the bank's words. */
  readonly reason: string | null;
  /** When autopay retries a failed payment. */
  readonly nextTry: Date | null;
  /** Null for recipients without a login. */
  readonly href: string | null;
}

/** A receipt, a failed payment, or a payment reversed by the bank. */
export function PaymentNews(props: PaymentNewsProps) {
  const { accountName, what, amount, method, invoices, paidBy, reason } = props;
  return (
    <MailLayout
      preview={
        what === "failed"
          ? `${amount} by ${method}: ${reason ?? "declined"}`
          : `${amount} by ${method} for ${invoices}.`
      }
      heading={headings[what]}
      footer={`You're receiving this because you get billing notifications for ${accountName}.`}
    >
      <MailText>{textOf(props)}</MailText>
      <MailFacts
        facts={[
          ["Amount", amount],
          ["Payment method", method],
          ["Invoices", invoices],
          ["Account", accountName],
          what === "failed" ? ["Reason", reason ?? "The bank gave no reason."] : ["Paid by", paidBy],
        ]}
      />
      {props.href && <MailButton href={props.href}>{buttons[what]}</MailButton>}
    </MailLayout>
  );
}

const headings = {
  received: "Payment received",
  failed: "Payment failed",
  takenBack: "Payment reversed by the bank",
};

const buttons = { received: "View payment", failed: "View payment methods", takenBack: "View payment" };

function textOf({ what, nextTry }: PaymentNewsProps): string {
  if (what === "received") return "Thank you for your payment. This is your receipt.";
  if (what === "takenBack")
    return "The payment was disputed and the bank decided in the payer's favour. The invoices are due again.";
  return nextTry === null
    ? "You haven't been charged. Update the payment method, or pay with another one."
    : `You haven't been charged. We'll try again on ${dayInWords(nextTry)}. Before then, update the payment method or pay with another one.`;
}
