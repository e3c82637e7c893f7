import { z } from "zod";
import { plannedAnew } from "@/lib/platform/db/plan-anew";
import { iso, isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineDashboardPart } from "@/lib/platform/operations/dashboard-part";
import type { Context } from "@/lib/platform/operations/operation";

const shownMeeting = z.object({ id, title: z.string(), startsAt: isoDateTime });

const schema = z.object({
  /** Invitations that the viewer has not answered. */
  unansweredCount: z.int(),
  unanswered: z.array(shownMeeting).max(3),
  /** Past meetings of which the viewer is the chair, whose minutes were sent for comment and not signed. */
  toSignCount: z.int(),
  toSign: z.array(shownMeeting).max(3),
});

declare module "@/lib/platform/operations/dashboard-part" {
  interface DashboardParts {
    meetings: z.infer<typeof schema>;
  }
}

export const meetingsPart = defineDashboardPart({
  name: "meetings",
  permission: "meetings.view",
  schema,
  load: meetingsAhead,
});

/** What meetings wait for from this viewer: an answer, or a signature. */
async function meetingsAhead(context: Context<"account">): Promise<z.input<typeof schema> | undefined> {
  const { db, actor, realNow: now } = context;
  const { contactId } = actor;
  if (contactId === null) return undefined;
  const unanswered = accessibleWhere(context, "meetings.view", {
    status: "scheduled" as const,
    endsAt: { gte: now },
    invitations: { some: { contactId, answer: "none" as const } },
  });
  const toSign = accessibleWhere(context, "meetings.view", {
    minutesStatus: "circulated" as const,
    chairContactId: contactId,
    endsAt: { lt: now },
  });
  const first = {
    select: { id: true, title: true, startsAt: true },
    orderBy: [{ startsAt: "asc" as const }, { id: "asc" as const }],
    take: 3,
  };
  const [unansweredCount, unansweredFirst, toSignCount, toSignFirst] = await plannedAnew(db, () =>
    Promise.all([
      db.meeting.count({ where: unanswered }),
      db.meeting.findMany({ where: unanswered, ...first }),
      db.meeting.count({ where: toSign }),
      db.meeting.findMany({ where: toSign, ...first }),
    ]),
  );
  const shown = (rows: typeof unansweredFirst) => rows.map((row) => ({ ...row, startsAt: iso(row.startsAt) }));
  return {
    ...{ unansweredCount, unanswered: shown(unansweredFirst) },
    ...{ toSignCount, toSign: shown(toSignFirst) },
  };
}
