import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface CreditNoteIssuedProps {
  readonly accountName: string;
  readonly number: string;
  readonly invoice: string;
  readonly total: string;
  /** The amount applied to the invoice; null if nothing was due. */
  readonly lowered: string | null;
  /** The amount added to account credit. */
  readonly credit: string | null;
  readonly reason: string;
  /** Null for recipients without a login. */
  readonly href: string | null;
}

/** Sent to everyone who receives invoices when a credit note is issued. */
export function CreditNoteIssued(props: CreditNoteIssuedProps) {
  const { accountName, number, invoice, total, lowered, credit, reason, href } = props;
  return (
    <MailLayout
      preview={`${total} credited on invoice ${invoice}.`}
      heading={`Credit note ${number}`}
      footer={`You're receiving this because you get invoices for ${accountName}.`}
    >
      <MailText>We've issued a credit note. You don't need to do anything.</MailText>
      <MailFacts
        facts={[
          ["Invoice", invoice],
          ["Total", total],
          ["Applied to the invoice", lowered],
          ["Added to account credit", credit],
          ["Reason", reason],
          ["Account", accountName],
        ]}
      />
      {href && <MailButton href={href}>View invoice</MailButton>}
    </MailLayout>
  );
}
