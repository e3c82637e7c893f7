import { type BillingContext, lockMoney } from "@/lib/billing/core/billing-context";
import { reservePayment } from "@/lib/billing/core/payments/reserve-payment";
import { dueBefore, nextAttempt, type Schedule } from "@/lib/billing/core/renewals/schedule";
import { gatewaysSetUp } from "@/lib/billing/gateways/gateway";
import type { Prisma } from "@/lib/platform/db/generated/client";

/** The invoices autopay must charge by `now`: on their due date, and on each retry date. */
export const chargesDue = (now: Date) =>
  ({
    statusKey: "open",
    account: { autopay: true, status: "active" },
    allocations: { none: { state: "reserved" } },
    OR: [{ nextChargeAt: { lte: now } }, { nextChargeAt: null, chargeAttempts: 0, dueAt: { lt: dueBefore(now, 0) } }],
  }) satisfies Prisma.InvoiceWhereInput;

/**
 * Reserves an autopay charge on the account's default method and returns the payment to complete after the transaction;
 * null if there is nothing to charge or no usable method, since a payment no gateway can process would block the
 * invoice from being paid otherwise. The next attempt is saved with it, so a retry happens even if this attempt is
 * lost; a successful payment clears it.
 */
export async function chargeInvoice(
  work: BillingContext,
  invoiceId: string,
  schedule: Schedule,
): Promise<string | null> {
  await lockMoney(work);
  const { db, account, now } = work;
  const invoice = await db.invoice.findFirst({
    where: { accountId: account.id, id: invoiceId, ...chargesDue(now) },
    select: { chargeAttempts: true },
  });
  if (invoice === null) return null;
  const chargeAttempts = invoice.chargeAttempts + 1;
  await db.invoice.updateMany({
    where: { accountId: account.id, id: invoiceId },
    data: { chargeAttempts, nextChargeAt: nextAttempt(schedule, chargeAttempts, now), version: { increment: 1 } },
  });
  const method = await db.paymentMethod.findFirst({
    where: { accountId: account.id, isDefault: true, removedAt: null, gateway: { in: gatewaysSetUp() } },
    select: { id: true },
  });
  if (method === null) return null;
  const wanted = { invoices: [{ id: invoiceId }], methodId: method.id, origin: "autopay" as const, payer: null };
  return (await reservePayment(work, wanted)).paymentId;
}
