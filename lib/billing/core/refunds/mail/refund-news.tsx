import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface RefundNewsProps {
  readonly accountName: string;
  /** False where the bank did not take it back: then it is account credit. */
  readonly paidBack: boolean;
  readonly amount: string;
  readonly method: string;
  readonly reason: string;
  /** Null for readers who cannot sign in. */
  readonly href: string | null;
}

/** A refund is done, or could not be done. */
export function RefundNews({ accountName, paidBack, amount, method, reason, href }: RefundNewsProps) {
  return (
    <MailLayout
      preview={paidBack ? `${amount} goes back to ${method}.` : `${amount} is on your account instead.`}
      heading={paidBack ? "We have paid money back to you" : "A refund could not be paid out"}
      footer={`You get this because you receive billing notices of ${accountName}.`}
    >
      <MailText>
        {paidBack
          ? "It can take a few days until you see it on your statement."
          : "Your bank did not take it. The amount is credit on your account now and pays your next invoices; write to us if you want it another way."}
      </MailText>
      <MailFacts
        facts={[
          ["Amount", amount],
          ["To", method],
          ["Why", reason],
          ["Account", accountName],
        ]}
      />
      {href && <MailButton href={href}>See your invoices</MailButton>}
    </MailLayout>
  );
}
