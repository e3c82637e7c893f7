import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { invalidField } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { authorizeFeature } from "@/lib/workspace/core/meeting-features";
import { lockedMeeting, targetOf, visibleMeeting } from "@/lib/workspace/core/meeting-record";
import { chosenParticipants } from "@/lib/workspace/core/participants";
import { tellAttendees } from "../mail/tell-attendees";
import { refuseTooMany } from "./refuse-too-many";
import { MOST_ATTENDEES } from "./schema";

/** Invites members to a meeting. Once it is published they are told at once. */
export const inviteAttendees = defineCommand({
  name: "meetings.invite",
  permission: "meetings.view",
  alsoChecks: ["meetings.control", "meetings.features.use", "people.members.view"],
  scope: "account",
  summary: "Invite members to a meeting",
  activity: "invite people to a meeting",
  input: z.object({ meetingId: id, people: z.array(id).max(MOST_ATTENDEES) }),
  output: z.object({ meetingId: id, invited: z.int() }),
  http: { method: "POST", path: "/accounts/{accountId}/meetings/{meetingId}/attendees" },
  run: async (context, { meetingId, people }) => {
    const meeting = await lockedMeeting(context, meetingId);
    await authorizeFeature(context, meeting, "manageAttendees");
    if (people.length === 0) throw invalidField("people", t("Choose at least one person."));
    await chosenParticipants(context, "people", people);
    const already = new Set(meeting.invitations.map(({ contactId }) => contactId));
    const added = [...new Set(people)].filter((one) => !already.has(one));
    refuseTooMany(already.size + added.length);
    const { db, account, actor } = context;
    await db.meetingInvitation.createMany({
      data: added.map((contactId) => ({ accountId: account.id, meetingId, contactId, invitedByName: actor.name })),
      skipDuplicates: true,
    });
    if (meeting.status === "scheduled" && added.length > 0)
      await tellAttendees(context, await visibleMeeting(context, meetingId), {
        kind: "meeting-invitation",
        subject: () => t("Invitation: {title}", { title: meeting.title }),
        text: () => [t("{name} invites you to this meeting.", { name: actor.name })],
        action: () => t("View the agenda and respond"),
        to: new Set(added),
        calendar: true,
      });
    return {
      output: { meetingId, invited: added.length },
      audit: {
        summary: say("Invited {count, plural, one {# person} other {# people}} to the meeting {title}", {
          count: added.length,
          title: meeting.title,
        }),
        target: targetOf(meeting),
        details: { people: added },
      },
    };
  },
});
