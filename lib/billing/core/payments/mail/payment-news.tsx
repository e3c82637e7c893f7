import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
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
  /** Why a payment failed. */
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
          ? t("{amount} by {method}: {reason}", { amount, method, reason: reason ?? t("declined") })
          : t("{amount} by {method} for {invoices}.", { amount, method, invoices })
      }
      heading={t(headings[what])}
      footer={t("You're receiving this because you get billing notifications for {accountName}.", { accountName })}
    >
      <MailText>{textOf(props)}</MailText>
      <MailFacts
        facts={[
          [t("Amount"), amount],
          [t("Payment method"), method],
          [t("Invoices"), invoices],
          [t("Account"), accountName],
          what === "failed" ? [t("Reason"), reason ?? t("The bank gave no reason.")] : [t("Paid by"), paidBy],
        ]}
      />
      {props.href && <MailButton href={props.href}>{t(buttons[what])}</MailButton>}
    </MailLayout>
  );
}

const headings = {
  received: msg("Payment received"),
  failed: msg("Payment failed"),
  takenBack: msg("Payment reversed by the bank"),
};

const buttons = { received: msg("View payment"), failed: msg("View payment methods"), takenBack: msg("View payment") };

function textOf({ what, nextTry }: PaymentNewsProps): string {
  if (what === "received") return t("Thank you for your payment. This is your receipt.");
  if (what === "takenBack")
    return t("The payment was disputed and the bank decided in the payer's favour. The invoices are due again.");
  return nextTry === null
    ? t("You haven't been charged. Update the payment method, or pay with another one.")
    : t(
        "You haven't been charged. We'll try again on {date}. Before then, update the payment method or pay with another one.",
        { date: dayInWords(nextTry) },
      );
}
