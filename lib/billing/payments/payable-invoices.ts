import { unsettled } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";

export interface PayableInvoice {
  readonly id: string;
  readonly number: string;
  readonly currency: string;
  readonly dueMinor: bigint;
  readonly dueAt: Date | null;
  /** What was written off is paid by a payment or not at all. */
  readonly takesCredit: boolean;
}

/**
 * The invoices somebody wants to pay, in the order they fell due. Throws `not-found` for one that is not theirs to pay,
 * `conflict` where nothing is left to pay of one, or they are of several currencies.
 */
export async function payableInvoices(context: Context, ids: readonly string[]): Promise<PayableInvoice[]> {
  const wanted = [...new Set(ids)];
  const found = await context.db.invoice.findMany({
    where: accessibleWhere(context, "billing.invoices.pay", { id: { in: wanted } }),
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
  });
  if (found.length !== wanted.length) throw notFound("There is no such invoice on this account.");
  if (new Set(found.map(({ currency }) => currency)).size > 1) {
    throw new Problem("conflict", "Pay invoices of different currencies one after the other.");
  }
  return found.map((invoice) => {
    const { id, number, currency, status, dueAt } = invoice;
    const dueMinor = status === "open" || status === "uncollectible" ? unsettled(invoice) : 0n;
    if (dueMinor === 0n) throw new Problem("conflict", `Nothing is left to pay of ${number ?? "this draft"}.`);
    return { id, number: number ?? "", currency, dueMinor, dueAt, takesCredit: status === "open" };
  });
}
