import { z } from "zod";
import { planAnew } from "@/lib/platform/db/plan-anew";
import { countedBy, countResult } from "@/lib/platform/kernel/page";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import { department } from "@/lib/support/tickets/schema";
import { departmentFilter } from "./department-filter";
import { type QueueView, queueViews } from "./schema";
import { viewFilter, viewOrder } from "./views";

/** Closed tickets only become more: their number says nothing. */
const counted = queueViews.filter((view) => view !== "closed");

/** How many tickets the views of the queue have, each as far as a list counts. */
export const countQueue = defineQuery({
  name: "queue.count",
  permission: "support.tickets.assign",
  scope: "staff",
  alsoChecks: ["support.tickets.view"],
  summary: "Count the tickets in the views of the queue; counting stops at 1,000",
  activity: "view the ticket queue",
  input: z.object({ department: department.optional() }),
  output: z.object(Object.fromEntries(counted.map((view) => [view, z.int()])) as Record<CountedView, z.ZodInt>),
  http: { method: "GET", path: "/staff/ticket-counts" },
  run: async (context, { department }) => {
    const { db, actor, realNow: now } = context;
    planAnew(db);
    const counts = await Promise.all(
      counted.map(async (view) => {
        const filter = {
          ...viewFilter(view, { personId: actor.personId, now }),
          ...departmentFilter(context, department),
        };
        const where = accessibleWhere(context, "support.tickets.view", filter);
        const { total } = countResult(await db.ticket.count({ where, ...countedBy(viewOrder(view)) }));
        return [view, total] as const;
      }),
    );
    return Object.fromEntries(counts) as Record<CountedView, number>;
  },
});

type CountedView = Exclude<QueueView, "closed">;
