import { z } from "zod";
import { dayPeriod, dayPeriodInput } from "@/lib/platform/kernel/day-period";
import { Rendering } from "@/lib/platform/kernel/rendering";
import { defineExport, exportInput } from "@/lib/platform/rendering/define-export";
import { loadStatement } from "./load-statement";
import { countMovements } from "./read-movements";

export const downloadStatementPdf = defineExport({
  name: "statements.download-pdf",
  permission: "billing.statements.view",
  scope: "account",
  summary: "Download the statement for a period as PDF",
  activity: "download a statement",
  input: z.object({ ...dayPeriodInput, ...exportInput }),
  http: { method: "GET", path: "/accounts/{accountId}/statement/pdf", file: "application/pdf" },
  lines: (context, asked, most) => countMovements(context, dayPeriod(asked, context.now), most),
  async run(context, asked) {
    const statement = await loadStatement(context, asked, Number.POSITIVE_INFINITY);
    return {
      filename: `statement-${statement.customerNumber}-${statement.from}-${statement.to}.pdf`,
      contentType: "application/pdf",
      body: new Rendering("statement", [statement]),
    };
  },
});
