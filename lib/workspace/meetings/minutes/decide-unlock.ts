import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { controlledMeeting, targetOf } from "@/lib/workspace/core/meeting-record";

/** Approves or rejects a request to unlock. What was signed stays on record, and is signed anew after the change. */
export const decideUnlock = defineCommand({
  name: "meetings.decide-unlock",
  permission: "meetings.control",
  scope: "account",
  summary: "Approve or reject a request to unlock signed minutes",
  activity: "decide on a request to unlock minutes",
  input: z.object({ meetingId: id, requestId: id, approve: z.boolean() }),
  output: z.object({ meetingId: id, approved: z.boolean() }),
  http: { method: "POST", path: "/accounts/{accountId}/meetings/{meetingId}/unlock-requests/{requestId}/decide" },
  run: async (context, { meetingId, requestId, approve }) => {
    const meeting = await controlledMeeting(context, meetingId);
    const { db, account, actor, realNow: now } = context;
    const of = { accountId: account.id, meetingId };
    const request = await db.meetingUnlock.findFirst({
      where: { ...of, id: requestId },
      select: { signOffId: true, approved: true, reason: true },
    });
    if (request === null) throw notFound(t("Request not found."));
    if (request.approved !== null) throw new Problem("conflict", t("This request was already decided."));
    await db.meetingUnlock.updateMany({
      where: { ...of, id: requestId, approved: null },
      data: { approved: approve, decidedByName: actor.name, decidedAt: now },
    });
    if (approve) {
      await db.meetingSignOff.updateMany({
        where: { ...of, id: request.signOffId, unlockedAt: null },
        data: { unlockedAt: now, unlockedByName: actor.name },
      });
      await db.meeting.updateMany({
        where: { accountId: account.id, id: meetingId },
        data: { minutesStatus: "circulated" },
      });
    }
    return {
      output: { meetingId, approved: approve },
      audit: {
        summary: approve
          ? say("Unlocked the minutes of the meeting {title}", { title: meeting.title })
          : say("Rejected unlocking the minutes of the meeting {title}", { title: meeting.title }),
        target: targetOf(meeting),
        details: { reason: request.reason },
      },
    };
  },
});
