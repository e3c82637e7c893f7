import type { NotifyingContext } from "@/lib/billing/core/billing-context";
import { chargedMethod } from "@/lib/billing/core/dunning/charged-method";
import { amountDue } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import { InvoiceIssued } from "@/lib/billing/core/renewals/mail/invoice-issued";
import { currentBrand } from "@/lib/platform/brand/current-brand";
import { env } from "@/lib/platform/config/env";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import { t } from "@/lib/platform/language/t";
import { currentLocale } from "@/lib/platform/language/with-language";
import { noticeRecipients } from "@/lib/platform/mail/notice-recipients";
import { sendNotice } from "@/lib/platform/mail/send-notice";
import { can } from "@/lib/policy/evaluate";

/** Invoices not yet emailed. */
export const unannounced = { announcedAt: null, status: { in: ["open" as const, "paid" as const] } };

/**
 * Emails an invoice to everyone who receives invoices, once. True if this call did it. An account without invoice
 * recipients counts as done; the notifications page warns about it.
 */
export async function announceInvoice(job: NotifyingContext, invoiceId: string): Promise<boolean> {
  const { db, account, now } = job;
  const mine = { accountId: account.id, id: invoiceId };
  const { count } = await db.invoice.updateMany({ where: { ...mine, ...unannounced }, data: { announcedAt: now } });
  if (count === 0) return false;
  const invoice = await db.invoice.findUniqueOrThrow({ where: { accountId_id: mine } });
  const href = `${env().PORTAL_URL}/a/${account.id}/invoices/${invoiceId}`;
  const number = invoice.number ?? "";
  const due = amountDue(invoice);
  const { name: company } = await currentBrand();
  const method = due === 0n ? null : await chargedMethod(job, invoice);
  await sendNotice(db, {
    accountId: account.id,
    notice: "notices.invoices.receive",
    to: noticeRecipients(await job.people(), "notices.invoices.receive"),
    kind: "billing",
    bell: {
      kind: "invoice-issued",
      about: { invoiceId: invoice.id },
      sees: (viewer) => can(viewer, "billing.invoices.view", invoice),
    },
    subject: () => t("Invoice {number} from {company}", { number, company }),
    template: "invoice-issued",
    about: null,
    body: ({ hasLogin }) =>
      InvoiceIssued({
        accountName: account.name,
        number,
        total: formatMoney(invoice.totalMinor, invoice.currency, currentLocale()),
        due: due === 0n ? null : formatMoney(due, invoice.currency, currentLocale()),
        issuedAt: invoice.issuedAt ?? now,
        dueAt: invoice.dueAt ?? now,
        chargedTo: method,
        links: hasLogin ? { invoice: href, pdf: pdfOf(account.id, invoiceId) } : null,
      }),
  });
  return true;
}

const pdfOf = (accountId: string, invoiceId: string): string =>
  `${env().PORTAL_URL}/api/v1/accounts/${accountId}/invoices/${invoiceId}/pdf`;
