import { z } from "zod";
import { defineQuery } from "@/lib/platform/operations/operation";
import { mostLinesOnPage } from "@/lib/platform/rendering/download-limits";
import { makeReport, reportFilters } from "./make-report";
import { report } from "./schema";

export const viewReport = defineQuery({
  name: "reports.view",
  permission: "reports.view",
  alsoNeeds: ["billing.overview.view"],
  scope: "account",
  summary: "View a report: spend, payments, outstanding or spend by service",
  activity: "view reports",
  input: z.object(reportFilters),
  output: report,
  http: { method: "GET", path: "/accounts/{accountId}/report" },
  replica: true,
  run: (context, asked) => makeReport(context, asked, mostLinesOnPage),
});
