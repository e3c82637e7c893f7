import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { controlledMeeting, refuseSettled, targetOf } from "@/lib/workspace/core/meeting-record";
import { tellAttendees } from "../mail/tell-attendees";
import { contentToSign } from "./signed-content";

/**
 * Signs the minutes. From then on nothing of the meeting can change, and everybody invited can read them. Throws `conflict`
 * if they are signed already, the meeting has not begun, or what there is to sign was changed since `seen` was read.
 */
export const signMinutes = defineCommand({
  name: "meetings.sign-minutes",
  permission: "meetings.control",
  scope: "account",
  summary: "Sign the minutes of a meeting, which locks them",
  activity: "sign minutes",
  input: z.object({
    meetingId: id,
    seen: z
      .string()
      .max(100)
      .optional()
      .describe("What was read, as `toSign` of the meeting: nothing else is signed then"),
  }),
  output: z.object({ meetingId: id, number: z.int(), hash: z.string() }),
  http: { method: "POST", path: "/accounts/{accountId}/meetings/{meetingId}/sign" },
  run: async (context, { meetingId, seen }) => {
    const meeting = await controlledMeeting(context, meetingId);
    refuseSettled(meeting);
    const { db, account, actor, realNow: signedAt } = context;
    if (meeting.startsAt > signedAt)
      throw new Problem("conflict", t("Minutes can be signed once the meeting has begun."));
    const of = { accountId: account.id, meetingId };
    const number = (await db.meetingSignOff.count({ where: of })) + 1;
    const signature = { signedBy: actor.name, signedAt, number };
    const { content, hash, mark } = await contentToSign(context, meeting, signature);
    if (seen !== undefined && seen !== mark)
      throw new Problem(
        "conflict",
        t("The minutes were changed since you opened them. Read them again before you sign."),
      );
    await db.meeting.updateMany({
      where: { accountId: account.id, id: meetingId },
      data: { minutesStatus: "signed" },
    });
    await db.meetingSignOff.create({
      data: { ...of, number, signedByContactId: actor.contactId, signedByName: actor.name, signedAt, hash, content },
    });
    await tellAttendees(context, meeting, {
      kind: "meeting-minutes",
      subject: () => t("Signed minutes: {title}", { title: meeting.title }),
      text: () => [t("{name} signed the minutes.", { name: actor.name })],
      action: () => t("Read the minutes"),
    });
    return {
      output: { meetingId, number, hash },
      audit: {
        summary: say("Signed the minutes of the meeting {title}", { title: meeting.title }),
        target: targetOf(meeting),
        details: { number, hash },
      },
    };
  },
});
