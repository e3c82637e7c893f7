import type { NotifyingContext } from "@/lib/billing/core/billing-context";
import { PaymentNews, type PaymentNewsProps } from "@/lib/billing/core/payments/mail/payment-news";
import { env } from "@/lib/platform/config/env";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import { msg, type Sentence } from "@/lib/platform/language/msg";
import { t, translated } from "@/lib/platform/language/t";
import { currentLocale } from "@/lib/platform/language/with-language";
import { noticeRecipients } from "@/lib/platform/mail/notice-recipients";
import { sendNotice } from "@/lib/platform/mail/send-notice";

/**
 * Sends a receipt, a failure or a reversal to everyone who receives billing notifications.
 *
 * @param takenMinor the amount reversed, if the payment was reversed
 */
export async function notifyPayment(
  { db, account, people }: NotifyingContext,
  paymentId: string,
  takenMinor?: bigint,
): Promise<void> {
  const payment = await db.payment.findUniqueOrThrow({
    where: { accountId_id: { accountId: account.id, id: paymentId } },
    include: {
      account: { select: { autopay: true } },
      allocations: { select: { invoice: { select: { number: true, nextChargeAt: true } } }, orderBy: { id: "asc" } },
    },
  });
  const invoices = payment.allocations.map(({ invoice }) => invoice);
  const numbers = invoices.map(({ number }) => number ?? "").join(", ");
  const tries = payment.account.autopay ? invoices.flatMap(({ nextChargeAt }) => nextChargeAt ?? []) : [];
  const what = payment.status !== "succeeded" ? "failed" : takenMinor === undefined ? "received" : "takenBack";
  const amount = () => formatMoney(takenMinor ?? payment.amountMinor, payment.currency, currentLocale());
  const base = `${env().PORTAL_URL}/a/${account.id}`;
  const href = what === "failed" ? `${base}/payment-methods` : `${base}/payments/${paymentId}`;
  await sendNotice(db, {
    accountId: account.id,
    notice: "notices.billing.receive",
    kind: "billing",
    to: noticeRecipients(await people(), "notices.billing.receive"),
    subject: () => t(subjects[what], { amount: amount(), invoices: numbers }),
    template: "payment-news",
    about: null,
    body: ({ hasLogin }) =>
      PaymentNews({
        accountName: account.name,
        what,
        amount: amount(),
        method: translated(payment.method),
        invoices: numbers,
        paidBy: payment.payerName ?? t("Autopay"),
        reason: payment.failureMessage && translated(payment.failureMessage),
        nextTry: tries.sort((a, b) => a.getTime() - b.getTime())[0] ?? null,
        href: hasLogin ? href : null,
      }),
  });
}

const subjects: Record<PaymentNewsProps["what"], Sentence> = {
  received: msg("Receipt: {amount} for {invoices}"),
  failed: msg("Payment failed: {amount} for {invoices}"),
  takenBack: msg("Payment reversed: {amount} for {invoices}"),
};
