import { letterhead } from "@/lib/billing/core/pdf/letterhead";
import { printPaper } from "@/lib/billing/core/pdf/paper";
import { writeDate } from "@/lib/billing/core/pdf/write";
import type { InvoiceDetail } from "@/lib/billing/invoices/schema";
import type { PaperBrand } from "@/lib/platform/kernel/paper-brand";
import { invoiceLines } from "./invoice-lines";
import { invoiceTerms } from "./invoice-terms";
import { invoiceTotals } from "./invoice-totals";
import { remittanceSlip } from "./remittance-slip";

/** An invoice as an A4 PDF. The document is the same for every reader. */
export function renderInvoice(brand: PaperBrand, invoice: InvoiceDetail, customerNumber: string): Promise<Uint8Array> {
  const { seller, buyer, standing } = invoice;
  const number = invoice.number ?? "Draft";
  const paper = {
    title: `Invoice ${number}`,
    subject: `Invoice for ${buyer.name}`,
    seller,
    reference: number,
    at: new Date(invoice.issuedAt ?? 0),
  };
  return printPaper(paper, async (sheet) => {
    await letterhead(sheet, {
      brand,
      title: titles[standing] ?? "Invoice",
      seller,
      buyer,
      facts: [
        ["Invoice number", number],
        ["Customer number", customerNumber],
        ["Invoice date", writeDate(invoice.issuedAt)],
        ["Due date", writeDate(invoice.dueAt)],
        ["Currency", invoice.total.currency],
      ],
    });
    await invoiceLines(sheet, invoice);
    await invoiceTotals(sheet, invoice);
    await invoiceTerms(sheet, invoice);
    if (invoice.due.amountMinor > 0) await remittanceSlip(sheet, invoice, customerNumber);
  });
}

/** Drafts and void invoices say so in the title, so nobody pays them. */
const titles: Partial<Record<InvoiceDetail["standing"], string>> = { draft: "Draft invoice", void: "Void invoice" };
