import { dayInWords } from "@/lib/platform/mail/templates/day-in-words";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface PaymentNewsProps {
  readonly accountName: string;
  readonly what: "received" | "failed" | "takenBack";
  readonly amount: string;
  /** What the payer recognises: "Visa •••• 4242". */
  readonly method: string;
  readonly invoices: string;
  readonly paidBy: string;
  /** Of a failed payment, in the bank's words. */
  readonly reason: string | null;
  /** When a failed one is tried again by itself. */
  readonly nextTry: Date | null;
  /** Null for readers who cannot sign in. */
  readonly href: string | null;
}

/** A receipt, or word that a payment did not work, or that a bank has taken one back. */
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
      footer={`You get this because you receive billing notices of ${accountName}.`}
    >
      <MailText>{textOf(props)}</MailText>
      <MailFacts
        facts={[
          ["Amount", amount],
          ["By", method],
          ["For", invoices],
          ["Account", accountName],
          what === "failed" ? ["Why", reason ?? "The bank gave no reason."] : ["Paid by", paidBy],
        ]}
      />
      {props.href && <MailButton href={props.href}>{buttons[what]}</MailButton>}
    </MailLayout>
  );
}

const headings = {
  received: "We have received your payment",
  failed: "A payment did not go through",
  takenBack: "The bank has taken a payment back",
};

const buttons = { received: "See the payment", failed: "Look at payment methods", takenBack: "See the payment" };

function textOf({ what, nextTry }: PaymentNewsProps): string {
  if (what === "received") return "Thank you. This is your receipt.";
  if (what === "takenBack")
    return "It was disputed, and the bank decided for the payer. What it had paid is owed again.";
  return nextTry === null
    ? "Nothing was taken. Pay with another method, or update the one that is stored."
    : `Nothing was taken. We try again on ${dayInWords(nextTry)}: pay with another method before, or update the stored one.`;
}
