import { letterhead } from "@/lib/billing/core/pdf/letterhead";
import { notes } from "@/lib/billing/core/pdf/notes";
import { printPaper } from "@/lib/billing/core/pdf/paper";
import { reverseChargeText } from "@/lib/billing/core/pdf/reverse-charge";
import type { Sheet } from "@/lib/billing/core/pdf/sheet";
import { sums, sumsAt } from "@/lib/billing/core/pdf/sums";
import { taxTable } from "@/lib/billing/core/pdf/tax-table";
import { writeDate, writeMoney } from "@/lib/billing/core/pdf/write";
import type { CreditNoteDetail } from "@/lib/billing/credit-notes/schema";
import type { PaperBrand } from "@/lib/platform/kernel/paper-brand";
import { t } from "@/lib/platform/language/t";
import { creditedLines } from "./credited-lines";

/** A credit note as an A4 PDF. */
export function renderCreditNote(
  brand: PaperBrand,
  note: CreditNoteDetail,
  customerNumber: string,
): Promise<Uint8Array> {
  const { number, seller, buyer, invoice } = note;
  const paper = {
    title: t("Credit note {number}", { number }),
    subject: t("Credit note for {name}", { name: buyer.name }),
    seller,
    reference: number,
    at: new Date(note.issuedAt),
  };
  return printPaper(paper, async (sheet) => {
    await letterhead(sheet, {
      brand,
      title: t("Credit note"),
      seller,
      buyer,
      facts: [
        [t("Credit note number"), number],
        [t("For invoice"), invoice.number],
        [t("Customer number"), customerNumber],
        [t("Date"), writeDate(note.issuedAt)],
        [t("Currency"), note.total.currency],
      ],
    });
    await creditedLines(sheet, note.lines);
    await totals(sheet, note);
    await outcome(sheet, note);
  });
}

async function totals(sheet: Sheet, note: CreditNoteDetail): Promise<void> {
  const strips = await sums(sheet, [
    { label: t("Subtotal"), value: note.subtotal },
    { label: t("VAT"), value: note.tax },
    { label: t("Total credited"), value: note.total, grand: true },
  ]);
  sheet.add({
    columns: [
      { x: 0, strips: await taxTable(sheet, note.taxes) },
      { x: sumsAt, strips },
    ],
    above: 12,
  });
}

/** The reason for the credit note, and how the amount was applied. */
async function outcome(sheet: Sheet, note: CreditNoteDetail): Promise<void> {
  const { reason, applied, toCredit, invoice, reverseCharge, buyer } = note;
  if (reverseCharge) await notes(sheet, t("Reverse charge"), [reverseChargeText(buyer)]);
  await notes(sheet, t("Reason"), [reason]);
  await notes(sheet, t("How it is applied"), [
    ...(applied.amountMinor > 0
      ? [t("{amount} was applied to invoice {number}.", { amount: writeMoney(applied), number: invoice.number })]
      : []),
    ...(toCredit.amountMinor > 0
      ? [
          t("{amount} was added to account credit and will be applied to future invoices.", {
            amount: writeMoney(toCredit),
          }),
        ]
      : []),
    t("No payment is due for this document."),
  ]);
}
