import { z } from "zod";
import { plannedAnew } from "@/lib/platform/db/plan-anew";
import { iso, isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineDashboardPart } from "@/lib/platform/operations/dashboard-part";
import type { Context } from "@/lib/platform/operations/operation";
import { shown } from "@/lib/platform/operations/stored";
import { hiddenTargets } from "./hidden-targets";
import { nameless } from "./nameless";
import { shownEvents } from "./shown-events";

const schema = z.array(
  z.object({
    id,
    at: isoDateTime,
    actorName: z.string(),
    summary: z.string(),
  }),
);

declare module "@/lib/platform/operations/dashboard-part" {
  interface DashboardParts {
    activity: z.infer<typeof schema>;
  }
}

export const activityPart = defineDashboardPart({
  name: "activity",
  permission: "activity.view",
  schema,
  load: recentActivity,
});

/** The latest changes on the account. Denied attempts are only in the full log. */
async function recentActivity(context: Context<"account">): Promise<z.input<typeof schema>> {
  const newest = context.db.auditEvent.findMany({
    where: accessibleWhere(context, "activity.view", {
      accountId: context.account.id,
      outcome: "done" as const,
      AND: [shownEvents(context)],
    }),
    select: {
      id: true,
      at: true,
      operation: true,
      actorName: true,
      summary: true,
      said: true,
      targetType: true,
      targetId: true,
      details: true,
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 6,
  });
  const events = await plannedAnew(context.db, () => newest);
  const hidden = await hiddenTargets(context, events);
  return events.map(({ id, at, actorName, summary, said }) => {
    const line = hidden.has(id) ? nameless({ summary, said }) : { summary, said };
    return { id, at: iso(at), actorName, summary: shown(line, context.actor.locale) };
  });
}
