import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { planAnew } from "@/lib/platform/db/plan-anew";
import { countedBy, pageInput, pageOf, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { type Direction, orderBy, sortInput } from "@/lib/platform/kernel/sort";
import { defineQuery } from "@/lib/platform/operations/operation";
import { activityWhere } from "./activity-where";
import { eventColumns, presentEvent } from "./present-event";
import { activityEvent, activityFilters } from "./schema";

const orders = {
  what: (sort) => [{ outcome: sort }, { summary: sort }, { at: "desc" }],
  who: (sort) => [{ actorName: sort }, { at: "desc" }],
  when: (sort) => [{ at: sort }],
  via: (sort) => [{ via: sort }, { at: "desc" }],
} satisfies Record<string, (sort: Direction) => Prisma.AuditEventOrderByWithRelationInput[]>;

/** The audit log of the account, newest first, including denied attempts. */
export const listActivity = defineQuery({
  name: "activity.list",
  permission: "activity.view",
  scope: "account",
  summary: "List the activity log, including denied attempts, newest first",
  activity: "view the activity log",
  input: z.object({ ...activityFilters, ...pageInput, ...sortInput(orders, "when", "desc") }),
  output: pageOf(activityEvent),
  http: { method: "GET", path: "/accounts/{accountId}/activity" },
  run: async (context, { page, sort, direction, ...filters }) => {
    planAnew(context.db);
    const where = await activityWhere(context, "activity.view", filters);
    const found = context.db.auditEvent.findMany({
      where,
      select: eventColumns,
      orderBy: orderBy(orders, { sort, direction }),
      ...pageSlice(page),
    });
    const [events, total] = await Promise.all([
      found,
      context.db.auditEvent.count({ where, ...countedBy({ at: "desc" }) }),
    ]);
    return pageResult(
      events.map((event) => presentEvent(event, context.actor)),
      total,
      page,
    );
  },
});
