import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { authorizeFeature } from "@/lib/workspace/core/meeting-features";
import { lockedMeeting, refuseSettled, targetOf } from "@/lib/workspace/core/meeting-record";
import { tellAttendees } from "../mail/tell-attendees";
import { minutesStatus } from "../schema";

/** Sends the draft minutes to the attendees, who can read and comment on them from then on. */
export const circulateMinutes = defineCommand({
  name: "meetings.circulate-minutes",
  permission: "meetings.view",
  alsoChecks: ["meetings.control", "meetings.features.use"],
  scope: "account",
  summary: "Send the draft minutes to the attendees for comment",
  activity: "send draft minutes for comment",
  input: z.object({ meetingId: id }),
  output: z.object({ meetingId: id, minutesStatus }),
  http: { method: "POST", path: "/accounts/{accountId}/meetings/{meetingId}/minutes/circulate" },
  run: async (context, { meetingId }) => {
    const meeting = await lockedMeeting(context, meetingId);
    await authorizeFeature(context, meeting, "takeMinutes");
    refuseSettled(meeting);
    await context.db.meeting.updateMany({
      where: { accountId: context.account.id, id: meetingId },
      data: { minutesStatus: "circulated" },
    });
    await tellAttendees(context, meeting, {
      kind: "meeting-minutes",
      subject: () => t("Draft minutes: {title}", { title: meeting.title }),
      text: () => [t("{name} asks for your comments on the draft minutes.", { name: context.actor.name })],
      action: () => t("Read and comment"),
    });
    return {
      output: { meetingId, minutesStatus: "circulated" as const },
      audit: {
        summary: say("Sent the draft minutes of the meeting {title} for comment", { title: meeting.title }),
        target: targetOf(meeting),
      },
    };
  },
});
