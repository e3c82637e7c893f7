import { z } from "zod";
import { cursorInput, cursorPageOf } from "@/lib/platform/kernel/page";
import { sortInput } from "@/lib/platform/kernel/sort";
import { defineQuery } from "@/lib/platform/operations/operation";
import { actionFilters, filterOf } from "./action-filter";
import { actionOrders, readListed } from "./read-listed";
import { actionItem } from "./schema";

/** The actions the viewer may see: open ones first, by their due date. */
export const listActions = defineQuery({
  name: "actions.list",
  permission: "actions.view",
  alsoChecks: ["actions.update", "meetings.view"],
  scope: "account",
  summary: "List actions, open ones first, by due date",
  activity: "view actions",
  input: z.object({ ...actionFilters, ...cursorInput, ...sortInput(actionOrders, "due", "asc") }),
  output: cursorPageOf(actionItem),
  http: { method: "GET", path: "/accounts/{accountId}/actions" },
  run: (context, asked) => readListed(context, "actions.list", filterOf(context, asked), asked),
});
