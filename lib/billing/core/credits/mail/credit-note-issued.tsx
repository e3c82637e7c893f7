import { t } from "@/lib/platform/language/t";
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
      preview={t("{total} credited on invoice {invoice}.", { total, invoice })}
      heading={t("Credit note {number}", { number })}
      footer={t("You're receiving this because you get invoices for {accountName}.", { accountName })}
    >
      <MailText>{t("We've issued a credit note. You don't need to do anything.")}</MailText>
      <MailFacts
        facts={[
          [t("Invoice"), invoice],
          [t("Total"), total],
          [t("Applied to the invoice"), lowered],
          [t("Added to account credit"), credit],
          [t("Reason"), reason],
          [t("Account"), accountName],
        ]}
      />
      {href && <MailButton href={href}>{t("View invoice")}</MailButton>}
    </MailLayout>
  );
}
