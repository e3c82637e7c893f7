import { Text, View } from "@react-pdf/renderer";
import { Letterhead } from "@/lib/billing/core/pdf/letterhead";
import { printPaper } from "@/lib/billing/core/pdf/paper";
import { reverseChargeText } from "@/lib/billing/core/pdf/reverse-charge";
import { style } from "@/lib/billing/core/pdf/style";
import { SumRow } from "@/lib/billing/core/pdf/sum-row";
import { TaxTable } from "@/lib/billing/core/pdf/tax-table";
import { writeDate, writeMoney } from "@/lib/billing/core/pdf/write";
import type { CreditNoteDetail } from "@/lib/billing/credit-notes/schema";
import { CreditedLines } from "./credited-lines";

/** A credit note as an A4 PDF. The same note gives the same document, whoever asks. */
export function renderCreditNote(note: CreditNoteDetail, customerNumber: string): Promise<Uint8Array> {
  const { number, seller, buyer, invoice } = note;
  return printPaper({
    title: `Credit note ${number}`,
    subject: `Credit note for ${buyer.name}`,
    seller,
    reference: number,
    at: new Date(note.issuedAt),
    children: (
      <>
        <Letterhead
          title="Credit note"
          seller={seller}
          buyer={buyer}
          facts={[
            ["Credit note number", number],
            ["For invoice", invoice.number],
            ["Customer number", customerNumber],
            ["Date", writeDate(note.issuedAt)],
            ["Currency", note.total.currency],
          ]}
        />
        <CreditedLines lines={note.lines} />
        <View style={style.sums} wrap={false}>
          <TaxTable taxes={note.taxes} />
          <View style={style.totals}>
            <SumRow label="Subtotal" value={note.subtotal} />
            <SumRow label="VAT" value={note.tax} />
            <SumRow label="Total credited" value={note.total} grand />
          </View>
        </View>
        <Becomes note={note} />
      </>
    ),
  });
}

/** Why it was written, and what the amount was used for. */
function Becomes({ note: { reason, applied, toCredit, invoice, reverseCharge, buyer } }: { note: CreditNoteDetail }) {
  return (
    <>
      {reverseCharge && (
        <View style={style.terms} wrap={false}>
          <Text style={style.strong}>Reverse charge</Text>
          <Text>{reverseChargeText(buyer)}</Text>
        </View>
      )}
      <View style={style.terms} wrap={false}>
        <Text style={style.strong}>Reason</Text>
        <Text>{reason}</Text>
      </View>
      <View style={style.terms} wrap={false}>
        <Text style={style.strong}>What happens with it</Text>
        {applied.amountMinor > 0 && (
          <Text>
            {writeMoney(applied)} lowered what is to be paid of invoice {invoice.number}.
          </Text>
        )}
        {toCredit.amountMinor > 0 && (
          <Text>{writeMoney(toCredit)} became account credit, which the next invoices use up.</Text>
        )}
        <Text>Nothing is to be paid for this document.</Text>
      </View>
    </>
  );
}
