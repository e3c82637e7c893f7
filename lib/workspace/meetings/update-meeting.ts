import { z } from "zod";
import { id, version } from "@/lib/platform/kernel/ids";
import { invalidField, staleVersion } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere, authorize } from "@/lib/platform/operations/authorize";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { lockedMeeting, type MeetingRow, refuseSettled, targetOf } from "@/lib/workspace/core/meeting-record";
import { refuseRemoved } from "@/lib/workspace/core/refuse-removed";
import { askAgain } from "./attendees/ask-again";
import { assignMinuteTaker } from "./features/assign-minute-taker";
import { titleText, whenAndWhere } from "./input-fields";
import { instantsOf } from "./local-times";
import { tellAttendees } from "./mail/tell-attendees";
import { whenInWords } from "./mail/when-in-words";
import { meetingState } from "./schema";

/**
 * Changes the details. Once it is published, attendees are told of another time, place or title, and so are calendars, and
 * of another time that is still to come they are asked again whether they attend (decision 202).
 */
export const updateMeeting = defineCommand({
  name: "meetings.update",
  permission: "meetings.update",
  scope: "account",
  summary: "Change the details of a meeting",
  activity: "change a meeting",
  input: z.object({
    meetingId: id,
    version,
    title: titleText,
    ...whenAndWhere,
    chair: id.describe("An attendee"),
    minuteTaker: id.nullable().default(null).describe("An attendee, who may then take minutes"),
  }),
  output: meetingState,
  http: { method: "PUT", path: "/accounts/{accountId}/meetings/{meetingId}" },
  run: async (context, { meetingId, version, chair, minuteTaker, ...asked }) => {
    const meeting = await lockedMeeting(context, meetingId);
    await authorize(context, "meetings.update", meeting);
    refuseSettled(meeting);
    await checkAttendees(context, meeting, { chair, minuteTaker });
    const { title, zone, place } = asked;
    const changed = { title, zone, place, url: asked.url || null, ...instantsOf(asked) };
    const told = meeting.status === "scheduled" && differs(meeting, changed);
    const { count } = await context.db.meeting.updateMany({
      where: accessibleWhere(context, "meetings.update", { id: meetingId, version }),
      data: {
        ...changed,
        chairContactId: chair,
        minuteTakerContactId: minuteTaker,
        version: version + 1,
        sequence: meeting.sequence + (told ? 1 : 0),
      },
    });
    if (count === 0) throw staleVersion();
    await assignMinuteTaker(context, meeting, minuteTaker);
    const again = told && isMoved(meeting, changed) && changed.endsAt > context.realNow;
    if (again) await askAgain(context, meetingId);
    if (told) await tell(context, meeting, changed, again);
    return {
      output: { id: meetingId, title, status: meeting.status },
      audit: { summary: say("Changed the meeting {title}", { title }), target: targetOf(meeting) },
    };
  },
});

interface Leads {
  readonly chair: string;
  readonly minuteTaker: string | null;
}

/** Whoever has left keeps the seat they have; a new one is only given to people who still have access. */
async function checkAttendees(context: Context<"account">, meeting: MeetingRow, { chair, minuteTaker }: Leads) {
  const attendees = new Set(meeting.invitations.map(({ contactId }) => contactId));
  if (!attendees.has(chair)) throw invalidField("chair", t("Choose the chair from the attendees."));
  if (minuteTaker !== null && !attendees.has(minuteTaker))
    throw invalidField("minuteTaker", t("Choose the minute taker from the attendees."));
  if (chair !== meeting.chairContactId) await refuseRemoved(context, "chair", [chair]);
  if (minuteTaker !== null && minuteTaker !== meeting.minuteTakerContactId)
    await refuseRemoved(context, "minuteTaker", [minuteTaker]);
}

type Told = Pick<MeetingRow, "title" | "zone" | "place" | "url" | "startsAt" | "endsAt">;

const differs = (before: Told, after: Told): boolean =>
  before.title !== after.title || before.place !== after.place || before.url !== after.url || isMoved(before, after);

const isMoved = (before: Told, after: Told): boolean =>
  before.startsAt.getTime() !== after.startsAt.getTime() || before.endsAt.getTime() !== after.endsAt.getTime();

function tell(context: Context<"account">, meeting: MeetingRow, changed: Told, again: boolean) {
  const now = { ...meeting, ...changed, sequence: meeting.sequence + 1 };
  return tellAttendees(context, now, {
    kind: "meeting-invitation",
    subject: () => t("Changed: {title}", { title: now.title }),
    text: () => [
      t("{name} changed this meeting.", { name: context.actor.name }),
      ...(isMoved(meeting, now) ? [t("It was planned for {when}.", { when: whenInWords(meeting) })] : []),
      ...(again ? [t("Please respond again: answers to the earlier time no longer count.")] : []),
    ],
    action: () => (again ? t("View the agenda and respond") : t("View the meeting")),
    calendar: true,
  });
}
