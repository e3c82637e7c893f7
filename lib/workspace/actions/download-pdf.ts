import { z } from "zod";
import { iso } from "@/lib/platform/kernel/dates";
import { Rendering } from "@/lib/platform/kernel/rendering";
import { defineExport, exportInput } from "@/lib/platform/rendering/define-export";
import { actionFilters } from "./action-filter";
import type { ActionPaper } from "./action-paper";
import { countListed, listedActions, mayStillSee } from "./export-lines";

/** The list of actions as PDF, filtered like the page. */
export const downloadActionsPdf = defineExport({
  name: "actions.download-pdf",
  permission: "actions.view",
  scope: "account",
  summary: "Download the list of actions as PDF",
  activity: "download actions",
  input: z.object({ ...actionFilters, ...exportInput }),
  http: { method: "GET", path: "/accounts/{accountId}/actions/pdf", file: "application/pdf" },
  lines: countListed,
  mayStillHave: mayStillSee,
  run: async (context, filters) => {
    const rows: ActionPaper["rows"][number][] = [];
    for await (const actions of listedActions(context, filters)) {
      for (const { number, title, status, dueOn, overdue, assignees } of actions)
        rows.push({ number, title, status, dueOn, overdue, assignees });
    }
    const { account, realNow } = context;
    const paper: ActionPaper = { accountName: account.name, at: iso(realNow), rows };
    const filename = `actions-${account.number}-${iso(realNow).slice(0, 10)}.pdf`;
    return { filename, contentType: "application/pdf", body: new Rendering("actions", [paper]) };
  },
});
