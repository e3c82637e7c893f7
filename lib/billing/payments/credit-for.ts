import type { BillingContext } from "@/lib/billing/core/billing-context";
import { creditBalance } from "@/lib/billing/core/ledger/credit-balance";
import { lesser } from "@/lib/platform/kernel/money";
import type { PayableInvoice } from "./payable-invoices";

/** The account credit that could be applied to these invoices, in minor units of their currency. */
export async function creditFor(work: BillingContext, invoices: readonly PayableInvoice[]): Promise<bigint> {
  const balance = (await creditBalance(work)).get(invoices[0]?.currency ?? "") ?? 0n;
  const due = invoices.filter(({ takesCredit }) => takesCredit).reduce((sum, { dueMinor }) => sum + dueMinor, 0n);
  return balance > 0n ? lesser(balance, due) : 0n;
}
