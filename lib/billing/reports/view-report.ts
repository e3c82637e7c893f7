import { defineQuery } from "@/lib/platform/operations/operation";
import { makeReport, reportInput } from "./make-report";
import { report } from "./schema";

export const viewReport = defineQuery({
  name: "reports.view",
  permission: "reports.view",
  scope: "account",
  summary: "See a report: spend, payments, what is outstanding, or spend by service",
  input: reportInput,
  output: report,
  http: { method: "GET", path: "/accounts/{accountId}/report" },
  run: makeReport,
});
