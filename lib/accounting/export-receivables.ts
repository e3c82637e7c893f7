import { z } from "zod";
import { defineQuery } from "@/lib/access/operation";
import { readReceivables } from "@/lib/db/read-receivables";
import { ageLabels, ages } from "@/lib/kernel/ages";
import { dayOf } from "@/lib/kernel/calendar-day";
import { csvFile } from "@/lib/kernel/csv";
import { decimalOf } from "@/lib/kernel/decimal-of";
import { fileOutput } from "@/lib/kernel/file-output";
import { receivableFilters } from "./list-receivables";
import { refuseTooMany } from "./most-lines";

const header = ["Number", "Account", "Currency", ...ages.map((age) => ageLabels[age]), "Total", "Invoices"];

export const exportReceivables = defineQuery({
  name: "accounting.export-receivables",
  permission: "staff.receivables.view",
  scope: "staff",
  summary: "Download what accounts owe as CSV",
  input: z.object(receivableFilters),
  output: fileOutput,
  http: { method: "GET", path: "/staff/accounting/receivables/export", file: "text/csv" },
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
    return csvFile(`receivables-${dayOf(now)}`, header, lines);
  },
  logged: () => ({ summary: "Downloaded the receivables" }),
});
