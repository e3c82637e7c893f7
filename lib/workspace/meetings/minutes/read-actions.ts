import type { z } from "zod";
import { dayOf } from "@/lib/platform/kernel/calendar-day";
import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import type { MeetingRow } from "@/lib/workspace/core/meeting-record";
import { MOST_ITEM_ACTIONS, MOST_ITEMS } from "@/lib/workspace/core/schema";
import type { agreedAction } from "../agenda/schema";

/**
 * The actions agreed in a meeting, by item. What was agreed, by whom and until when is part of the minutes, for everybody who
 * reads these; how it goes on is the action's, for those who may see it.
 */
export async function readActions(
  { db, account, viewer }: Context<"account">,
  { id: meetingId }: Pick<MeetingRow, "id">,
): Promise<ReadonlyMap<string, z.output<typeof agreedAction>[]>> {
  const rows = await db.action.findMany({
    where: { accountId: account.id, meetingId, itemId: { not: null } },
    select: {
      ...{ id: true, accountId: true, itemId: true, number: true, title: true, dueOn: true },
      recusals: { select: { contactId: true } },
      assignments: {
        select: { contactId: true, contact: { select: { name: true } } },
        orderBy: [{ assignedAt: "asc" }, { contactId: "asc" }],
      },
    },
    orderBy: { number: "asc" },
    take: MOST_ITEMS * MOST_ITEM_ACTIONS,
  });
  const byItem = new Map<string, z.output<typeof agreedAction>[]>();
  for (const { itemId, ...row } of rows) {
    if (itemId === null) continue;
    const shown = {
      id: can(viewer, "actions.view", row) ? row.id : null,
      number: row.number,
      title: row.title,
      assignees: row.assignments.map(({ contact }) => contact.name),
      dueOn: row.dueOn === null ? null : dayOf(row.dueOn),
    };
    byItem.set(itemId, [...(byItem.get(itemId) ?? []), shown]);
  }
  return byItem;
}
