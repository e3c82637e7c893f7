import { Text, View } from "@react-pdf/renderer";
import type { InvoiceDetail } from "../schema";
import { Fact } from "./fact";
import { style } from "./style";
import { writeDate } from "./write";

/** Who sends it, to whom, and the figures under which both file it. */
export function Letterhead({ invoice, customerNumber }: { invoice: InvoiceDetail; customerNumber: string }) {
  const { seller, buyer } = invoice;
  return (
    <>
      <View style={style.letterhead}>
        <Text style={style.company}>{seller.name}</Text>
        <Text style={style.title}>{titles[invoice.standing] ?? "Invoice"}</Text>
      </View>
      <View style={style.rule} />
      <View style={style.addresses}>
        <View style={style.buyer}>
          <Text style={style.sender}>{[seller.name, ...seller.lines].join("  ·  ")}</Text>
          <Text style={style.strong}>{buyer.name}</Text>
          {buyer.lines.map((line) => (
            <Text key={line}>{line}</Text>
          ))}
          {buyer.vatId && <Text style={[style.soft, { marginTop: 4 }]}>VAT ID {buyer.vatId}</Text>}
        </View>
        <View style={style.facts}>
          <Fact label="Invoice number" value={invoice.number ?? "Draft"} strong />
          <Fact label="Customer number" value={customerNumber} />
          <Fact label="Invoice date" value={writeDate(invoice.issuedAt)} />
          <Fact label="Due date" value={writeDate(invoice.dueAt)} />
          <Fact label="Currency" value={invoice.total.currency} />
        </View>
      </View>
    </>
  );
}

/** An invoice that nobody is to pay says so at once. */
const titles: Partial<Record<InvoiceDetail["standing"], string>> = { draft: "Draft invoice", void: "Invoice, void" };
