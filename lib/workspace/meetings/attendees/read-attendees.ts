import type { z } from "zod";
import { isoOrNull } from "@/lib/platform/kernel/dates";
import type { Context } from "@/lib/platform/operations/operation";
import type { MeetingRow } from "@/lib/workspace/core/meeting-record";
import { MOST_ATTENDEES, type shownAttendee } from "./schema";

/** The attendees of a meeting by name. */
export async function readAttendees(
  { db, account, actor, viewer }: Context<"account">,
  meeting: MeetingRow,
  manages: boolean,
): Promise<z.input<typeof shownAttendee>[]> {
  const rows = await db.meetingInvitation.findMany({
    where: { accountId: account.id, meetingId: meeting.id },
    select: {
      ...{
        contactId: true,
        answer: true,
        earlierAnswer: true,
        note: true,
        presence: true,
        arrivedAt: true,
        leftAt: true,
      },
      contact: { select: { name: true } },
    },
    orderBy: [{ contact: { nameSearch: "asc" } }, { contactId: "asc" }],
    take: MOST_ATTENDEES,
  });
  return rows.map(({ contact, note, earlierAnswer, arrivedAt, leftAt, ...row }) => ({
    ...row,
    name: contact.name,
    earlierAnswer: earlierAnswer === "none" ? null : earlierAnswer,
    // Whoever looks as somebody reads no note of theirs.
    note: manages || (row.contactId === actor.contactId && viewer.looker === null) ? note : "",
    arrivedAt: isoOrNull(arrivedAt),
    leftAt: isoOrNull(leftAt),
    isChair: row.contactId === meeting.chairContactId,
    isMinuteTaker: row.contactId === meeting.minuteTakerContactId,
  }));
}
