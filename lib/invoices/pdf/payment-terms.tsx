import { Text, View } from "@react-pdf/renderer";
import type { InvoiceDetail } from "../schema";
import { style } from "./style";
import { writeDate } from "./write";

/** What is to be done about the invoice, in a sentence. */
export function PaymentTerms({ invoice }: { invoice: InvoiceDetail }) {
  return (
    <View style={style.terms} wrap={false}>
      <Text style={style.strong}>Payment terms</Text>
      <Text>{termsOf(invoice)}</Text>
    </View>
  );
}

function termsOf({ standing, issuedAt, dueAt, paidAt, number }: InvoiceDetail): string {
  if (standing === "draft") return "This is a draft. It is not a demand for payment.";
  if (standing === "void") return "This invoice was withdrawn. Nothing is to be paid.";
  if (standing === "paid") return `Paid in full on ${writeDate(paidAt)}. Thank you.`;
  if (issuedAt === null || dueAt === null) return `Payable on receipt. Please quote ${number}.`;
  const days = Math.round((Date.parse(dueAt) - Date.parse(issuedAt)) / 86_400_000);
  const within = days > 0 ? `within ${days} ${days === 1 ? "day" : "days"} of the invoice date, by` : "on";
  return `Payable ${within} ${writeDate(dueAt)}, without deduction. Please quote ${number} with your payment.`;
}
