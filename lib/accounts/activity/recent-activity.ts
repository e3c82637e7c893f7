import type { z } from "zod";
import type { activityPart } from "@/lib/home/dashboard/schema";
import { iso } from "@/lib/platform/kernel/dates";
import type { Context } from "@/lib/platform/operations/operation";
import { rows } from "@/lib/platform/operations/rows";
import { isPermission, nameOf } from "@/lib/policy/permissions";

/** The last entries of the activity log. */
export async function recentActivity(context: Context<"account">): Promise<z.input<typeof activityPart>> {
  const events = await context.db.auditEvent.findMany({
    where: rows(context, "activity.view", { accountId: context.account.id }),
    select: { id: true, at: true, actorName: true, summary: true, outcome: true, permission: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 6,
  });
  return events.map(({ at, permission, ...event }) => ({
    ...event,
    at: iso(at),
    permissionName: isPermission(permission) ? nameOf(permission) : permission,
  }));
}
