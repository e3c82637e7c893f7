import type { BillingContext } from "@/lib/billing/core/billing-context";
import { heldBy } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import { creditBalance } from "@/lib/billing/core/ledger/credit-balance";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { lesser } from "@/lib/platform/kernel/money";

/** What of a payment `refundableAmount` looks at. */
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

/** In minor units; never below nothing. */
export interface Refundable {
  /** What neither a refund nor a bank has taken back of the payment. */
  readonly left: bigint;
  /** What a refund can come out of: the account's credit, as after a credit note. */
  readonly credit: bigint;
  /** Or the invoices that it paid, which are then owed again, and after them the credit. */
  readonly invoices: bigint;
}

/**
 * What of a payment can be refunded. An invoice gives back what it still holds: not what a credit note has turned into
 * account credit. And of credit that has paid other invoices since nothing is there.
 */
export async function refundableAmount(work: BillingContext, payment: RefundablePayment): Promise<Refundable> {
  const credit = (await creditBalance(work)).get(payment.currency) ?? 0n;
  return refundableWith(payment, credit > 0n ? credit : 0n);
}

/** The same where the account's credit is known. */
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
