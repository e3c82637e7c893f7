import type { Quote } from "@/lib/billing/core/invoicing/quote-invoice";
import { money } from "@/lib/platform/kernel/money";
import type { InvoicePreview } from "./schema";

/** The totals of an invoice preview. */
export function presentInvoice({ lines, totals, reverseCharge }: Quote, currency: string): InvoicePreview {
  const off = lines.reduce((sum, line) => sum + line.discountMinor, 0n);
  return {
    lines: lines.map((line) => ({
      description: line.description,
      value: money(line.totalMinor + line.discountMinor, currency),
    })),
    discount: off > 0n ? money(-off, currency) : null,
    taxes: totals.taxes.map(({ basisPoints, taxMinor }) => ({ basisPoints, value: money(taxMinor, currency) })),
    reverseCharge,
    total: money(totals.totalMinor, currency),
  };
}
