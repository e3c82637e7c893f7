import { z } from "zod";
import { lockMoney } from "@/lib/billing/core/billing-context";
import { completeRefund } from "@/lib/billing/core/refunds/complete-refund";
import { reserveRefund } from "@/lib/billing/core/refunds/reserve-refund";
import { id, version } from "@/lib/platform/kernel/ids";
import { money, moneySchema } from "@/lib/platform/kernel/money";
import { notFound, staleVersion } from "@/lib/platform/kernel/problem";
import { reason } from "@/lib/platform/kernel/reason";
import { minorOf, typedAmount } from "@/lib/platform/kernel/typed-amount";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";

const input = z.object({
  paymentId: id,
  version,
  amount: typedAmount,
  from: z
    .enum(["credit", "invoices"])
    .describe("Refund from account credit, or from the invoices, which become due again"),
  reason,
});

/** Booked immediately. The gateway is asked after the commit, and again until its answer is known. */
export const refundPayment = defineCommand({
  name: "payments.refund",
  permission: "billing.refunds.issue",
  scope: "account",
  summary: "Refund a payment",
  activity: "issue a refund",
  input,
  output: z.object({
    refundId: id,
    paymentId: id,
    amount: moneySchema,
    status: z.enum(["processing", "succeeded", "failed"]),
  }),
  http: { method: "POST", path: "/accounts/{accountId}/payments/{paymentId}/refunds", status: 201 },
  once: true,
  async run(context, { paymentId, version: seen, amount, from, reason: why }) {
    const { db, account, actor } = context;
    await lockMoney(context);
    const payment = await db.payment.findFirst({
      where: { accountId: account.id, id: paymentId },
      select: { version: true, currency: true, method: true },
    });
    if (payment === null) throw notFound();
    if (payment.version !== seen) throw staleVersion();
    const { currency, method } = payment;
    const amountMinor = minorOf(amount, currency, "amount");
    const wanted = { paymentId, amountMinor, reason: why, issuedByName: actor.name, from };
    const { refundId } = await reserveRefund(context, wanted);
    return {
      output: { refundId, paymentId, amount: money(amountMinor, currency), status: "processing" as const },
      audit: {
        summary: say("Refunded {amount} to {method}", { amount: { minor: String(amountMinor), currency }, method }),
        target: { type: "payment", id: paymentId },
        details: { reason: why, from },
      },
    };
  },
  after: async (output, accountId) => ({
    ...output,
    status: accountId === null ? output.status : await completeRefund(accountId, output.refundId),
  }),
});
