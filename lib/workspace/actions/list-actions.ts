import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { keysetList } from "@/lib/platform/kernel/keyset-list";
import { countedBy, cursorInput, cursorPageOf } from "@/lib/platform/kernel/page";
import { type Direction, sortInput } from "@/lib/platform/kernel/sort";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import { actionFilters, filterOf } from "./action-filter";
import { actionColumns } from "./action-record";
import { assigneesOf } from "./assignees-of";
import { presentAction } from "./present-action";
import { actionItem } from "./schema";

const orders = {
  number: (sort) => [{ number: sort }],
  // What is still to be done comes first either way.
  due: (sort) => [{ doneOrder: "asc" }, { dueOn: { sort, nulls: "last" } }],
  changed: (sort) => [{ changedAt: sort }],
} satisfies Record<string, (sort: Direction) => Prisma.ActionOrderByWithRelationInput[]>;

/** The actions the viewer may see: open ones first, by their due date. */
export const listActions = defineQuery({
  name: "actions.list",
  permission: "actions.view",
  scope: "account",
  summary: "List actions, open ones first, by due date",
  activity: "view actions",
  input: z.object({ ...actionFilters, ...cursorInput, ...sortInput(orders, "due", "asc") }),
  output: cursorPageOf(actionItem),
  http: { method: "GET", path: "/accounts/{accountId}/actions" },
  run: async (context, asked) => {
    const where = accessibleWhere(context, "actions.view", filterOf(context, asked));
    const list = keysetList("actions.list", orders, asked);
    const { details: _, assignments: __, ...columns } = actionColumns;
    const select = list.select(columns);
    const [found, total] = await Promise.all([
      list.read((part) => context.db.action.findMany({ ...part, where: { AND: [where, part.where] }, select })),
      context.db.action.count({ where, ...countedBy({ changedAt: "desc" }) }),
    ]);
    const page = list.page(found, total);
    const assignees = await assigneesOf(context, page.items);
    const items = page.items.map((action) => ({ ...action, assignments: assignees.get(action.id) ?? [] }));
    return { ...page, items: items.map((action) => presentAction(context, action)) };
  },
});
