import { dayInWords } from "@/lib/platform/mail/templates/day-in-words";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface InvoiceIssuedProps {
  readonly accountName: string;
  readonly number: string;
  readonly total: string;
  /** Null where nothing is left to pay. */
  readonly due: string | null;
  readonly issuedAt: Date;
  readonly dueAt: Date;
  /** What it will be charged to by itself: "Visa •••• 4242"; null where it has to be paid by hand. */
  readonly chargedTo: string | null;
  /** Null for readers who cannot sign in. */
  readonly links: { readonly invoice: string; readonly pdf: string } | null;
}

/** An invoice, to those who get invoices. */
export function InvoiceIssued(props: InvoiceIssuedProps) {
  const { accountName, number, total, due, dueAt, chargedTo, links } = props;
  const day = dayInWords(dueAt);
  return (
    <MailLayout
      preview={due === null ? `${total}, paid.` : `${due}, due on ${day}.`}
      heading={`Invoice ${number}`}
      footer={`You get this because you receive the invoices of ${accountName}.`}
    >
      <MailText>{howItIsPaid(due, day, chargedTo)}</MailText>
      <MailFacts
        facts={[
          ["Invoice", number],
          ["Account", accountName],
          ["Issued", dayInWords(props.issuedAt)],
          ["Total", total],
          ["To pay", due],
          ["Due", due === null ? null : day],
        ]}
      />
      {links && (
        <>
          <MailButton href={links.invoice}>
            {due === null || chargedTo ? "See the invoice" : "See and pay it"}
          </MailButton>
          <MailText quiet>
            As a PDF: <a href={links.pdf}>{links.pdf}</a>
          </MailText>
        </>
      )}
    </MailLayout>
  );
}

function howItIsPaid(due: string | null, day: string, chargedTo: string | null): string {
  if (due === null) return "There is nothing to pay: this is for your records.";
  if (chargedTo) return `You need not do anything. We charge ${due} to ${chargedTo} on ${day}.`;
  return `Please pay ${due} by ${day}.`;
}
