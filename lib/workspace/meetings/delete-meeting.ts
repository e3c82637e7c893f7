import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere, authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { lockedMeeting, targetOf } from "@/lib/workspace/core/meeting-record";
import { tellAttendees } from "./mail/tell-attendees";

/** Deletes a meeting with all that belongs to it. Signed minutes are kept: they must be unlocked first. */
export const deleteMeeting = defineCommand({
  name: "meetings.delete",
  permission: "meetings.delete",
  scope: "account",
  summary: "Delete a meeting, unless its minutes are signed",
  activity: "delete a meeting",
  input: z.object({ meetingId: id }),
  output: z.object({ id }),
  http: { method: "DELETE", path: "/accounts/{accountId}/meetings/{meetingId}" },
  run: async (context, { meetingId }) => {
    const meeting = await lockedMeeting(context, meetingId);
    await authorize(context, "meetings.delete", meeting);
    if (meeting.minutesStatus === "signed")
      throw new Problem("conflict", t("Signed minutes can't be deleted. Ask for them to be unlocked first."));
    if (meeting.status === "scheduled") {
      const gone = { ...meeting, status: "cancelled" as const, sequence: meeting.sequence + 1 };
      await tellAttendees(context, gone, {
        kind: "meeting-invitation",
        subject: () => t("Deleted: {title}", { title: meeting.title }),
        text: () => [t("{name} deleted this meeting.", { name: context.actor.name })],
        action: () => "",
        calendar: true,
        gone: true,
      });
    }
    const { count } = await context.db.meeting.deleteMany({
      where: accessibleWhere(context, "meetings.delete", { id: meetingId }),
    });
    if (count === 0) throw notFound(t("Meeting not found."));
    return {
      output: { id: meetingId },
      audit: { summary: say("Deleted the meeting {title}", { title: meeting.title }), target: targetOf(meeting) },
    };
  },
});
