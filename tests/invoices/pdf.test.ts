import { describe, expect, it } from "vitest";
import { renderInvoice } from "@/lib/invoices/pdf/render-invoice";
import { pdfText } from "./pdf-text";
import { sampleInvoice } from "./sample-invoice";

// The fonts are read at first use.
describe("an invoice as PDF", { timeout: 60_000 }, () => {
  it("names the parties, its number, every line, tax a rate, the total and how to pay", async () => {
    const [page = "", ...more] = pdfText(await renderInvoice(sampleInvoice(3), "C-10042"));
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
      "VAT 21 % on €99.60",
      "€20.92",
      "VAT 9 % on €49.80",
      "€4.48",
      "€149.40",
      "€174.80",
      "Remittance advice",
      "NL02 RHBK 0417 1643 00",
      "INV-2026-0042 / C-10042",
      "INV-2026-0042  ·  Page 1 of 1",
    ]) {
      expect(page).toContain(expected);
    }
    // In the totals as total and as amount due, and on the slip.
    expect(page.match(/€174\.80/g)).toHaveLength(3);
    expect(page).toContain("Payable within 14 days of the invoice date, by 15 Nov 2026");
  });

  it("numbers its pages, heads its table on each, and asks for the money once, on the last", async () => {
    const pages = pdfText(await renderInvoice(sampleInvoice(40), "C-10042"));
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

  it("asks for no money once it is paid, and says when and how it was", async () => {
    const open = sampleInvoice(1);
    const paid = sampleInvoice(1, {
      standing: "paid",
      due: { ...open.total, amountMinor: 0 },
      paid: open.total,
      paidAt: "2026-11-03T09:00:00.000Z",
      payments: [{ id: "p", method: "Visa •••• 4242", amount: open.total, receivedAt: "2026-11-03T09:00:00.000Z" }],
    });
    const [page = ""] = pdfText(await renderInvoice(paid, "C-10042"));
    expect(page).toContain("Paid in full on 3 Nov 2026. Thank you.");
    expect(page).toContain("Paid 3 Nov 2026, Visa •••• 4242");
    expect(page).not.toContain("Remittance advice");
  });

  it("says of a withdrawn invoice that nothing is to be paid", async () => {
    const open = sampleInvoice(1);
    const withdrawn = sampleInvoice(1, { standing: "void", due: { ...open.total, amountMinor: 0 } });
    const [page = ""] = pdfText(await renderInvoice(withdrawn, "C-10042"));
    expect(page).toContain("Invoice, void");
    expect(page).toContain("Nothing is to be paid.");
    expect(page).not.toContain("Amount due");
    expect(page).not.toContain("Remittance advice");
  });

  it("is the same document for everybody who asks", async () => {
    const once = Buffer.from(await renderInvoice(sampleInvoice(2), "C-10042"));
    const again = Buffer.from(await renderInvoice(sampleInvoice(2), "C-10042"));
    expect(pdfText(once)).toEqual(pdfText(again));
    expect(once.toString("latin1")).toContain("(D:20261101233000Z)");
  });
});
