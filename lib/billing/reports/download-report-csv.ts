import { csvFile, inPieces } from "@/lib/platform/kernel/csv";
import { decimalMoney } from "@/lib/platform/kernel/decimal-money";
import { defineDownload } from "@/lib/platform/rendering/define-download";
import { makeReport, reportInput } from "./make-report";
import type { Report, ReportCell } from "./schema";

export const downloadReportCsv = defineDownload({
  name: "reports.download-csv",
  permission: "reports.export",
  scope: "account",
  summary: "Download a report as CSV",
  activity: "download a report",
  input: reportInput,
  http: { method: "GET", path: "/accounts/{accountId}/report/csv", file: "text/csv" },
  replica: true,
  async run(context, asked) {
    const { kind, from, to, columns, currencies } = await makeReport(context, asked);
    const header = [...columns.map((column) => column.header), "Currency"];
    return csvFile(`report-${kind}-${context.account.number}-${from}-${to}`, header, inPieces(linesOf(currencies)));
  },
});

function* linesOf(currencies: Report["currencies"]) {
  for (const { currency, rows, totals } of currencies) {
    for (const cells of [...rows, ["Total", ...totals.slice(1)]]) yield [...cells.map(written), currency];
  }
}

const written = (cell: ReportCell): string | null => (typeof cell === "object" && cell ? decimalMoney(cell) : cell);
