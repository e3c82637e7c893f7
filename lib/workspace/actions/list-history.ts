import { z } from "zod";
import { iso } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { countedBy, pageInput, pageOf, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { defineQuery } from "@/lib/platform/operations/operation";
import { requireAction } from "./action-record";
import { actionChange, type ChangeKind } from "./schema";

/** What has become of an action, newest first: who changed what, from what to what. */
export const listHistory = defineQuery({
  name: "actions.list-history",
  permission: "actions.view",
  scope: "account",
  summary: "List the changes of an action, newest first",
  activity: "view the history of an action",
  input: z.object({ actionId: id, ...pageInput }),
  output: pageOf(actionChange),
  http: { method: "GET", path: "/accounts/{accountId}/actions/{actionId}/history" },
  run: async (context, { actionId, page }) => {
    const { db, account } = context;
    const where = { accountId: account.id, actionId };
    const newest = { at: "desc" } as const;
    const [found, total] = await Promise.all([
      db.actionChange.findMany({
        where,
        select: { id: true, at: true, byName: true, what: true, personName: true, before: true, after: true },
        orderBy: [newest, { id: "desc" }],
        ...pageSlice(page),
      }),
      db.actionChange.count({ where, ...countedBy(newest) }),
      requireAction(context, actionId),
    ]);
    const shown = pageResult(found, total, page);
    const items = shown.items.map((change) => ({ ...change, at: iso(change.at), what: change.what as ChangeKind }));
    return { ...shown, items };
  },
});
