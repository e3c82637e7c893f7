import { Text, View } from "@react-pdf/renderer";
import type { InvoiceDetail } from "../schema";
import { style } from "./style";
import { writeDate, writeMoney, writeRate } from "./write";

/** What is charged; the head of the table is on every page that it reaches. */
export function InvoiceLines({ lines }: { lines: InvoiceDetail["lines"] }) {
  return (
    <View>
      <View style={[style.row, style.head]} fixed>
        <Text style={style.description}>Description</Text>
        <Text style={style.quantity}>Quantity</Text>
        <Text style={style.unit}>Unit price</Text>
        <Text style={style.rate}>VAT</Text>
        <Text style={style.amount}>Amount</Text>
      </View>
      {lines.map((line) => (
        <View key={line.id} style={style.row} wrap={false}>
          <View style={style.description}>
            <Text>{line.description}</Text>
            {line.periodStart && (
              <Text style={style.small}>
                {writeDate(line.periodStart)} – {writeDate(line.periodEnd)}
              </Text>
            )}
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
