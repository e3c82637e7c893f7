import { unsettled } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";

export interface PayableInvoice {
  readonly id: string;
  readonly number: string;
  readonly currency: string;
  readonly dueMinor: bigint;
  readonly dueAt: Date | null;
  /** False for a written-off invoice, which only a payment can settle. */
  readonly takesCredit: boolean;
}

/**
 * The invoices to pay, earliest due first. Throws `not-found` for one the viewer can't pay, `conflict` if one has
 * nothing due or they have different currencies.
 */
export async function payableInvoices(context: Context, ids: readonly string[]): Promise<PayableInvoice[]> {
  const wanted = [...new Set(ids)];
  const found = await context.db.invoice.findMany({
    where: accessibleWhere(context, "billing.invoices.pay", { id: { in: wanted } }),
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
  });
  if (found.length !== wanted.length) throw notFound(t("Invoice not found."));
  if (new Set(found.map(({ currency }) => currency)).size > 1) {
    throw new Problem("conflict", t("These invoices have different currencies. Pay each currency separately."));
  }
  return found.map((invoice) => {
    const { id, number, currency, status, dueAt } = invoice;
    const dueMinor = status === "open" || status === "uncollectible" ? unsettled(invoice) : 0n;
    if (dueMinor === 0n)
      throw new Problem(
        "conflict",
        number === null ? t("A draft can't be paid.") : t("{number} has no amount due.", { number }),
      );
    return { id, number: number ?? "", currency, dueMinor, dueAt, takesCredit: status === "open" };
  });
}
