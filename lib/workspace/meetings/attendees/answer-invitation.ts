import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { lockedMeeting, refuseSettled, targetOf } from "@/lib/workspace/core/meeting-record";
import { textOf } from "../input-fields";
import { meetingAnswer } from "./schema";

/** Accepts one's own invitation or sends apologies, with a note for those who see the attendees. */
export const answerInvitation = defineCommand({
  name: "meetings.answer",
  permission: "meetings.view",
  scope: "account",
  summary: "Accept your invitation to a meeting, or send your apologies",
  activity: "answer an invitation",
  input: z.object({
    meetingId: id,
    answer: meetingAnswer.exclude(["none"]),
    note: textOf(500).default(""),
    startsAt: isoDateTime.optional().describe("The start it is meant for: refused if the meeting was moved meanwhile"),
  }),
  output: z.object({ meetingId: id, answer: meetingAnswer }),
  http: { method: "PUT", path: "/accounts/{accountId}/meetings/{meetingId}/answer" },
  run: async (context, { meetingId, answer, note, startsAt }) => {
    const meeting = await lockedMeeting(context, meetingId);
    refuseSettled(meeting);
    if (startsAt !== undefined && new Date(startsAt).getTime() !== meeting.startsAt.getTime())
      throw new Problem("conflict", t("This meeting was just moved. Check its new time before you respond."));
    const { db, account, actor } = context;
    const { count } = await db.meetingInvitation.updateMany({
      where: { accountId: account.id, meetingId, contactId: actor.contactId ?? account.id },
      data: { answer, note, answeredAt: context.realNow, earlierAnswer: null },
    });
    if (count === 0) throw new Problem("conflict", t("You are not invited to this meeting."));
    return {
      output: { meetingId, answer },
      audit: {
        summary:
          answer === "accepted"
            ? say("Accepted the invitation to the meeting {title}", { title: meeting.title })
            : say("Sent apologies for the meeting {title}", { title: meeting.title }),
        target: targetOf(meeting),
      },
    };
  },
});
