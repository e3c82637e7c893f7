import { describe, expect, it } from "vitest";
import { renderCreditNote } from "@/lib/billing/credit-notes/pdf/render-credit-note";
import type { CreditNoteDetail } from "@/lib/billing/credit-notes/schema";
import { plainPaper } from "@/lib/platform/kernel/paper-brand";
import { withLanguage } from "@/lib/platform/language/with-language";
import { pdfText } from "@/tests/billing/invoices/pdf-text";

const eur = (amountMinor: number) => ({ amountMinor, currency: "EUR" });

const note: CreditNoteDetail = {
  id: "0190a5c2-0000-7000-8000-000000000002",
  number: "CN-2026-0007",
  issuedAt: "2026-11-01T23:30:00.000Z",
  reason: "Outage",
  invoice: { id: "0190a5c2-0000-7000-8000-000000000001", number: "INV-2026-0042" },
  subtotal: eur(123_456),
  tax: eur(0),
  total: eur(123_456),
  applied: eur(100_000),
  toCredit: eur(23_456),
  taxes: [{ basisPoints: 550, net: eur(123_456), tax: eur(0) }],
  reverseCharge: true,
  seller: { name: "Portcullis Hosting B.V.", lines: ["3072 AP Rotterdam", "Netherlands"], vatId: "NL861234567B01" },
  buyer: { name: "Nordwind GmbH", lines: ["20457 Hamburg", "Germany"], vatId: "DE136695976" },
  lines: [{ id: "line-0", description: "Virtual server M", net: eur(123_456), taxBasisPoints: 550 }],
};

const printed = async (locale: string): Promise<string> =>
  pdfText(await withLanguage(locale, () => renderCreditNote(plainPaper, note, "C-10042"))).join("\n");

// Fonts are loaded on first use.
describe("a credit note as PDF", () => {
  it("is in the language and the format of its reader, its country included", async () => {
    const page = await printed("de-DE");
    for (const expected of [
      "Gutschrift",
      "Deutschland",
      "USt-IdNr. DE136695976",
      "1. Nov. 2026",
      "5,5 %",
      "1.234,56 €",
      "Steuerschuldnerschaft des Leistungsempfängers (Artikel 196 der Richtlinie 2006/112/EG)",
      "1.000,00 € wurde mit Rechnung INV-2026-0042 verrechnet.",
      "CN-2026-0007  ·  Seite 1 von 1",
    ]) {
      expect(page.replaceAll("\u00a0", " ")).toContain(expected);
    }
    for (const english of ["Germany", "Netherlands", "Credit note", "Subtotal", "Reason"])
      expect(page).not.toContain(english);
  });

  it("is as issued in English", async () => {
    const page = await printed("en-GB");
    for (const expected of ["Credit note", "Germany", "VAT ID DE136695976", "1 Nov 2026", "5.5 %", "€1,234.56"])
      expect(page).toContain(expected);
  });
});
