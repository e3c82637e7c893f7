import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { localTimeAt } from "@/lib/platform/kernel/local-time-at";
import { invalidField, notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { authorizeFeature } from "@/lib/workspace/core/meeting-features";
import { lockedMeeting, type MeetingRow, refuseSettled, targetOf } from "@/lib/workspace/core/meeting-record";
import { localTime, textOf } from "../input-fields";
import { instantsOf } from "../local-times";
import { MOST_ATTENDEES, meetingPresence } from "./schema";

const row = z.object({
  contactId: id,
  presence: meetingPresence.nullable(),
  arrivedAt: z
    .union([z.literal(""), localTime])
    .default("")
    .describe("HH:MM, if they came later"),
  leftAt: z
    .union([z.literal(""), localTime])
    .default("")
    .describe("HH:MM, if they left before the end"),
});

/** Records who was there, with the times of those who came later or left early, and who came without an invitation. */
export const recordAttendance = defineCommand({
  name: "meetings.record-attendance",
  permission: "meetings.view",
  alsoChecks: ["meetings.control", "meetings.features.use"],
  scope: "account",
  summary: "Record who attended a meeting",
  activity: "record attendance",
  input: z.object({
    meetingId: id,
    attendees: z.array(row).max(MOST_ATTENDEES),
    guests: textOf(1_000).default("").describe("Others who were there"),
  }),
  output: z.object({ meetingId: id }),
  http: { method: "PUT", path: "/accounts/{accountId}/meetings/{meetingId}/attendance" },
  run: async (context, { meetingId, attendees, guests }) => {
    const meeting = await lockedMeeting(context, meetingId);
    await authorizeFeature(context, meeting, "takeMinutes", "manageAttendees");
    refuseSettled(meeting);
    for (const one of attendees) await recordOne(context, meeting, one);
    await context.db.meeting.updateMany({
      where: { accountId: context.account.id, id: meetingId },
      data: { guests },
    });
    return {
      output: { meetingId },
      audit: {
        summary: say("Recorded who attended the meeting {title}", { title: meeting.title }),
        target: targetOf(meeting),
      },
    };
  },
});

async function recordOne(
  { db, account }: Context<"account">,
  meeting: MeetingRow,
  { contactId, presence, arrivedAt, leftAt }: z.output<typeof row>,
) {
  const there = presence === "present";
  if (!there && (arrivedAt !== "" || leftAt !== ""))
    throw invalidField("attendees", t("Arrival and departure times are only for people who were present."));
  const data = {
    presence,
    arrivedAt: arrivedAt === "" ? null : within(meeting, arrivedAt),
    leftAt: leftAt === "" ? null : within(meeting, leftAt),
  };
  const { count } = await db.meetingInvitation.updateMany({
    where: { accountId: account.id, meetingId: meeting.id, contactId },
    data,
  });
  if (count === 0) throw notFound(t("Attendee not found."));
}

/** The time of day at which clocks first show it after the meeting began. */
function within({ startsAt, zone }: MeetingRow, time: string): Date {
  const { day, time: startTime } = localTimeAt(startsAt, zone);
  if (time === startTime) return startsAt;
  return instantsOf({ day, startTime, endTime: time, zone }).endsAt;
}
