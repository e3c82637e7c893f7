import { notes } from "@/lib/billing/core/pdf/notes";
import { reverseChargeText } from "@/lib/billing/core/pdf/reverse-charge";
import type { Sheet } from "@/lib/billing/core/pdf/sheet";
import { writeDate } from "@/lib/billing/core/pdf/write";
import type { InvoiceDetail } from "@/lib/billing/invoices/schema";

/** What is to be done about the invoice, why it has no tax, and what the seller wanted to say. */
export async function invoiceTerms(sheet: Sheet, invoice: InvoiceDetail): Promise<void> {
  const { reverseCharge, note, buyer } = invoice;
  if (reverseCharge) await notes(sheet, "Reverse charge", [reverseChargeText(buyer)]);
  await notes(sheet, "Payment terms", [termsOf(invoice)]);
  if (note) await notes(sheet, null, [note]);
}

function termsOf({ standing, issuedAt, dueAt, paidAt, number, total }: InvoiceDetail): string {
  if (standing === "draft") return "This is a draft. It is not a demand for payment.";
  if (standing === "void") return "This invoice was withdrawn. Nothing is to be paid.";
  if (total.amountMinor === 0) return "Nothing is to be paid.";
  if (standing === "paid") return `Settled in full on ${writeDate(paidAt)}. Thank you.`;
  if (issuedAt === null || dueAt === null) return `Payable on receipt. Please quote ${number}.`;
  const days = Math.round((Date.parse(dueAt) - Date.parse(issuedAt)) / 86_400_000);
  const within = days > 0 ? `within ${days} ${days === 1 ? "day" : "days"} of the invoice date, by` : "on";
  return `Payable ${within} ${writeDate(dueAt)}, without deduction. Please quote ${number} with your payment.`;
}
