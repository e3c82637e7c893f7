import { totalsOf } from "@/lib/billing/core/pricing/totals";
import type { InvoiceDetail } from "@/lib/billing/invoices/schema";

const eur = (amountMinor: number | bigint) => ({ amountMinor: Number(amountMinor), currency: "EUR" });

/** An open invoice with the given number of lines, every third at the lower tax rate. */
export function sampleInvoice(lineCount: number, changes: Partial<InvoiceDetail> = {}): InvoiceDetail {
  const lines = Array.from({ length: lineCount }, (_, index) => ({
    id: `line-${index}`,
    description: `Virtual server M, web-${index + 1}.northwind.example`,
    quantity: 2,
    unit: eur(2490),
    discount: eur(0),
    total: eur(4980),
    taxBasisPoints: index % 3 === 2 ? 900 : 2100,
    periodStart: "2026-10-01T00:00:00.000Z",
    periodEnd: "2026-10-31T00:00:00.000Z",
  }));
  const sums = totalsOf(lines.map((line) => ({ ...line, totalMinor: BigInt(line.total.amountMinor) })));
  return {
    id: "0190a5c2-0000-7000-8000-000000000001",
    number: "INV-2026-0042",
    standing: "open",
    issuedAt: "2026-11-01T23:30:00.000Z",
    dueAt: "2026-11-15T23:30:00.000Z",
    subtotal: eur(sums.subtotalMinor),
    tax: eur(sums.taxMinor),
    total: eur(sums.totalMinor),
    due: eur(sums.totalMinor),
    taxMode: "exclusive",
    reverseCharge: false,
    discount: eur(0),
    paid: eur(0),
    creditApplied: eur(0),
    credited: eur(0),
    paidAt: null,
    taxes: sums.taxes.map(({ basisPoints, netMinor, taxMinor }) => ({
      basisPoints,
      net: eur(netMinor),
      tax: eur(taxMinor),
    })),
    seller: {
      name: "Portcullis Hosting B.V.",
      lines: ["Wilhelminakade 173", "3072 AP Rotterdam"],
      vatId: "NL861234567B01",
      bank: { name: "Rotterdamsche Handelsbank", iban: "NL02 RHBK 0417 1643 00", bic: "RHBKNL2R" },
    },
    buyer: { name: "Žółta Łódź Ρομποτική Робот", lines: ["Keilestraat 9", "3029 BP Rotterdam"], vatId: null },
    note: null,
    lines,
    payments: [],
    creditNotes: [],
    ...changes,
  };
}
