import { defineQuery } from "@/lib/platform/operations/operation";
import { makeReport, reportInput } from "./make-report";
import { report } from "./schema";

export const viewReport = defineQuery({
  name: "reports.view",
  permission: "reports.view",
  scope: "account",
  summary: "View a report: spend, payments, outstanding or spend by service",
  activity: "view reports",
  input: reportInput,
  output: report,
  http: { method: "GET", path: "/accounts/{accountId}/report" },
  replica: true,
  run: makeReport,
});
