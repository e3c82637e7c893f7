import { iso } from "@/lib/platform/kernel/dates";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import type { NamedMeeting } from "./schema";

/**
 * Those of the meetings that the viewer may see, by id: what something else may name and link to. The operation declares
 * `alsoChecks: ["meetings.view"]`.
 */
export async function visibleMeetings(
  context: Context<"account">,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, NamedMeeting>> {
  const wanted = [...new Set(ids)].filter((one) => one !== null);
  if (wanted.length === 0) return new Map();
  const found = await context.db.meeting.findMany({
    where: accessibleWhere(context, "meetings.view", { id: { in: wanted } }),
    select: { id: true, title: true, startsAt: true },
  });
  return new Map(found.map(({ startsAt, ...one }) => [one.id, { ...one, startsAt: iso(startsAt) }]));
}
