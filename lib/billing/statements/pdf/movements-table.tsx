import { Text, View } from "@react-pdf/renderer";
import { fitWords } from "@/lib/billing/core/pdf/fit-words";
import { style } from "@/lib/billing/core/pdf/style";
import { SumRow } from "@/lib/billing/core/pdf/sum-row";
import { writeDate, writeMoney } from "@/lib/billing/core/pdf/write";
import type { StatementInCurrency } from "@/lib/billing/statements/schema";
import type { Money } from "@/lib/platform/kernel/money";

/** The movements of one currency between its two balances; the head is on every page that the table reaches. */
export function MovementsTable({ part }: { part: StatementInCurrency }) {
  const { currency, opening, movements, charges, credits, closing } = part;
  return (
    <View style={style.section}>
      <View style={[style.row, style.head]} fixed>
        <Text style={style.date}>Date</Text>
        <Text style={style.description}>Movements in {currency}</Text>
        <Text style={style.amount}>Charges</Text>
        <Text style={style.amount}>Credits</Text>
        <Text style={style.amount}>Balance</Text>
      </View>
      <Row what="Opening balance" balance={opening} />
      {movements.map(({ id, at, what, details, charge, credit, balance }) => (
        <Row key={id} at={at} {...{ what, details, charge, credit, balance }} />
      ))}
      <View style={style.sums} wrap={false}>
        <View style={style.totals}>
          <SumRow label="Opening balance" value={opening} />
          <SumRow label="Charges" value={charges} />
          <SumRow label="Credits" value={credits} less />
          <SumRow label="Closing balance" value={closing} grand />
        </View>
      </View>
    </View>
  );
}

interface RowProps {
  readonly at?: string;
  readonly what: string;
  readonly details?: string;
  readonly charge?: Money | null;
  readonly credit?: Money | null;
  readonly balance: Money;
}

function Row({ at, what, details, charge, credit, balance }: RowProps) {
  return (
    <View style={style.row} wrap={false}>
      <Text style={style.date}>{at ? writeDate(at) : ""}</Text>
      <View style={style.description}>
        <Text>{what}</Text>
        {details && details !== what && <Text style={style.small}>{fitWords(details, 36)}</Text>}
      </View>
      <Text style={style.amount}>{charge ? writeMoney(charge) : ""}</Text>
      <Text style={style.amount}>{credit ? writeMoney(credit) : ""}</Text>
      <Text style={style.amount}>{writeMoney(balance)}</Text>
    </View>
  );
}
