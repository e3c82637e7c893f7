import { z } from "zod";
import { heldFor } from "@/lib/billing/core/refunds/held-for";
import { iso } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { lesser, money } from "@/lib/platform/kernel/money";
import { notFound } from "@/lib/platform/kernel/problem";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { refundable } from "./schema";

export const viewRefundable = defineQuery({
  name: "payments.view-refundable",
  permission: "billing.refunds.issue",
  scope: "account",
  summary: "See what of a payment can be paid back",
  input: z.object({ paymentId: id }),
  output: refundable,
  http: { method: "GET", path: "/accounts/{accountId}/payments/{paymentId}/refundable" },
  async run(context, { paymentId }) {
    const { receivedAt, ...payment } = await received(context, paymentId);
    const { currency } = payment;
    const held = payment.disputes.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
    const left = payment.amountMinor - payment.refundedMinor - held;
    const source = await heldFor(context, payment);
    return {
      id: payment.id,
      version: payment.version,
      method: payment.method,
      receivedAt: iso(receivedAt),
      byHand: payment.gateway === "manual",
      amount: money(payment.amountMinor, currency),
      left: money(left, currency),
      fromCredit: money(lesser(left, source.credit), currency),
      fromInvoices: money(lesser(left, source.invoices), currency),
      invoices: payment.allocations.map(({ invoice }) => ({ id: invoice.id, number: invoice.number ?? "" })),
      refunds: payment.refunds.map(({ amountMinor, createdAt, ...refund }) => ({
        ...refund,
        amount: money(amountMinor, currency),
        createdAt: iso(createdAt),
      })),
    };
  },
});

/** Money that never came has nothing to go back. */
async function received({ db, account }: Context<"account">, paymentId: string) {
  const payment = await db.payment.findFirst({
    where: { accountId: account.id, id: paymentId, status: "succeeded" },
    select: {
      id: true,
      version: true,
      gateway: true,
      method: true,
      receivedAt: true,
      amountMinor: true,
      refundedMinor: true,
      currency: true,
      allocations: {
        where: { state: "applied" },
        select: { invoice: { select: { id: true, number: true } } },
        orderBy: { id: "asc" },
      },
      disputes: { where: { status: { not: "won" } }, select: { amountMinor: true } },
      refunds: {
        select: { id: true, amountMinor: true, status: true, reason: true, createdAt: true },
        orderBy: { createdAt: "asc" },
      },
    },
  });
  if (payment === null || payment.receivedAt === null) throw notFound();
  return { ...payment, receivedAt: payment.receivedAt };
}
