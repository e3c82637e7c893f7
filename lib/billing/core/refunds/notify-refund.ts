import type { NotifyingContext } from "@/lib/billing/core/billing-context";
import { RefundNews } from "@/lib/billing/core/refunds/mail/refund-news";
import { env } from "@/lib/platform/config/env";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import { t, translated } from "@/lib/platform/language/t";
import { currentLocale } from "@/lib/platform/language/with-language";
import { noticeRecipients } from "@/lib/platform/mail/notice-recipients";
import { sendNotice } from "@/lib/platform/mail/send-notice";

/** Tells everyone who receives billing notifications about a refund, once its outcome is known. */
export async function notifyRefund({ db, account, people }: NotifyingContext, refundId: string): Promise<void> {
  const refund = await db.refund.findFirstOrThrow({
    where: { accountId: account.id, id: refundId },
    include: { payment: { select: { method: true } } },
  });
  const amount = () => formatMoney(refund.amountMinor, refund.currency, currentLocale());
  const paidBack = refund.status === "succeeded";
  await sendNotice(db, {
    accountId: account.id,
    kind: "billing",
    notice: "notices.billing.receive",
    to: noticeRecipients(await people(), "notices.billing.receive"),
    subject: () =>
      paidBack ? t("Refund: {amount}", { amount: amount() }) : t("Refund failed: {amount}", { amount: amount() }),
    template: "refund-news",
    about: null,
    body: ({ hasLogin }) =>
      RefundNews({
        accountName: account.name,
        paidBack,
        amount: amount(),
        method: translated(refund.payment.method),
        reason: refund.reason,
        href: hasLogin ? `${env().PORTAL_URL}/a/${account.id}/invoices` : null,
      }),
  });
}
