import { z } from "zod";
import { partyOf, sellerOnPaper } from "@/lib/billing/core/tax/parties";
import { Rendering } from "@/lib/platform/kernel/rendering";
import { defineExport, exportInput } from "@/lib/platform/rendering/define-export";
import { countReport, makeReport, reportFilters } from "./make-report";

export const downloadReportPdf = defineExport({
  name: "reports.download-pdf",
  permission: "reports.export",
  alsoNeeds: ["billing.overview.view"],
  scope: "account",
  summary: "Download a report as PDF",
  activity: "download a report",
  input: z.object({ ...reportFilters, ...exportInput }),
  http: { method: "GET", path: "/accounts/{accountId}/report/pdf", file: "application/pdf" },
  replica: true,
  lines: countReport,
  async run(context, asked) {
    const { db, account } = context;
    const report = await makeReport(context, asked, Number.POSITIVE_INFINITY);
    const buyer = partyOf(await db.account.findUniqueOrThrow({ where: { id: account.id } }));
    const parties = { seller: await sellerOnPaper(context), buyer, customerNumber: account.number };
    const body = new Rendering("report", [report, parties]);
    const filename = `report-${report.kind}-${account.number}-${report.from}-${report.to}.pdf`;
    return { filename, contentType: "application/pdf", body };
  },
});
