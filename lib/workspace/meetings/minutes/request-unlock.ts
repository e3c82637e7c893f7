import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { authorizeFeature } from "@/lib/workspace/core/meeting-features";
import { lockedMeeting, targetOf } from "@/lib/workspace/core/meeting-record";
import { reasonText } from "../input-fields";
import { tellAttendees } from "../mail/tell-attendees";

/** Asks the chair to unlock signed minutes, with a reason. */
export const requestUnlock = defineCommand({
  name: "meetings.request-unlock",
  permission: "meetings.view",
  alsoChecks: ["meetings.control", "meetings.features.use"],
  scope: "account",
  summary: "Ask for signed minutes to be unlocked",
  activity: "ask for minutes to be unlocked",
  input: z.object({ meetingId: id, reason: reasonText }),
  output: z.object({ meetingId: id, requestId: id }),
  http: { method: "POST", path: "/accounts/{accountId}/meetings/{meetingId}/unlock-requests", status: 201 },
  run: async (context, { meetingId, reason }) => {
    const meeting = await lockedMeeting(context, meetingId);
    await authorizeFeature(context, meeting, "takeMinutes");
    const { db, account, actor } = context;
    const of = { accountId: account.id, meetingId };
    const signOff = await db.meetingSignOff.findFirst({ where: { ...of, unlockedAt: null }, select: { id: true } });
    if (signOff === null) throw new Problem("conflict", t("The minutes of this meeting are not signed."));
    if ((await db.meetingUnlock.count({ where: { ...of, signOffId: signOff.id, approved: null } })) > 0)
      throw new Problem("conflict", t("Someone has already asked for these minutes to be unlocked."));
    const { id: requestId } = await db.meetingUnlock.create({
      data: {
        ...{ ...of, signOffId: signOff.id, reason },
        ...{ requestedByContactId: actor.contactId, requestedByName: actor.name },
      },
      select: { id: true },
    });
    if (meeting.chairContactId !== null)
      await tellAttendees(context, meeting, {
        kind: "meeting-minutes",
        subject: () => t("Request to unlock minutes: {title}", { title: meeting.title }),
        text: () => [t("{name} asks you to unlock the signed minutes.", { name: actor.name }), reason],
        action: () => t("View the request"),
        to: new Set([meeting.chairContactId]),
      });
    return {
      output: { meetingId, requestId },
      audit: {
        summary: say("Asked for the minutes of the meeting {title} to be unlocked", { title: meeting.title }),
        target: targetOf(meeting),
        details: { reason },
      },
    };
  },
});
