import { Text, View } from "@react-pdf/renderer";
import { fitWords } from "@/lib/billing/core/pdf/fit-words";
import { style } from "@/lib/billing/core/pdf/style";
import { writeMoney, writeRate } from "@/lib/billing/core/pdf/write";
import type { CreditNoteDetail } from "@/lib/billing/credit-notes/schema";

/** What is taken back; the head of the table is on every page that it reaches. */
export function CreditedLines({ lines }: { lines: CreditNoteDetail["lines"] }) {
  return (
    <View>
      <View style={[style.row, style.head]} fixed>
        <Text style={style.description}>Taken back</Text>
        <Text style={style.rate}>VAT</Text>
        <Text style={style.amount}>Net</Text>
      </View>
      {lines.map(({ id, description, taxBasisPoints, net }) => (
        <View key={id} style={style.row} wrap={false}>
          <Text style={style.description}>{fitWords(description, 50)}</Text>
          <Text style={style.rate}>{writeRate(taxBasisPoints)}</Text>
          <Text style={style.amount}>{writeMoney(net)}</Text>
        </View>
      ))}
    </View>
  );
}
