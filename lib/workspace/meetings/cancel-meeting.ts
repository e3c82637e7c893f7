import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { controlledMeeting, refuseSettled, targetOf } from "@/lib/workspace/core/meeting-record";
import { reasonText } from "./input-fields";
import { tellAttendees } from "./mail/tell-attendees";
import { meetingState } from "./schema";

/** Cancels a meeting: it stays on record, and leaves the calendars of its attendees. */
export const cancelMeeting = defineCommand({
  name: "meetings.cancel",
  permission: "meetings.control",
  scope: "account",
  summary: "Cancel a meeting and tell its attendees",
  activity: "cancel a meeting",
  input: z.object({ meetingId: id, reason: reasonText }),
  output: meetingState,
  http: { method: "POST", path: "/accounts/{accountId}/meetings/{meetingId}/cancel" },
  run: async (context, { meetingId, reason }) => {
    const meeting = await controlledMeeting(context, meetingId);
    refuseSettled(meeting);
    const cancelled = { status: "cancelled" as const, sequence: meeting.sequence + 1 };
    await context.db.meeting.updateMany({
      where: { accountId: context.account.id, id: meetingId },
      data: { ...cancelled, cancelReason: reason, cancelledAt: context.realNow },
    });
    if (meeting.status === "scheduled")
      await tellAttendees(
        context,
        { ...meeting, ...cancelled },
        {
          kind: "meeting-invitation",
          subject: () => t("Cancelled: {title}", { title: meeting.title }),
          text: () => [t("{name} cancelled this meeting.", { name: context.actor.name }), reason],
          action: () => t("View the meeting"),
          calendar: true,
        },
      );
    return {
      output: { id: meetingId, title: meeting.title, status: "cancelled" as const },
      audit: { summary: say("Cancelled the meeting {title}", { title: meeting.title }), target: targetOf(meeting) },
    };
  },
});
