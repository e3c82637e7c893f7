import { notes } from "@/lib/billing/core/pdf/notes";
import { reverseChargeText } from "@/lib/billing/core/pdf/reverse-charge";
import type { Sheet } from "@/lib/billing/core/pdf/sheet";
import { writeDate } from "@/lib/billing/core/pdf/write";
import type { InvoiceDetail } from "@/lib/billing/invoices/schema";

/** Payment terms, the reason for having no tax, and the seller's note. */
export async function invoiceTerms(sheet: Sheet, invoice: InvoiceDetail): Promise<void> {
  const { reverseCharge, note, buyer } = invoice;
  if (reverseCharge) await notes(sheet, "Reverse charge", [reverseChargeText(buyer)]);
  await notes(sheet, "Payment terms", [termsOf(invoice)]);
  if (note) await notes(sheet, null, [note]);
}

function termsOf({ standing, issuedAt, dueAt, paidAt, number, total }: InvoiceDetail): string {
  if (standing === "draft") return "This is a draft. Do not pay it.";
  if (standing === "void") return "This invoice is void. No payment is due.";
  if (total.amountMinor === 0) return "No payment is due.";
  if (standing === "paid") return `Paid in full on ${writeDate(paidAt)}. Thank you.`;
  if (issuedAt === null || dueAt === null) return `Payable on receipt. Please quote ${number}.`;
  const days = Math.round((Date.parse(dueAt) - Date.parse(issuedAt)) / 86_400_000);
  const within = days > 0 ? `within ${days} ${days === 1 ? "day" : "days"} of the invoice date, by` : "on";
  return `Payable ${within} ${writeDate(dueAt)}, without deduction. Please quote ${number} with your payment.`;
}
