import { Text, View } from "@react-pdf/renderer";
import { style } from "./style";

/** A label and what belongs to it, at both ends of a line. */
export function Fact({ label, value, strong }: { label: string; value: string; strong?: boolean }) {
  return (
    <View style={style.fact}>
      <Text style={style.soft}>{label}</Text>
      <Text style={strong ? [style.value, style.strong] : style.value}>{value}</Text>
    </View>
  );
}
