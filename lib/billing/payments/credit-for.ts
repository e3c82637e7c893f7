import type { BillingContext } from "@/lib/billing/core/billing-context";
import { creditBalance } from "@/lib/billing/core/ledger/credit-balance";
import { lesser } from "@/lib/platform/kernel/money";
import type { PayableInvoice } from "./payable-invoices";

/** How much of the account's credit could pay towards these invoices, in their currency's minor units. */
export async function creditFor(work: BillingContext, invoices: readonly PayableInvoice[]): Promise<bigint> {
  const balance = (await creditBalance(work)).get(invoices[0]?.currency ?? "") ?? 0n;
  const due = invoices.filter(({ takesCredit }) => takesCredit).reduce((sum, { dueMinor }) => sum + dueMinor, 0n);
  return balance > 0n ? lesser(balance, due) : 0n;
}
