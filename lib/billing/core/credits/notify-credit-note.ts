import type { NotifyingContext } from "@/lib/billing/core/billing-context";
import { CreditNoteIssued } from "@/lib/billing/core/credits/mail/credit-note-issued";
import { env } from "@/lib/platform/config/env";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import { t } from "@/lib/platform/language/t";
import { currentLocale } from "@/lib/platform/language/with-language";
import { noticeRecipients } from "@/lib/platform/mail/notice-recipients";
import { sendNotice } from "@/lib/platform/mail/send-notice";

/** Emails a credit note to everyone who receives invoices. */
export async function notifyCreditNote({ db, account, people }: NotifyingContext, creditNoteId: string): Promise<void> {
  const note = await db.creditNote.findFirstOrThrow({
    where: { accountId: account.id, id: creditNoteId },
    include: { invoice: { select: { number: true } } },
  });
  const write = (minor: bigint) => formatMoney(minor, note.currency, currentLocale());
  await sendNotice(db, {
    accountId: account.id,
    kind: "billing",
    notice: "notices.invoices.receive",
    to: noticeRecipients(await people(), "notices.invoices.receive"),
    subject: () =>
      t("Credit note {number} for invoice {invoice}", { number: note.number, invoice: note.invoice.number ?? "" }),
    template: "credit-note-issued",
    about: null,
    body: ({ hasLogin }) =>
      CreditNoteIssued({
        accountName: account.name,
        number: note.number,
        invoice: note.invoice.number ?? "",
        total: write(note.totalMinor),
        lowered: note.appliedMinor === 0n ? null : write(note.appliedMinor),
        credit: note.totalMinor === note.appliedMinor ? null : write(note.totalMinor - note.appliedMinor),
        reason: note.reason,
        href: hasLogin ? `${env().PORTAL_URL}/a/${account.id}/invoices/${note.invoiceId}` : null,
      }),
  });
}
