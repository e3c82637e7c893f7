import type { Sheet } from "@/lib/billing/core/pdf/sheet";
import { sums, sumsAt } from "@/lib/billing/core/pdf/sums";
import { taxTable } from "@/lib/billing/core/pdf/tax-table";
import { writeDate } from "@/lib/billing/core/pdf/write";
import type { InvoiceDetail } from "@/lib/billing/invoices/schema";
import { t } from "@/lib/platform/language/t";

/** Tax per rate, and the totals from subtotal to amount due; never split across pages. */
export async function invoiceTotals(sheet: Sheet, invoice: InvoiceDetail): Promise<void> {
  const { standing, due, taxMode, credited, creditApplied } = invoice;
  const taxes = await taxTable(sheet, invoice.taxes);
  const totals = await sums(sheet, [
    { label: taxMode === "inclusive" ? t("Net") : t("Subtotal"), value: invoice.subtotal },
    { label: t("VAT"), value: invoice.tax },
    { label: t("Total"), value: invoice.total, grand: true },
    ...(credited.amountMinor > 0 ? [{ label: creditedBy(invoice), value: credited, less: true }] : []),
    ...(creditApplied.amountMinor > 0
      ? [{ label: t("Paid from account credit"), value: creditApplied, less: true }]
      : []),
    ...invoice.payments.flatMap(({ method, amount, returned, receivedAt }) => [
      { label: t("Paid {date}, {method}", { date: writeDate(receivedAt), method }), value: amount, less: true },
      ...(returned.amountMinor > 0 ? [{ label: t("Refunded to {method}", { method }), value: returned }] : []),
    ]),
    ...(payable.has(standing) ? [{ label: t("Amount due"), value: due, grand: true }] : []),
  ]);
  sheet.add({
    columns: [
      { x: 0, strips: taxes },
      { x: sumsAt, strips: totals },
    ],
    above: 12,
  });
}

const payable = new Set<InvoiceDetail["standing"]>(["open", "overdue", "paid"]);

/** Only credit notes that reduced the amount due; any excess became account credit. */
function creditedBy({ creditNotes }: InvoiceDetail): string {
  const numbers = creditNotes.filter(({ applied }) => applied.amountMinor > 0).map(({ number }) => number);
  if (numbers.length === 0) return t("Credited");
  return t("Credit note {number}", { number: numbers.join(", ") });
}
