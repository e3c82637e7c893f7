import { partyOf, sellerOnPaper } from "@/lib/billing/core/tax/parties";
import { fileOutput } from "@/lib/platform/kernel/file-output";
import { defineQuery } from "@/lib/platform/operations/operation";
import { makeReport, reportInput } from "./make-report";
import { renderReport } from "./pdf/render-report";

export const downloadReportPdf = defineQuery({
  name: "reports.pdf",
  permission: "reports.export",
  scope: "account",
  summary: "Download a report as PDF",
  input: reportInput,
  output: fileOutput,
  http: { method: "GET", path: "/accounts/{accountId}/report/pdf", file: "application/pdf" },
  async run(context, asked) {
    const { db, account } = context;
    const report = await makeReport(context, asked);
    const buyer = partyOf(await db.account.findUniqueOrThrow({ where: { id: account.id } }));
    const body = await renderReport(report, {
      seller: await sellerOnPaper(context),
      buyer,
      customerNumber: account.number,
    });
    const filename = `report-${report.kind}-${account.number}-${report.from}-${report.to}.pdf`;
    return { filename, contentType: "application/pdf", body };
  },
});
