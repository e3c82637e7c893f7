import { writeFileSync } from "node:fs";
import { renderInvoice } from "@/lib/invoices/pdf/render-invoice";

const eur = (amountMinor: number) => ({ amountMinor, currency: "EUR" });
const line = (i: number) => ({
  id: `l${i}`,
  description:
    i % 3
      ? `Virtual server M, web-0${i}.northwind.example`
      : "Managed PostgreSQL HA, orders-db.northwind.example, with point-in-time recovery for 14 days",
  quantity: 1,
  unit: eur(2490),
  total: eur(2490),
  taxBasisPoints: i % 4 ? 2100 : 900,
  periodStart: "2026-10-14T00:00:00.000Z",
  periodEnd: "2026-11-13T00:00:00.000Z",
});
for (const n of [6, 30]) {
  const t = performance.now();
  const pdf = await renderInvoice(
    {
      id: "x",
      number: "INV-2026-4200",
      standing: n === 6 ? "open" : "overdue",
      issuedAt: "2026-11-01T00:00:00.000Z",
      dueAt: "2026-11-15T00:00:00.000Z",
      total: eur(123456),
      due: eur(100000),
      subtotal: eur(110000),
      tax: eur(13456),
      taxes: [
        { basisPoints: 2100, net: eur(90000), tax: eur(12000) },
        { basisPoints: 900, net: eur(20000), tax: eur(1456) },
      ],
      paid: eur(23456),
      paidAt: null,
      note: null,
      seller: {
        name: "Portcullis Hosting B.V.",
        lines: ["Wilhelminakade 173", "3072 AP Rotterdam", "Netherlands"],
        vatId: "NL861234567B01",
        registration: "KvK 24481632",
        email: "accounts@portcullis.example",
        phone: "+31 10 555 0100",
        bank: { name: "Rotterdam Handelsbank", iban: "NL02 RHBK 0417 1643 00", bic: "RHBKNL2R" },
      },
      buyer: {
        name: "Łódź Żółć Ελλάδα Привет Robotics B.V.",
        lines: ["Keilestraat 9", "3029 BP Rotterdam", "Netherlands"],
        vatId: "NL859417230B01",
      },
      lines: Array.from({ length: n }, (_, i) => line(i)),
      payments: [
        { id: "p", method: "Mastercard •••• 5100", amount: eur(23456), receivedAt: "2026-11-03T00:00:00.000Z" },
      ],
    },
    "C-10042",
  );
  writeFileSync(`/tmp/pdftry/inv${n}.pdf`, pdf);
  console.log(n, pdf.length, Math.round(performance.now() - t));
}
