import { notes } from "@/lib/billing/core/pdf/notes";
import { reverseChargeText } from "@/lib/billing/core/pdf/reverse-charge";
import type { Sheet } from "@/lib/billing/core/pdf/sheet";
import { writeDate } from "@/lib/billing/core/pdf/write";
import type { InvoiceDetail } from "@/lib/billing/invoices/schema";
import { t } from "@/lib/platform/language/t";

/** Payment terms, the reason for having no tax, and the seller's note. */
export async function invoiceTerms(sheet: Sheet, invoice: InvoiceDetail): Promise<void> {
  const { reverseCharge, note, buyer } = invoice;
  if (reverseCharge) await notes(sheet, t("Reverse charge"), [reverseChargeText(buyer)]);
  await notes(sheet, t("Payment terms"), [termsOf(invoice)]);
  if (note) await notes(sheet, null, [note]);
}

function termsOf({ standing, issuedAt, dueAt, paidAt, number, total }: InvoiceDetail): string {
  if (standing === "draft") return t("This is a draft. Do not pay it.");
  if (standing === "void") return t("This invoice is void. No payment is due.");
  if (total.amountMinor === 0) return t("No payment is due.");
  if (standing === "paid") return t("Paid in full on {date}. Thank you.", { date: writeDate(paidAt) });
  if (issuedAt === null || dueAt === null)
    return t("Payable on receipt. Please quote {number}.", { number: number ?? "" });
  const days = Math.round((Date.parse(dueAt) - Date.parse(issuedAt)) / 86_400_000);
  const date = writeDate(dueAt);
  return days > 0
    ? t(
        "Payable within {days, plural, one {# day} other {# days}} of the invoice date, by {date}, without deduction. Please quote {number} with your payment.",
        { days, date, number: number ?? "" },
      )
    : t("Payable on {date}, without deduction. Please quote {number} with your payment.", {
        date,
        number: number ?? "",
      });
}
