import { Text, View } from "@react-pdf/renderer";
import { Fact } from "./fact";
import { fitWords } from "./fit-words";
import type { Party, Seller } from "./party";
import { style } from "./style";

interface LetterheadProps {
  readonly title: string;
  readonly seller: Seller;
  readonly buyer: Party;
  /** Label and value; the first is what both file it under. */
  readonly facts: readonly (readonly [label: string, value: string])[];
}

/** Who sends it, to whom, and the figures under which both file it. */
export function Letterhead({ title, seller, buyer, facts }: LetterheadProps) {
  return (
    <>
      <View style={style.letterhead}>
        <Text style={style.company}>{seller.name}</Text>
        <Text style={style.title}>{title}</Text>
      </View>
      <View style={style.rule} />
      <View style={style.addresses}>
        <View style={style.buyer}>
          <Text style={style.sender}>{[seller.name, ...seller.lines].join("  ·  ")}</Text>
          <Text style={style.strong}>{fitWords(buyer.name, 36)}</Text>
          {buyer.lines.map((line) => (
            <Text key={line}>{fitWords(line, 40)}</Text>
          ))}
          {buyer.vatId && <Text style={[style.soft, { marginTop: 4 }]}>VAT ID {buyer.vatId}</Text>}
        </View>
        <View style={style.facts}>
          {facts.map(([label, value], index) => (
            <Fact key={label} label={label} value={value} strong={index === 0} />
          ))}
        </View>
      </View>
    </>
  );
}
