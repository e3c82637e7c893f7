import { dayInWords } from "@/lib/platform/mail/templates/day-in-words";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface InvoiceIssuedProps {
  readonly accountName: string;
  readonly number: string;
  readonly total: string;
  /** Null if nothing is due. */
  readonly due: string | null;
  readonly issuedAt: Date;
  readonly dueAt: Date;
  /** The method autopay will charge, "Visa •••• 4242"; null if it must be paid manually. */
  readonly chargedTo: string | null;
  /** Null for recipients without a login. */
  readonly links: { readonly invoice: string; readonly pdf: string } | null;
}

/** Sent to everyone who receives invoices when an invoice is issued. */
export function InvoiceIssued(props: InvoiceIssuedProps) {
  const { accountName, number, total, due, dueAt, chargedTo, links } = props;
  const day = dayInWords(dueAt);
  return (
    <MailLayout
      preview={due === null ? `${total}, paid.` : `${due} due on ${day}.`}
      heading={`Invoice ${number}`}
      footer={`You're receiving this because you get invoices for ${accountName}.`}
    >
      <MailText>{howItIsPaid(due, day, chargedTo)}</MailText>
      <MailFacts
        facts={[
          ["Invoice", number],
          ["Account", accountName],
          ["Issued", dayInWords(props.issuedAt)],
          ["Total", total],
          ["Amount due", due],
          ["Due date", due === null ? null : day],
        ]}
      />
      {links && (
        <>
          <MailButton href={links.invoice}>
            {due === null || chargedTo ? "View invoice" : "View and pay invoice"}
          </MailButton>
          <MailText quiet>
            PDF: <a href={links.pdf}>{links.pdf}</a>
          </MailText>
        </>
      )}
    </MailLayout>
  );
}

function howItIsPaid(due: string | null, day: string, chargedTo: string | null): string {
  if (due === null) return "No payment is due. This invoice is for your records.";
  if (chargedTo) return `You don't need to do anything. We'll charge ${due} to ${chargedTo} on ${day}.`;
  return `Please pay ${due} by ${day}.`;
}
