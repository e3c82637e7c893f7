import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface CreditNoteIssuedProps {
  readonly accountName: string;
  readonly number: string;
  readonly invoice: string;
  readonly total: string;
  /** What of it lowered the invoice; null where nothing was due any more. */
  readonly lowered: string | null;
  /** What of it is account credit now. */
  readonly credit: string | null;
  readonly reason: string;
  /** Null for readers who cannot sign in. */
  readonly href: string | null;
}

/** A credit note, to those who get invoices. */
export function CreditNoteIssued(props: CreditNoteIssuedProps) {
  const { accountName, number, invoice, total, lowered, credit, reason, href } = props;
  return (
    <MailLayout
      preview={`${total} of ${invoice} are taken back.`}
      heading={`Credit note ${number}`}
      footer={`You get this because you receive the invoices of ${accountName}.`}
    >
      <MailText>We have taken back part or all of an invoice. You need not do anything.</MailText>
      <MailFacts
        facts={[
          ["For invoice", invoice],
          ["Total", total],
          ["Off what is due", lowered],
          ["Credit on your account", credit],
          ["Why", reason],
          ["Account", accountName],
        ]}
      />
      {href && <MailButton href={href}>See the invoice</MailButton>}
    </MailLayout>
  );
}
