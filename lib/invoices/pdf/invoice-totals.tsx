import { Text, View } from "@react-pdf/renderer";
import type { Money } from "@/lib/kernel/money";
import type { InvoiceDetail } from "../schema";
import { style } from "./style";
import { writeDate, writeMoney, writeRate } from "./write";

/** From the net sum, tax a rate and what was paid to the amount due; never torn apart by a page. */
export function InvoiceTotals({ invoice }: { invoice: InvoiceDetail }) {
  const { standing, payments, due } = invoice;
  return (
    <View style={style.totals} wrap={false}>
      <Sum label="Subtotal" value={invoice.subtotal} />
      {invoice.taxes.map(({ basisPoints, net, tax }) => (
        <Sum key={basisPoints} label={`VAT ${writeRate(basisPoints)} on ${writeMoney(net)}`} value={tax} />
      ))}
      <Sum label="Total" value={invoice.total} grand />
      {payments.map(({ id, method, amount, receivedAt }) => (
        <Sum
          key={id}
          label={`Paid ${writeDate(receivedAt)}, ${method}`}
          value={{ ...amount, amountMinor: -amount.amountMinor }}
        />
      ))}
      {(standing === "open" || standing === "overdue" || standing === "paid") && (
        <Sum label="Amount due" value={due} grand />
      )}
    </View>
  );
}

function Sum({ label, value, grand }: { label: string; value: Money; grand?: boolean }) {
  return (
    <View style={grand ? [style.total, style.grand] : style.total}>
      <Text style={grand ? {} : style.soft}>{label}</Text>
      <Text style={style.sum}>{writeMoney(value)}</Text>
    </View>
  );
}
