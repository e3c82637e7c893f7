import { Text, View } from "@react-pdf/renderer";
import { fitWords } from "@/lib/billing/core/pdf/fit-words";
import { style } from "@/lib/billing/core/pdf/style";
import { writeDate, writeMoney, writeRate } from "@/lib/billing/core/pdf/write";
import type { InvoiceDetail } from "@/lib/billing/invoices/schema";

type Line = InvoiceDetail["lines"][number];

/** What is charged; the head of the table is on every page that it reaches. */
export function InvoiceLines({ invoice: { lines, taxMode } }: { invoice: InvoiceDetail }) {
  return (
    <View>
      <View style={[style.row, style.head]} fixed>
        <Text style={style.description}>Description</Text>
        <Text style={style.quantity}>Quantity</Text>
        <Text style={style.unit}>Unit price</Text>
        <Text style={style.rate}>VAT</Text>
        <Text style={style.amount}>{taxMode === "inclusive" ? "Amount incl. VAT" : "Amount"}</Text>
      </View>
      {lines.map((line) => (
        <View key={line.id} style={style.row} wrap={false}>
          <View style={style.description}>
            <Text>{fitWords(line.description, 36)}</Text>
            <BelowDescription line={line} />
          </View>
          <Text style={style.quantity}>{line.quantity}</Text>
          <Text style={style.unit}>{writeMoney(line.unit)}</Text>
          <Text style={style.rate}>{writeRate(line.taxBasisPoints)}</Text>
          <Text style={style.amount}>{writeMoney(line.total)}</Text>
        </View>
      ))}
    </View>
  );
}

function BelowDescription({ line: { periodStart, periodEnd, discount } }: { line: Line }) {
  const period = periodStart && `${writeDate(periodStart)} – ${writeDate(periodEnd)}`;
  const off = discount.amountMinor > 0 && `Discount ${writeMoney(discount)}`;
  const below = [period, off].filter(Boolean).join("  ·  ");
  return below && <Text style={style.small}>{below}</Text>;
}
