import { env } from "@/lib/config/env";
import { formatMoney } from "@/lib/kernel/format-money";
import { noticeRecipients } from "@/lib/mail/notice-recipients";
import { sendNotice } from "@/lib/mail/send-notice";
import { PaymentNews } from "@/lib/mail/templates/payment-news";
import type { Told } from "./work";

/** A receipt, or word of a failure, to those who get billing notices. */
export async function tellOfPayment({ db, account, people }: Told, paymentId: string): Promise<void> {
  const payment = await db.payment.findUniqueOrThrow({
    where: { accountId_id: { accountId: account.id, id: paymentId } },
    include: { allocations: { select: { invoice: { select: { number: true } } } } },
  });
  const received = payment.status === "succeeded";
  const invoices = payment.allocations.map(({ invoice }) => invoice.number ?? "").join(", ");
  const amount = formatMoney(payment.amountMinor, payment.currency, "en-GB");
  const base = `${env().PORTAL_URL}/a/${account.id}`;
  const href = received ? `${base}/payments/${paymentId}` : `${base}/payment-methods`;
  await sendNotice(db, {
    accountId: account.id,
    notice: "notices.billing.receive",
    kind: "billing",
    to: noticeRecipients(await people(), "notices.billing.receive"),
    subject: received ? `Receipt: ${amount} for ${invoices}` : `Payment failed: ${amount} for ${invoices}`,
    template: "payment-news",
    body: ({ hasLogin }) =>
      PaymentNews({
        accountName: account.name,
        received,
        amount,
        method: payment.method,
        invoices,
        paidBy: payment.payerName ?? "Automatic payment",
        reason: payment.failureMessage,
        href: hasLogin ? href : null,
      }),
  });
}
