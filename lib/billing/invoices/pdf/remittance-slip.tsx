import { Text, View } from "@react-pdf/renderer";
import { Fact } from "@/lib/billing/core/pdf/fact";
import { style } from "@/lib/billing/core/pdf/style";
import { writeDate, writeMoney } from "@/lib/billing/core/pdf/write";
import type { InvoiceDetail } from "@/lib/billing/invoices/schema";

/** The part that goes with the payment: everything a bank transfer needs, at the foot of the last page. */
export function RemittanceSlip({ invoice, customerNumber }: { invoice: InvoiceDetail; customerNumber: string }) {
  const { seller, buyer, due } = invoice;
  return (
    <View style={style.slip} wrap={false}>
      <View style={style.cut} />
      <View style={[style.slipRow, { marginBottom: 8 }]}>
        <Text style={[style.strong, { fontSize: 11 }]}>Remittance advice</Text>
        <Text style={style.small}>Send this part with your payment, or quote the reference.</Text>
      </View>
      <View style={style.slipRow}>
        <View style={style.slipSide}>
          <Fact label="Pay to" value={seller.name} strong />
          {seller.bank && (
            <>
              <Fact label="Bank" value={seller.bank.name} />
              <Fact label="IBAN" value={seller.bank.iban} />
              <Fact label="BIC" value={seller.bank.bic} />
            </>
          )}
        </View>
        <View style={style.slipSide}>
          <Fact label="From" value={buyer.name} />
          <Fact label="Reference" value={`${invoice.number ?? "Draft"} / ${customerNumber}`} strong />
          <Fact label="Due date" value={writeDate(invoice.dueAt)} />
          <Fact label="Amount to pay" value={writeMoney(due)} strong amount />
        </View>
      </View>
    </View>
  );
}
