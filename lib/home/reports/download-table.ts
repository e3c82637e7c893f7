import { z } from "zod";
import { csvFile } from "@/lib/platform/kernel/csv";
import { iso } from "@/lib/platform/kernel/dates";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { defineDownload } from "@/lib/platform/rendering/define-download";
import { reportParts, viewReportParts } from "./view-report-parts";

/** One table of the reports as CSV: what the page of the reports shows this viewer. */
export const downloadReportTable = defineDownload({
  name: "reports.download-table",
  permission: "reports.export",
  alsoNeeds: ["reports.view"],
  alsoChecks: viewReportParts.alsoChecks ?? [],
  scope: "account",
  summary: "Download one table of the reports about work and files as CSV",
  activity: "download a report",
  input: z.object({
    part: z.enum(reportParts.map(({ name }) => name)).describe("Name of the part"),
    table: z.int().min(0).max(3).default(0).describe("Which of its tables, from 0"),
  }),
  http: { method: "GET", path: "/accounts/{accountId}/report-parts/{part}/csv", file: "text/csv" },
  run: async (context, { part, table }) => {
    const { parts } = viewReportParts.output.parse(await viewReportParts.run(context, {}));
    const found = parts.find(({ name }) => name === part)?.tables[table];
    if (found === undefined) throw notFound(t("Report not found."));
    return csvFile(
      `report-${part}-${table + 1}-${context.account.number}-${iso(context.realNow).slice(0, 10)}`,
      found.columns.map(({ header }) => header),
      [found.rows],
    );
  },
});
