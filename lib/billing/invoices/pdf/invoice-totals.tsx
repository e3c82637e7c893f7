import { View } from "@react-pdf/renderer";
import { style } from "@/lib/billing/core/pdf/style";
import { SumRow } from "@/lib/billing/core/pdf/sum-row";
import { TaxTable } from "@/lib/billing/core/pdf/tax-table";
import { writeDate } from "@/lib/billing/core/pdf/write";
import type { InvoiceDetail } from "@/lib/billing/invoices/schema";

/** Tax at each rate, and from the net sum over what was paid to the amount due; never torn apart by a page. */
export function InvoiceTotals({ invoice }: { invoice: InvoiceDetail }) {
  const { standing, due, taxMode, credited, creditApplied } = invoice;
  return (
    <View style={style.sums} wrap={false}>
      <TaxTable taxes={invoice.taxes} />
      <View style={style.totals}>
        <SumRow label={taxMode === "inclusive" ? "Net" : "Subtotal"} value={invoice.subtotal} />
        <SumRow label="VAT" value={invoice.tax} />
        <SumRow label="Total" value={invoice.total} grand />
        {credited.amountMinor > 0 && <SumRow label={creditedBy(invoice)} value={credited} less />}
        {creditApplied.amountMinor > 0 && <SumRow label="Paid from account credit" value={creditApplied} less />}
        {invoice.payments.map(({ id, method, amount, returned, receivedAt }) => (
          <View key={id}>
            <SumRow label={`Paid ${writeDate(receivedAt)}, ${method}`} value={amount} less />
            {returned.amountMinor > 0 && <SumRow label={`Returned to ${method}`} value={returned} />}
          </View>
        ))}
        {payable.has(standing) && <SumRow label="Amount due" value={due} grand />}
      </View>
    </View>
  );
}

const payable = new Set<InvoiceDetail["standing"]>(["open", "overdue", "paid"]);

/** Only notes that lowered it: what one left over became account credit. */
function creditedBy({ creditNotes }: InvoiceDetail): string {
  const numbers = creditNotes.filter(({ applied }) => applied.amountMinor > 0).map(({ number }) => number);
  if (numbers.length === 0) return "Credited";
  return `Credited by ${numbers.join(", ")}`;
}
