import { letterhead } from "@/lib/billing/core/pdf/letterhead";
import { printPaper } from "@/lib/billing/core/pdf/paper";
import { writeDate } from "@/lib/billing/core/pdf/write";
import type { InvoiceDetail } from "@/lib/billing/invoices/schema";
import type { PaperBrand } from "@/lib/platform/kernel/paper-brand";
import { msg, type Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { invoiceLines } from "./invoice-lines";
import { invoiceTerms } from "./invoice-terms";
import { invoiceTotals } from "./invoice-totals";
import { remittanceSlip } from "./remittance-slip";

/** An invoice as an A4 PDF. The same for every reader, but for the language. */
export function renderInvoice(brand: PaperBrand, invoice: InvoiceDetail, customerNumber: string): Promise<Uint8Array> {
  const { seller, buyer, standing } = invoice;
  const number = invoice.number ?? t("Draft");
  const paper = {
    title: t("Invoice {number}", { number }),
    subject: t("Invoice for {name}", { name: buyer.name }),
    seller,
    reference: number,
    at: new Date(invoice.issuedAt ?? 0),
  };
  return printPaper(paper, async (sheet) => {
    await letterhead(sheet, {
      brand,
      title: t(titles[standing] ?? msg("Invoice")),
      seller,
      buyer,
      facts: [
        [t("Invoice number"), number],
        [t("Customer number"), customerNumber],
        [t("Invoice date"), writeDate(invoice.issuedAt)],
        [t("Due date"), writeDate(invoice.dueAt)],
        [t("Currency"), invoice.total.currency],
      ],
    });
    await invoiceLines(sheet, invoice);
    await invoiceTotals(sheet, invoice);
    await invoiceTerms(sheet, invoice);
    if (invoice.due.amountMinor > 0) await remittanceSlip(sheet, invoice, customerNumber);
  });
}

/** Drafts and void invoices say so in the title, so nobody pays them. */
const titles: Partial<Record<InvoiceDetail["standing"], Sentence>> = {
  draft: msg("Draft invoice"),
  void: msg("Void invoice@@title"),
};
