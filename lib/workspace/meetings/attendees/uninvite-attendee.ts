import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { authorizeFeature } from "@/lib/workspace/core/meeting-features";
import { lockedMeeting, targetOf } from "@/lib/workspace/core/meeting-record";
import { tellUninvited } from "../mail/tell-attendees";

/** Takes somebody off a meeting, with what it opened to them. They see nothing more of it. */
export const uninviteAttendee = defineCommand({
  name: "meetings.uninvite",
  permission: "meetings.view",
  alsoChecks: ["meetings.control", "meetings.features.use"],
  scope: "account",
  summary: "Take an attendee off a meeting",
  activity: "remove someone from a meeting",
  input: z.object({ meetingId: id, contactId: id }),
  output: z.object({ meetingId: id, contactId: id }),
  http: { method: "DELETE", path: "/accounts/{accountId}/meetings/{meetingId}/attendees/{contactId}" },
  run: async (context, { meetingId, contactId }) => {
    const meeting = await lockedMeeting(context, meetingId);
    await authorizeFeature(context, meeting, "manageAttendees");
    if (contactId === meeting.chairContactId)
      throw new Problem("conflict", t("The chair is an attendee. Choose another chair first."));
    if (contactId === meeting.minuteTakerContactId)
      throw new Problem("conflict", t("The minute taker is an attendee. Choose another one first."));
    const { db, account } = context;
    const key = { accountId: account.id, meetingId, contactId };
    const attendee = await db.meetingInvitation.findFirst({
      where: key,
      select: { contact: { select: { name: true } } },
    });
    if (attendee === null) throw notFound(t("Attendee not found."));
    await db.meetingItemReader.deleteMany({ where: { accountId: account.id, contactId, item: { meetingId } } });
    const signed = meeting.minutesStatus === "signed";
    // Signed minutes keep whom they name; who isn't invited reads none of it.
    if (!signed)
      await db.meetingItem.updateMany({
        where: { accountId: account.id, meetingId, presenterId: contactId },
        data: { presenterId: null },
      });
    await db.meetingInvitation.deleteMany({ where: key });
    if (meeting.status === "scheduled" && !signed) {
      // A calendar takes the end of an invitation that is newer than what it has.
      const sequence = meeting.sequence + 1;
      await db.meeting.updateMany({ where: { accountId: account.id, id: meetingId }, data: { sequence } });
      await tellUninvited(context, { ...meeting, sequence }, new Set([contactId]));
    }
    return {
      output: { meetingId, contactId },
      audit: {
        summary: say("Removed {name} from the meeting {title}", { name: attendee.contact.name, title: meeting.title }),
        target: targetOf(meeting),
      },
    };
  },
});
