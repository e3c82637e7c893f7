import type { BillingContext } from "@/lib/billing/core/billing-context";
import { heldBy } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import { creditBalance } from "@/lib/billing/core/ledger/credit-balance";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { lesser } from "@/lib/platform/kernel/money";

/** The payment fields `refundableAmount` needs. */
export const refundableFields = {
  status: true,
  amountMinor: true,
  refundedMinor: true,
  currency: true,
  disputes: { where: { status: { not: "won" } }, select: { amountMinor: true } },
  allocations: {
    where: { state: "applied" },
    select: {
      amountMinor: true,
      returnedMinor: true,
      invoice: { select: { id: true, number: true, paidMinor: true, releasedMinor: true } },
    },
    orderBy: { id: "asc" },
  },
} satisfies Prisma.PaymentSelect;

export type RefundablePayment = Prisma.PaymentGetPayload<{ select: typeof refundableFields }>;

/** In minor units; never negative. */
export interface Refundable {
  /** The amount of the payment neither refunded nor disputed. */
  readonly left: bigint;
  /** The amount refundable from account credit, e.g. after a credit note. */
  readonly credit: bigint;
  /** The amount refundable from the invoices it paid, which become due again, and then from account credit. */
  readonly invoices: bigint;
}

/**
 * The refundable amount of a payment. An invoice gives back what it still holds, not what a credit note has turned into
 * account credit. Credit that has since paid other invoices isn't refundable.
 */
export async function refundableAmount(work: BillingContext, payment: RefundablePayment): Promise<Refundable> {
  const credit = (await creditBalance(work)).get(payment.currency) ?? 0n;
  return refundableWith(payment, credit > 0n ? credit : 0n);
}

/** The same if the account credit is already known. */
export function refundableWith({ status, ...payment }: RefundablePayment, creditMinor: bigint): Refundable {
  if (status !== "succeeded") return { left: 0n, credit: 0n, invoices: 0n };
  const disputed = sumOf(payment.disputes.map(({ amountMinor }) => amountMinor));
  const unreturned = payment.amountMinor - payment.refundedMinor - disputed;
  const left = unreturned > 0n ? unreturned : 0n;
  const held = payment.allocations.map(({ amountMinor, returnedMinor, invoice }) =>
    lesser(amountMinor - returnedMinor, heldBy(invoice)),
  );
  return { left, credit: lesser(left, creditMinor), invoices: lesser(left, sumOf(held) + creditMinor) };
}

const sumOf = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, amount) => sum + amount, 0n);
