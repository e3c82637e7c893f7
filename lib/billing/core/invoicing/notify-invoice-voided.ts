import type { NotifyingContext } from "@/lib/billing/core/billing-context";
import { InvoiceWithdrawn } from "@/lib/billing/core/invoicing/mail/invoice-withdrawn";
import { env } from "@/lib/platform/config/env";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import { t } from "@/lib/platform/language/t";
import { currentLocale } from "@/lib/platform/language/with-language";
import { noticeRecipients } from "@/lib/platform/mail/notice-recipients";
import { sendNotice } from "@/lib/platform/mail/send-notice";

interface WithdrawnInvoice {
  readonly id: string;
  readonly number: string | null;
  readonly currency: string;
  readonly totalMinor: bigint;
}

/** Tells everyone who received an invoice that it is void, so they don't pay it. */
export async function notifyInvoiceVoided(
  { db, account, people }: NotifyingContext,
  invoice: WithdrawnInvoice,
): Promise<void> {
  const number = invoice.number ?? "";
  await sendNotice(db, {
    accountId: account.id,
    kind: "billing",
    notice: "notices.invoices.receive",
    to: noticeRecipients(await people(), "notices.invoices.receive"),
    subject: () => t("Invoice {number} is void", { number }),
    template: "invoice-withdrawn",
    about: null,
    body: ({ hasLogin }) =>
      InvoiceWithdrawn({
        accountName: account.name,
        number,
        total: formatMoney(invoice.totalMinor, invoice.currency, currentLocale()),
        href: hasLogin ? `${env().PORTAL_URL}/a/${account.id}/invoices/${invoice.id}` : null,
      }),
  });
}
