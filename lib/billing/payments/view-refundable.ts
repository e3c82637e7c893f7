import { z } from "zod";
import { heldBy } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import { refundableAmount, refundableFields } from "@/lib/billing/core/refunds/refundable-amount";
import { iso } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { money } from "@/lib/platform/kernel/money";
import { notFound } from "@/lib/platform/kernel/problem";
import { translated } from "@/lib/platform/language/t";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { refundable } from "./schema";

export const viewRefundable = defineQuery({
  name: "payments.view-refundable",
  permission: "billing.refunds.issue",
  scope: "account",
  summary: "View how much of a payment can be refunded",
  activity: "view refundable amounts",
  input: z.object({ paymentId: id }),
  output: refundable,
  http: { method: "GET", path: "/accounts/{accountId}/payments/{paymentId}/refundable" },
  async run(context, { paymentId }) {
    const { receivedAt, ...payment } = await received(context, paymentId);
    const { currency } = payment;
    const { left, credit, invoices } = await refundableAmount(context, payment);
    return {
      id: payment.id,
      version: payment.version,
      method: translated(payment.method),
      receivedAt: iso(receivedAt),
      byHand: payment.gateway === "manual",
      amount: money(payment.amountMinor, currency),
      left: money(left, currency),
      fromCredit: money(credit, currency),
      fromInvoices: money(invoices, currency),
      invoices: payment.allocations
        .filter(({ amountMinor, returnedMinor, invoice }) => amountMinor > returnedMinor && heldBy(invoice) > 0n)
        .map(({ invoice }) => ({ id: invoice.id, number: invoice.number ?? "" })),
      refunds: payment.refunds.map(({ amountMinor, createdAt, ...refund }) => ({
        ...refund,
        amount: money(amountMinor, currency),
        createdAt: iso(createdAt),
      })),
    };
  },
});

/** A payment that wasn't received has nothing to refund. */
async function received({ db, account }: Context<"account">, paymentId: string) {
  const payment = await db.payment.findFirst({
    where: { accountId: account.id, id: paymentId, status: "succeeded" },
    select: {
      id: true,
      version: true,
      gateway: true,
      method: true,
      receivedAt: true,
      ...refundableFields,
      refunds: {
        select: { id: true, amountMinor: true, status: true, reason: true, createdAt: true },
        orderBy: { createdAt: "asc" },
      },
    },
  });
  if (payment === null || payment.receivedAt === null) throw notFound();
  return { ...payment, receivedAt: payment.receivedAt };
}
