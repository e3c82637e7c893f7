import { z } from "zod";
import { dayPeriodInput } from "@/lib/platform/kernel/day-period";
import { fileOutput } from "@/lib/platform/kernel/file-output";
import { defineQuery } from "@/lib/platform/operations/operation";
import { loadStatement } from "./load-statement";
import { renderStatement } from "./pdf/render-statement";

export const downloadStatementPdf = defineQuery({
  name: "statements.pdf",
  permission: "billing.statements.view",
  scope: "account",
  summary: "Download the statement of account for a time as PDF",
  input: z.object(dayPeriodInput),
  output: fileOutput,
  http: { method: "GET", path: "/accounts/{accountId}/statement/pdf", file: "application/pdf" },
  async run(context, asked) {
    const statement = await loadStatement(context, asked);
    return {
      filename: `statement-${statement.customerNumber}-${statement.from}-${statement.to}.pdf`,
      contentType: "application/pdf",
      body: await renderStatement(statement),
    };
  },
});
