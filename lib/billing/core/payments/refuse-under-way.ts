import type { BillingContext } from "@/lib/billing/core/billing-context";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";

/** Throws `conflict` while a payment is in progress, since its outcome isn't known. */
export async function refuseUnderWay({ db, account }: BillingContext, invoiceId: string): Promise<void> {
  const underWay = await db.paymentAllocation.count({ where: { accountId: account.id, invoiceId, state: "reserved" } });
  if (underWay > 0)
    throw new Problem("conflict", t("A payment for this invoice is in progress. Wait until it completes."));
}
