import { Document, Page, Text, View } from "@react-pdf/renderer";
import type { InvoiceDetail } from "../schema";
import { InvoiceLines } from "./invoice-lines";
import { InvoiceTotals } from "./invoice-totals";
import { Letterhead } from "./letterhead";
import { PageFooter } from "./page-footer";
import { PaymentTerms } from "./payment-terms";
import { RemittanceSlip } from "./remittance-slip";
import { style } from "./style";

interface InvoiceDocumentProps {
  readonly invoice: InvoiceDetail;
  readonly customerNumber: string;
}

export function InvoiceDocument({ invoice, customerNumber }: InvoiceDocumentProps) {
  const made = new Date(invoice.issuedAt ?? 0);
  return (
    <Document
      title={`Invoice ${invoice.number ?? "draft"}`}
      author={invoice.seller.name}
      subject={`Invoice for ${invoice.buyer.name}`}
      language="en"
      creationDate={made}
      modificationDate={made}
    >
      <Page size="A4" style={style.page}>
        <View style={style.body}>
          <Letterhead invoice={invoice} customerNumber={customerNumber} />
          <InvoiceLines lines={invoice.lines} />
          <InvoiceTotals invoice={invoice} />
          <PaymentTerms invoice={invoice} />
          {invoice.note && (
            <View style={style.terms} wrap={false}>
              <Text>{invoice.note}</Text>
            </View>
          )}
          {invoice.due.amountMinor > 0 && <RemittanceSlip invoice={invoice} customerNumber={customerNumber} />}
        </View>
        <PageFooter invoice={invoice} />
      </Page>
    </Document>
  );
}
