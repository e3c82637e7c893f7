import { MailButton, MailFacts, MailLayout, MailText } from "./layout";

export interface PaymentNewsProps {
  readonly accountName: string;
  readonly received: boolean;
  readonly amount: string;
  /** What the payer recognises: "Visa •••• 4242". */
  readonly method: string;
  readonly invoices: string;
  readonly paidBy: string;
  /** Of a failed payment, in the bank's words. */
  readonly reason: string | null;
  /** Null for readers who cannot sign in. */
  readonly href: string | null;
}

/** A receipt, or word that an automatic payment did not work. */
export function PaymentNews(props: PaymentNewsProps) {
  const { accountName, received, amount, method, invoices, reason } = props;
  return (
    <MailLayout
      preview={received ? `${amount} by ${method} for ${invoices}.` : `${amount} by ${method}: ${reason ?? "declined"}`}
      heading={received ? "We have received your payment" : "A payment did not go through"}
      footer={`You get this because you receive billing notices of ${accountName}. You can turn them off in your profile.`}
    >
      <MailText>
        {received
          ? "Thank you. This is your receipt."
          : "Nothing was taken. Pay with another method, or update the one that is stored; we try again by ourselves."}
      </MailText>
      <MailFacts
        facts={[
          ["Amount", amount],
          ["By", method],
          ["For", invoices],
          ["Account", accountName],
          [received ? "Paid by" : "Why", received ? props.paidBy : (reason ?? "The bank gave no reason.")],
        ]}
      />
      {props.href && (
        <MailButton href={props.href}>{received ? "See the payment" : "Look at payment methods"}</MailButton>
      )}
    </MailLayout>
  );
}
