import { z } from "zod";
import { csvFile } from "@/lib/platform/kernel/csv";
import { iso } from "@/lib/platform/kernel/dates";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { defineExport, exportInput } from "@/lib/platform/rendering/define-export";
import { actionFilters } from "./action-filter";
import { countListed, listedActions, mayStillSee } from "./export-lines";

const header = [
  msg("Number"),
  msg("Action"),
  msg("Details"),
  msg("Status"),
  msg("Due date"),
  msg("Overdue"),
  msg("Assignees"),
  msg("Created by"),
  msg("Created (UTC)"),
  msg("Changed (UTC)"),
];

/** The list of actions as CSV, filtered like the page. */
export const downloadActionsCsv = defineExport({
  name: "actions.download-csv",
  permission: "actions.view",
  scope: "account",
  summary: "Download the list of actions as CSV",
  activity: "download actions",
  input: z.object({ ...actionFilters, ...exportInput }),
  http: { method: "GET", path: "/accounts/{accountId}/actions/csv", file: "text/csv" },
  lines: countListed,
  mayStillHave: mayStillSee,
  run: async (context, filters) =>
    csvFile(
      `actions-${context.account.number}-${iso(context.realNow).slice(0, 10)}`,
      header.map((name) => t(name)),
      linesOf(context, filters),
    ),
});

async function* linesOf(context: Context<"account">, filters: Parameters<typeof listedActions>[1]) {
  for await (const actions of listedActions(context, filters)) {
    yield actions.map((action) => [
      action.number,
      action.title,
      action.details,
      action.status,
      action.dueOn,
      action.overdue,
      action.assignees.join("; "),
      action.createdByName,
      iso(action.createdAt),
      iso(action.changedAt),
    ]);
  }
}
