import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface InvoiceWithdrawnProps {
  readonly accountName: string;
  readonly number: string;
  readonly total: string;
  /** Null for recipients without a login. */
  readonly href: string | null;
}

/** Tells everyone who received an invoice that it is void and must not be paid. */
export function InvoiceWithdrawn({ accountName, number, total, href }: InvoiceWithdrawnProps) {
  return (
    <MailLayout
      preview={`Please don't pay ${number} (${total}).`}
      heading={`Invoice ${number} is void`}
      footer={`You're receiving this because you get invoices for ${accountName}.`}
    >
      <MailText>We've voided this invoice. Please don't pay it. If you've already sent a payment, contact us.</MailText>
      <MailFacts
        facts={[
          ["Invoice", number],
          ["Total", total],
          ["Amount due", "None"],
          ["Account", accountName],
        ]}
      />
      {href && <MailButton href={href}>View invoice</MailButton>}
    </MailLayout>
  );
}
