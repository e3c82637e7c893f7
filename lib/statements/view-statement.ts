import { z } from "zod";
import { defineQuery } from "@/lib/access/operation";
import { dayPeriodInput } from "@/lib/kernel/day-period";
import { loadStatement } from "./load-statement";
import { statement } from "./schema";

export const viewStatement = defineQuery({
  name: "statements.view",
  permission: "billing.statements.view",
  scope: "account",
  summary: "See the statement of account for a time: every movement and the balance",
  input: z.object(dayPeriodInput),
  output: statement,
  http: { method: "GET", path: "/accounts/{accountId}/statement" },
  run: (context, asked) => loadStatement(context, asked),
});
