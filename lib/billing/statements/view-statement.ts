import { z } from "zod";
import { dayPeriodInput } from "@/lib/platform/kernel/day-period";
import { defineQuery } from "@/lib/platform/operations/operation";
import { mostLinesOnPage } from "@/lib/platform/rendering/download-limits";
import { loadStatement } from "./load-statement";
import { statement } from "./schema";

export const viewStatement = defineQuery({
  name: "statements.view",
  permission: "billing.statements.view",
  scope: "account",
  summary: "View the statement for a period, with running balance",
  activity: "view the statement",
  input: z.object(dayPeriodInput),
  output: statement,
  http: { method: "GET", path: "/accounts/{accountId}/statement" },
  run: (context, asked) => loadStatement(context, asked, mostLinesOnPage),
});
