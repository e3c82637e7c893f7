import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { authorize } from "@/lib/platform/operations/authorize";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { viewerLookingAs } from "@/lib/policy/viewer";
import { type MeetingRow, visibleMeeting } from "@/lib/workspace/core/meeting-record";
import { noteView } from "@/lib/workspace/core/note-view";
import { signedMinutes } from "../minutes/schema";
import { viewSignedMinutes } from "../minutes/view-signed-minutes";
import { meetingView } from "../schema";
import { viewMeeting } from "../view-meeting";
import { namedPerson } from "./schema";

/**
 * One meeting as one of its attendees sees it, for whoever runs it: read by the operations that show it, as two viewers in one
 * (docs/decisions/0141), so it is never more than both may see. The activity log says who looked,
 * and so does the attendee's own profile.
 */
export const viewAsAttendee = defineQuery({
  name: "meetings.view-as-attendee",
  permission: "meetings.control",
  alsoChecks: ["meetings.view", ...(viewMeeting.alsoChecks ?? [])],
  scope: "account",
  summary: "View a meeting that you run as one of its attendees sees it",
  activity: "view a meeting as an attendee",
  input: z.object({ meetingId: id, contactId: id }),
  output: z.object({ person: namedPerson, meeting: meetingView, signed: signedMinutes.nullable() }),
  http: { method: "GET", path: "/accounts/{accountId}/meetings/{meetingId}/attendees/{contactId}/view" },
  run: async (context, { meetingId, contactId }) => {
    const meeting = await visibleMeeting(context, meetingId);
    await authorize(context, "meetings.control", meeting);
    const seen = await lookingAs(context, meeting, contactId);
    const shown = await viewMeeting.run(seen.context, { meetingId });
    const signed = shown.minutesStatus === "signed" ? await viewSignedMinutes.run(seen.context, { meetingId }) : null;
    await noteView(context, { contactId, personId: seen.personId });
    return { person: { id: contactId, name: seen.name }, meeting: shown, signed };
  },
  logged: ({ person, meeting }) => ({
    summary: say("Viewed the meeting {title} as {name}", { title: meeting.title, name: person.name }),
    target: { type: "meeting", id: meeting.id },
  }),
});

async function lookingAs(context: Context<"account">, meeting: MeetingRow, contactId: string) {
  if (contactId === context.actor.contactId) throw notFound(t("You already see this meeting as yourself."));
  if (!meeting.invitations.some((one) => one.contactId === contactId)) throw notFound(t("Attendee not found."));
  const [member] = await context.members({ ids: [contactId] });
  if (member === undefined) throw notFound(t("Attendee not found."));
  const { name, subject } = member;
  const viewer = viewerLookingAs(subject, context.viewer);
  return {
    name,
    personId: subject.personId,
    context: { ...context, viewer, actor: { ...context.actor, contactId, name } },
  };
}
