import { z } from "zod";
import { readReceivables } from "@/lib/billing/accounting/read-receivables";
import { ageLabels, ages } from "@/lib/platform/kernel/ages";
import { dayOf } from "@/lib/platform/kernel/calendar-day";
import { csvFile, inPieces } from "@/lib/platform/kernel/csv";
import { decimalOf } from "@/lib/platform/kernel/decimal-of";
import { defineDownload } from "@/lib/platform/rendering/define-download";
import { receivableFilters } from "./list-receivables";
import { refuseTooMany } from "./most-lines";

const header = [
  "Account number",
  "Account name",
  "Currency",
  ...ages.map((age) => ageLabels[age]),
  "Total",
  "Invoices",
];

export const exportReceivables = defineDownload({
  name: "accounting.export-receivables",
  permission: "staff.receivables.view",
  scope: "staff",
  summary: "Download receivables as CSV",
  activity: "export receivables",
  input: z.object(receivableFilters),
  http: { method: "GET", path: "/staff/accounting/receivables/export", file: "text/csv" },
  replica: true,
  async run({ db, now }, filters) {
    const found = refuseTooMany(await readReceivables(db, now, filters, { sort: "total", direction: "desc" }));
    const lines = found.map((row) => [
      row.number,
      row.name,
      row.currency,
      ...ages.map((age) => decimalOf(row[age], row.currency)),
      decimalOf(row.total, row.currency),
      Number(row.invoices),
    ]);
    return csvFile(`receivables-${dayOf(now)}`, header, inPieces(lines));
  },
  logged: () => ({ summary: "Exported receivables" }),
});
