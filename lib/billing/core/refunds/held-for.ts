import { creditBalance } from "@/lib/billing/core/ledger/credit-balance";
import type { Work } from "@/lib/billing/core/work";
import { lesser } from "@/lib/platform/kernel/money";

interface ReceivedPayment {
  readonly id: string;
  readonly currency: string;
}

/**
 * What a refund of a payment can come out of, in minor units: the account's credit, or the invoices that it paid, and the
 * credit for what they did not need of it. Of what has paid other invoices since, nothing is there.
 */
export async function heldFor(
  work: Work,
  { id: paymentId, currency }: ReceivedPayment,
): Promise<{ readonly credit: bigint; readonly invoices: bigint }> {
  const { db, account } = work;
  const balance = (await creditBalance(work)).get(currency) ?? 0n;
  const credit = balance > 0n ? balance : 0n;
  const applied = await db.paymentAllocation.findMany({
    where: { accountId: account.id, paymentId, state: "applied" },
    select: { amountMinor: true, returnedMinor: true, invoice: { select: { paidMinor: true } } },
  });
  const invoices = applied.reduce(
    (sum, { amountMinor, returnedMinor, invoice }) => sum + lesser(amountMinor - returnedMinor, invoice.paidMinor),
    credit,
  );
  return { credit, invoices };
}
