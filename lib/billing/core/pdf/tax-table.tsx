import { Text, View } from "@react-pdf/renderer";
import type { Money } from "@/lib/platform/kernel/money";
import { style } from "./style";
import { writeMoney, writeRate } from "./write";

interface TaxTableProps {
  readonly taxes: readonly { readonly basisPoints: number; readonly net: Money; readonly tax: Money }[];
}

/** Net and tax at each rate, as the tax office asks for them. */
export function TaxTable({ taxes }: TaxTableProps) {
  return (
    <View style={style.side}>
      <View style={[style.sideRow, style.sideHead]}>
        <Text style={style.sideName}>VAT rate</Text>
        <Text style={style.sideSum}>Net</Text>
        <Text style={style.sideSum}>VAT</Text>
      </View>
      {taxes.map(({ basisPoints, net, tax }) => (
        <View key={basisPoints} style={style.sideRow}>
          <Text style={style.sideName}>{writeRate(basisPoints)}</Text>
          <Text style={style.sideSum}>{writeMoney(net)}</Text>
          <Text style={style.sideSum}>{writeMoney(tax)}</Text>
        </View>
      ))}
    </View>
  );
}
