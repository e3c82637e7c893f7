import type { BillingContext } from "@/lib/billing/core/billing-context";
import { Problem } from "@/lib/platform/kernel/problem";

/** What a payment is under way for is left as it is until its outcome is known. Throws `conflict`. */
export async function refuseUnderWay({ db, account }: BillingContext, invoiceId: string): Promise<void> {
  const underWay = await db.paymentAllocation.count({ where: { accountId: account.id, invoiceId, state: "reserved" } });
  if (underWay > 0) throw new Problem("conflict", "A payment for this invoice is in progress. Wait for its outcome.");
}
