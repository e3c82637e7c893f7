import { z } from "zod";
import { countReceivables, eachReceivable } from "@/lib/billing/accounting/read-receivables";
import { ageLabels, ages } from "@/lib/platform/kernel/ages";
import { dayOf } from "@/lib/platform/kernel/calendar-day";
import { csvFile } from "@/lib/platform/kernel/csv";
import { decimalOf } from "@/lib/platform/kernel/decimal-of";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineExport, exportInput } from "@/lib/platform/rendering/define-export";
import { linesOf } from "./lines-of";
import { receivableFilters } from "./list-receivables";

const header = (): string[] => [
  t("Account number"),
  t("Account name"),
  t("Currency"),
  ...ages.map((age) => t(ageLabels[age])),
  t("Total"),
  t("Invoices"),
];

export const exportReceivables = defineExport({
  name: "accounting.export-receivables",
  permission: "staff.receivables.view",
  scope: "staff",
  summary: "Download receivables as CSV",
  activity: "export receivables",
  input: z.object({ ...receivableFilters, ...exportInput }),
  http: { method: "GET", path: "/staff/accounting/receivables/export", file: "text/csv" },
  replica: true,
  lines: ({ db, now }, filters, most) => countReceivables(db, now, filters, most),
  async run({ db, now }, filters) {
    const lines = linesOf(eachReceivable(db, now, filters), (row) => [
      row.number,
      row.name,
      row.currency,
      ...ages.map((age) => decimalOf(row[age], row.currency)),
      decimalOf(row.total, row.currency),
      Number(row.invoices),
    ]);
    return csvFile(`receivables-${dayOf(now)}`, header(), lines);
  },
  logged: () => ({ summary: say("Exported receivables") }),
});
