import { z } from "zod";
import { plannedAnew } from "@/lib/platform/db/plan-anew";
import { dayOf } from "@/lib/platform/kernel/calendar-day";
import { id } from "@/lib/platform/kernel/ids";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineDashboardPart } from "@/lib/platform/operations/dashboard-part";
import type { Context } from "@/lib/platform/operations/operation";
import { isOverdue, openOverdue, todayOf } from "./due";

const schema = z.object({
  /** Open, and assigned to the viewer. */
  mineCount: z.int(),
  mine: z
    .array(
      z.object({
        id,
        number: z.int(),
        title: z.string(),
        dueOn: z.iso.date().nullable(),
        overdue: z.boolean(),
      }),
    )
    .max(3),
  /** Of all that the viewer sees. */
  overdueCount: z.int(),
});

declare module "@/lib/platform/operations/dashboard-part" {
  interface DashboardParts {
    actions: z.infer<typeof schema>;
  }
}

export const actionsPart = defineDashboardPart({
  name: "actions",
  permission: "actions.view",
  schema,
  load: actionsWaiting,
});

/** What the viewer has to do, soonest first, and how much is overdue. */
async function actionsWaiting(context: Context): Promise<z.input<typeof schema>> {
  const { db, actor } = context;
  const today = todayOf(context);
  const { contactId } = actor;
  const assigned = contactId === null ? { id: { in: [] } } : { assignments: { some: { contactId } } };
  const mine = accessibleWhere(context, "actions.view", { doneOrder: 0, ...assigned });
  const first = db.action.findMany({
    where: mine,
    select: { id: true, number: true, title: true, dueOn: true, doneOrder: true },
    orderBy: [{ dueOn: { sort: "asc", nulls: "last" } }, { id: "asc" }],
    take: 3,
  });
  const overdue = accessibleWhere(context, "actions.view", openOverdue(today));
  const [found, mineCount, overdueCount] = await plannedAnew(db, () =>
    Promise.all([first, db.action.count({ where: mine }), db.action.count({ where: overdue })]),
  );
  return {
    mineCount,
    mine: found.map(({ doneOrder, dueOn, ...action }) => ({
      ...action,
      dueOn: dueOn === null ? null : dayOf(dueOn),
      overdue: isOverdue({ doneOrder, dueOn }, today),
    })),
    overdueCount,
  };
}
