import { z } from "zod";
import { csvFile } from "@/lib/platform/kernel/csv";
import { decimalMoney } from "@/lib/platform/kernel/decimal-money";
import type { Lines } from "@/lib/platform/kernel/table";
import { t } from "@/lib/platform/language/t";
import { defineExport, exportInput } from "@/lib/platform/rendering/define-export";
import { countReport, openReport, reportFilters, totalsOf } from "./make-report";
import type { ReportCell } from "./schema";
import type { ReportBody } from "./table";

export const downloadReportCsv = defineExport({
  name: "reports.download-csv",
  permission: "reports.export",
  alsoNeeds: ["billing.overview.view"],
  scope: "account",
  summary: "Download a report as CSV",
  activity: "download a report",
  input: z.object({ ...reportFilters, ...exportInput }),
  http: { method: "GET", path: "/accounts/{accountId}/report/csv", file: "text/csv" },
  replica: true,
  lines: countReport,
  async run(context, asked) {
    const { kind, period, body } = await openReport(context, asked);
    const header = [...body.columns.map((column) => column.header), t("Currency")];
    return csvFile(`report-${kind}-${context.account.number}-${period.from}-${period.to}`, header, linesOf(body));
  },
});

async function* linesOf(body: ReportBody): AsyncGenerator<Lines> {
  for (const part of await body.parts()) {
    const { currency, totals } = totalsOf(part);
    for await (const rows of body.rows({ currency })) yield rows.map(({ cells }) => [...cells.map(written), currency]);
    yield [[...[t("Total"), ...totals.slice(1)].map(written), currency]];
  }
}

const written = (cell: ReportCell): string | null => (typeof cell === "object" && cell ? decimalMoney(cell) : cell);
