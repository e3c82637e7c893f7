import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface InvoiceWithdrawnProps {
  readonly accountName: string;
  readonly number: string;
  readonly total: string;
  /** Null for readers who cannot sign in. */
  readonly href: string | null;
}

/** That an invoice they were sent is not to be paid, to those who get invoices. */
export function InvoiceWithdrawn({ accountName, number, total, href }: InvoiceWithdrawnProps) {
  return (
    <MailLayout
      preview={`${number} over ${total} is not to be paid.`}
      heading={`Invoice ${number} is withdrawn`}
      footer={`You get this because you receive the invoices of ${accountName}.`}
    >
      <MailText>
        It counts as if it had never been issued. Please do not pay it; if a payment is on its way, tell us.
      </MailText>
      <MailFacts
        facts={[
          ["Invoice", number],
          ["Total", total],
          ["To pay", "Nothing"],
          ["Account", accountName],
        ]}
      />
      {href && <MailButton href={href}>See the invoice</MailButton>}
    </MailLayout>
  );
}
