import type { Prisma } from "@/lib/platform/db/generated/client";
import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere, authorize } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";

const named = { select: { id: true, name: true } } as const;

/** What decides who sees a meeting and its items. */
const accessColumns = {
  ...{ id: true, createdByContactId: true, chairContactId: true },
  invitations: { select: { contactId: true } },
  recusals: {
    select: { itemId: true, contactId: true, name: true, reason: true, decidedByName: true },
    orderBy: [{ decidedAt: "asc" }, { contactId: "asc" }],
  },
} as const satisfies Prisma.MeetingSelect;

export type MeetingAccess = Prisma.MeetingGetPayload<{ select: typeof accessColumns }>;

/** The columns of a meeting: what decisions about it depend on, and its details. */
export const meetingColumns = {
  ...accessColumns,
  ...{ accountId: true, title: true, createdByName: true },
  ...{ minuteTakerContactId: true, startsAt: true, endsAt: true, zone: true, place: true, url: true, status: true },
  ...{ minutesStatus: true, guests: true, cancelReason: true, agendaChanged: true, sequence: true, version: true },
  type: { select: { id: true, name: true } },
  chair: named,
  minuteTaker: named,
} as const satisfies Prisma.MeetingSelect;

export type MeetingRow = Prisma.MeetingGetPayload<{ select: typeof meetingColumns }>;

/** A meeting that the viewer may see; null for all others. */
export const findMeeting = (context: Context, meetingId: string): Promise<MeetingRow | null> =>
  context.db.meeting.findFirst({
    where: accessibleWhere(context, "meetings.view", { id: meetingId }),
    select: meetingColumns,
  });

/** The same. Throws `not-found` for all others. */
export async function visibleMeeting(context: Context, meetingId: string): Promise<MeetingRow> {
  const meeting = await findMeeting(context, meetingId);
  if (meeting === null) throw notFound(t("Meeting not found."));
  return meeting;
}

/** The same for pages that show items and nothing of the meeting itself. */
export async function accessOfMeeting(context: Context, meetingId: string): Promise<MeetingAccess> {
  const where = accessibleWhere(context, "meetings.view", { id: meetingId });
  const meeting = await context.db.meeting.findFirst({ where, select: accessColumns });
  if (meeting === null) throw notFound(t("Meeting not found."));
  return meeting;
}

/**
 * The same, locked until the transaction ends: what belongs to a meeting changes one after the other, and access is
 * decided on what the one before has left.
 */
export async function lockedMeeting(context: Context<"account">, meetingId: string): Promise<MeetingRow> {
  const { db, account } = context;
  await queryRows(
    db,
    sql`select "id" from "Meeting" where "accountId" = ${account.id}::uuid and "id" = ${meetingId}::uuid for update`,
  );
  return visibleMeeting(context, meetingId);
}

/** A locked meeting of which the viewer has full control. */
export async function controlledMeeting(context: Context<"account">, meetingId: string): Promise<MeetingRow> {
  const meeting = await lockedMeeting(context, meetingId);
  await authorize(context, "meetings.control", meeting);
  return meeting;
}

/** Throws `conflict` once the minutes are signed or the meeting is cancelled: the database refuses a change as well. */
export function refuseSettled({ minutesStatus, status }: Pick<MeetingRow, "minutesStatus" | "status">): void {
  if (minutesStatus === "signed")
    throw new Problem("conflict", t("The minutes of this meeting are signed. Ask for them to be unlocked first."));
  if (status === "cancelled") throw new Problem("conflict", t("This meeting was cancelled."));
}

export const targetOf = (meeting: Pick<MeetingRow, "id">) => ({ type: "meeting", id: meeting.id });
