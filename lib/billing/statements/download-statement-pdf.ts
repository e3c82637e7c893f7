import { z } from "zod";
import { dayPeriodInput } from "@/lib/platform/kernel/day-period";
import { Rendering } from "@/lib/platform/kernel/rendering";
import { defineDownload } from "@/lib/platform/rendering/define-download";
import { loadStatement } from "./load-statement";

export const downloadStatementPdf = defineDownload({
  name: "statements.download-pdf",
  permission: "billing.statements.view",
  scope: "account",
  summary: "Download the statement for a period as PDF",
  activity: "download a statement",
  input: z.object(dayPeriodInput),
  http: { method: "GET", path: "/accounts/{accountId}/statement/pdf", file: "application/pdf" },
  async run(context, asked) {
    const statement = await loadStatement(context, asked);
    return {
      filename: `statement-${statement.customerNumber}-${statement.from}-${statement.to}.pdf`,
      contentType: "application/pdf",
      body: new Rendering("statement", [statement]),
    };
  },
});
