import type { z } from "zod";
import type { activityPart } from "@/lib/home/dashboard/schema";
import { iso } from "@/lib/platform/kernel/dates";
import type { Context } from "@/lib/platform/operations/operation";
import { rows } from "@/lib/platform/operations/rows";

/** What was done on the account last. What was denied stands in the log itself. */
export async function recentActivity(context: Context<"account">): Promise<z.input<typeof activityPart>> {
  const events = await context.db.auditEvent.findMany({
    where: rows(context, "activity.view", { accountId: context.account.id, outcome: "done" as const }),
    select: { id: true, at: true, actorName: true, summary: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 6,
  });
  return events.map(({ at, ...event }) => ({ ...event, at: iso(at) }));
}
