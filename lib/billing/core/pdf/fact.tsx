import { Text, View } from "@react-pdf/renderer";
import { fitWords } from "./fit-words";
import { style } from "./style";

interface FactProps {
  readonly label: string;
  readonly value: string;
  readonly strong?: boolean;
  readonly amount?: boolean;
}

/** A label and what belongs to it, at both ends of a line. */
export function Fact({ label, value, strong, amount }: FactProps) {
  return (
    <View style={style.fact}>
      <Text style={style.soft}>{label}</Text>
      <Text style={[style.value, strong ? style.strong : {}, amount ? style.sum : {}]}>{fitWords(value, 28)}</Text>
    </View>
  );
}
