import { Letterhead } from "@/lib/billing/core/pdf/letterhead";
import { printPaper } from "@/lib/billing/core/pdf/paper";
import { writeDate } from "@/lib/billing/core/pdf/write";
import type { InvoiceDetail } from "@/lib/billing/invoices/schema";
import { InvoiceLines } from "./invoice-lines";
import { InvoiceTerms } from "./invoice-terms";
import { InvoiceTotals } from "./invoice-totals";
import { RemittanceSlip } from "./remittance-slip";

/** An invoice as an A4 PDF. The same invoice gives the same document, whoever asks. */
export function renderInvoice(invoice: InvoiceDetail, customerNumber: string): Promise<Uint8Array> {
  const { seller, buyer, standing } = invoice;
  const number = invoice.number ?? "Draft";
  return printPaper({
    title: `Invoice ${number}`,
    subject: `Invoice for ${buyer.name}`,
    seller,
    reference: number,
    at: new Date(invoice.issuedAt ?? 0),
    children: (
      <>
        <Letterhead
          title={titles[standing] ?? "Invoice"}
          seller={seller}
          buyer={buyer}
          facts={[
            ["Invoice number", number],
            ["Customer number", customerNumber],
            ["Invoice date", writeDate(invoice.issuedAt)],
            ["Due date", writeDate(invoice.dueAt)],
            ["Currency", invoice.total.currency],
          ]}
        />
        <InvoiceLines invoice={invoice} />
        <InvoiceTotals invoice={invoice} />
        <InvoiceTerms invoice={invoice} />
        {invoice.due.amountMinor > 0 && <RemittanceSlip invoice={invoice} customerNumber={customerNumber} />}
      </>
    ),
  });
}

/** An invoice that nobody is to pay says so at once. */
const titles: Partial<Record<InvoiceDetail["standing"], string>> = { draft: "Draft invoice", void: "Invoice, void" };
