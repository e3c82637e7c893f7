import { t } from "@/lib/platform/language/t";
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
      preview={t("Please don't pay {number} ({total}).", { number, total })}
      heading={t("Invoice {number} is void", { number })}
      footer={t("You're receiving this because you get invoices for {accountName}.", { accountName })}
    >
      <MailText>
        {t("We've voided this invoice. Please don't pay it. If you've already sent a payment, contact us.")}
      </MailText>
      <MailFacts
        facts={[
          [t("Invoice"), number],
          [t("Total"), total],
          [t("Amount due"), t("None@@amount")],
          [t("Account"), accountName],
        ]}
      />
      {href && <MailButton href={href}>{t("View invoice")}</MailButton>}
    </MailLayout>
  );
}
