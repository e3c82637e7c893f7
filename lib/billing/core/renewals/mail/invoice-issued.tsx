import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
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
      preview={due === null ? t("{total}, paid.", { total }) : t("{due} due on {day}.", { due, day })}
      heading={t("Invoice {number}", { number })}
      footer={t("You're receiving this because you get invoices for {accountName}.", { accountName })}
    >
      <MailText>{howItIsPaid(due, day, chargedTo)}</MailText>
      <MailFacts
        facts={[
          [t("Invoice"), number],
          [t("Account"), accountName],
          [t("Issued"), dayInWords(props.issuedAt)],
          [t("Total"), total],
          [t("Amount due"), due],
          [t("Due date"), due === null ? null : day],
        ]}
      />
      {links && (
        <>
          <MailButton href={links.invoice}>
            {due === null || chargedTo ? t("View invoice") : t("View and pay invoice")}
          </MailButton>
          <MailText quiet>{rich("PDF: {link}", { link: <a href={links.pdf}>{links.pdf}</a> })}</MailText>
        </>
      )}
    </MailLayout>
  );
}

function howItIsPaid(due: string | null, day: string, chargedTo: string | null): string {
  if (due === null) return t("No payment is due. This invoice is for your records.");
  if (chargedTo)
    return t("You don't need to do anything. We'll charge {due} to {chargedTo} on {day}.", { due, chargedTo, day });
  return t("Please pay {due} by {day}.", { due, day });
}
