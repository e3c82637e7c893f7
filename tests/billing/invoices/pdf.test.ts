import { describe, expect, it } from "vitest";
import { styles } from "@/lib/billing/core/pdf/style";
import { setLines } from "@/lib/billing/core/pdf/text/set-lines";
import { renderInvoice } from "@/lib/billing/invoices/pdf/render-invoice";
import { plainPaper } from "@/lib/platform/kernel/paper-brand";
import { withLanguage } from "@/lib/platform/language/with-language";
import { pdfText } from "./pdf-text";
import { sampleInvoice } from "./sample-invoice";

// Fonts are loaded on first use.
describe("an invoice as PDF", () => {
  it("shows the parties, number, lines, tax per rate, total and payment details", async () => {
    const [page = "", ...more] = pdfText(await renderInvoice(plainPaper, sampleInvoice(3), "C-10042"));
    expect(more).toEqual([]);
    for (const expected of [
      "INV-2026-0042",
      "C-10042",
      "Portcullis Hosting B.V.",
      "Žółta Łódź Ρομποτική Робот",
      "1 Nov 2026",
      "15 Nov 2026",
      "Virtual server M, web-3.northwind.example",
      "1 Oct 2026 – 31 Oct 2026",
      "21 %€99.60€20.92",
      "9 %€49.80€4.48",
      "€149.40",
      "€174.80",
      "Remittance advice",
      "NL02 RHBK 0417 1643 00",
      "INV-2026-0042 / C-10042",
      "INV-2026-0042  ·  Page 1 of 1",
    ]) {
      expect(page).toContain(expected);
    }
    // As total and amount due in the totals, and on the slip.
    expect(page.match(/€174\.80/g)).toHaveLength(3);
    expect(page).toContain("Payable within 14 days of the invoice date, by 15 Nov 2026");
  });

  it("numbers its pages, repeats the table head, and prints the remittance slip once, on the last page", async () => {
    const pages = pdfText(await renderInvoice(plainPaper, sampleInvoice(40), "C-10042"));
    expect(pages.length).toBeGreaterThan(1);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`INV-2026-0042  ·  Page ${index + 1} of ${pages.length}`);
      expect(page).toContain("Unit price");
    }
    expect(pages.map((page) => page.includes("Remittance advice"))).toEqual(
      pages.map((_, at) => at === pages.length - 1),
    );
    const lines = pages.join("\n").match(/web-\d+\.northwind\.example/g);
    expect(new Set(lines).size).toBe(40);
  });

  it("shows the payment date and method instead of a remittance slip once paid", async () => {
    const open = sampleInvoice(1);
    const paid = sampleInvoice(1, {
      standing: "paid",
      due: { ...open.total, amountMinor: 0 },
      paid: open.total,
      paidAt: "2026-11-03T09:00:00.000Z",
      payments: [
        {
          id: "p",
          method: "Visa •••• 4242",
          amount: open.total,
          returned: { ...open.total, amountMinor: 0 },
          receivedAt: "2026-11-03T09:00:00.000Z",
        },
      ],
    });
    const [page = ""] = pdfText(await renderInvoice(plainPaper, paid, "C-10042"));
    expect(page).toContain("Paid in full on 3 Nov 2026. Thank you.");
    expect(page).toContain("Paid 3 Nov 2026, Visa •••• 4242");
    expect(page).not.toContain("Remittance advice");
  });

  it("states that no payment is due on a void invoice", async () => {
    const open = sampleInvoice(1);
    const withdrawn = sampleInvoice(1, { standing: "void", due: { ...open.total, amountMinor: 0 } });
    const [page = ""] = pdfText(await renderInvoice(plainPaper, withdrawn, "C-10042"));
    expect(page).toContain("Void invoice");
    expect(page).toContain("No payment is due.");
    expect(page).not.toContain("Amount due");
    expect(page).not.toContain("Remittance advice");
  });

  it("lists discounts, credit notes, account credit, payments and refunds", async () => {
    const open = sampleInvoice(1);
    const eur = (amountMinor: number) => ({ amountMinor, currency: "EUR" });
    const [line] = open.lines;
    const lowered = sampleInvoice(1, {
      lines: line ? [{ ...line, discount: eur(500), total: eur(4480) }] : [],
      credited: eur(1200),
      creditNotes: [
        {
          id: "c",
          number: "CN-2026-00007",
          issuedAt: "2026-11-02T09:00:00.000Z",
          total: eur(1500),
          applied: eur(1200),
        },
        { id: "d", number: "CN-2026-00008", issuedAt: "2026-11-02T09:00:00.000Z", total: eur(300), applied: eur(0) },
      ],
      creditApplied: eur(700),
      payments: [
        { id: "p", method: "Visa", amount: eur(2000), returned: eur(150), receivedAt: "2026-11-03T09:00:00.000Z" },
      ],
      due: eur(2126 - 150),
    });
    const [page = ""] = pdfText(await renderInvoice(plainPaper, lowered, "C-10042"));
    for (const said of [
      "Discount €5.00",
      "Credit note CN-2026-00007-€12.00",
      "Paid from account credit-€7.00",
      "Paid 3 Nov 2026, Visa-€20.00",
      "Refunded to Visa€1.50",
      "Amount due€19.76",
    ]) {
      expect(page).toContain(said);
    }
    expect(page).not.toContain("CN-2026-00008");
  });

  it("mentions reverse charge with the buyer's VAT ID only if it applies", async () => {
    const buyer = { name: "Globex Labs GmbH", lines: ["Berlin"], vatId: "DE312456789" };
    const [with_ = ""] = pdfText(
      await renderInvoice(plainPaper, sampleInvoice(1, { buyer, reverseCharge: true }), "C-1"),
    );
    const [without = ""] = pdfText(await renderInvoice(plainPaper, sampleInvoice(1, { buyer }), "C-1"));
    expect(with_).toMatch(/reverse charge, Article 196 of Directive 2006\/112\/EC\), VAT ID DE312456789/);
    expect(without).not.toMatch(/reverse charge/i);
  });

  it("breaks a word only if it would run off the page", async () => {
    const name = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
    const buyer = { name: `${name} GmbH`, lines: ["Wien"], vatId: null };
    const [page = ""] = pdfText(await renderInvoice(plainPaper, sampleInvoice(1, { buyer }), "C-10042"));
    const pieces = (await setLines(name, 250, styles.strong)).map(({ runs }) => runs.map(({ text }) => text).join(""));
    expect(pieces.join("")).toBe(name);
    expect(pieces.length).toBeGreaterThan(1);
    for (const piece of pieces) expect(page).toContain(piece);
    expect(page).toContain("web-1.northwind.example");
  });

  it("continues an address longer than a page on the next page without losing a line", async () => {
    const lines = Array.from(
      { length: 40 },
      (_, index) => `Line ${index + 1} of an address that is too long for its column`,
    );
    const buyer = { name: "株式会社とても長い名前".repeat(18), lines, vatId: null };
    const pages = pdfText(await renderInvoice(plainPaper, sampleInvoice(1, { buyer }), "C-10042"));
    expect(pages[0]).toContain("Line 1 of an address");
    for (const line of lines) expect(pages.join("")).toContain(line);
    // In the address block and on the slip.
    expect(pages.join("").match(/株式会社とても長い名前/g)).toHaveLength(36);
    expect(pages.at(-1)).toContain("Remittance advice");
  });

  it("is in the language of whoever downloads it", async () => {
    const draw = () => renderInvoice(plainPaper, sampleInvoice(1), "C-10042");
    const [page = ""] = pdfText(await withLanguage("de-DE", draw));
    for (const said of ["Rechnungsnummer", "Zwischensumme", "Zahlungsabschnitt", "Zahlbar innerhalb von 14 Tagen"]) {
      expect(page).toContain(said);
    }
  });

  it("is the same document for every reader of a language", async () => {
    const once = Buffer.from(await renderInvoice(plainPaper, sampleInvoice(2), "C-10042"));
    const again = Buffer.from(await renderInvoice(plainPaper, sampleInvoice(2), "C-10042"));
    expect(pdfText(once)).toEqual(pdfText(again));
    expect(once.toString("latin1")).toContain("(D:20261101233000Z)");
  });
});
