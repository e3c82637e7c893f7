import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { msg, type Sentence } from "@/lib/platform/language/msg";

export const meetingAnswer = z.enum(["none", "accepted", "apologies"]);
export const meetingPresence = z.enum(["present", "apologies", "absent"]);

export const presenceWords: Readonly<Record<z.infer<typeof meetingPresence>, Sentence>> = {
  present: msg("Present"),
  apologies: msg("Apologies"),
  absent: msg("Absent"),
};

export const MOST_ATTENDEES = 200;
export const namedPerson = z.object({ id, name: z.string() });

export const shownAttendee = z.object({
  contactId: id,
  name: z.string(),
  answer: meetingAnswer,
  earlierAnswer: meetingAnswer.exclude(["none"]).nullable().describe("To the time before the meeting was moved"),
  /** For those who manage attendees, and for its author. */
  note: z.string(),
  presence: meetingPresence.nullable(),
  arrivedAt: isoDateTime.nullable(),
  leftAt: isoDateTime.nullable(),
  isChair: z.boolean(),
  isMinuteTaker: z.boolean(),
});

export type ShownAttendee = z.infer<typeof shownAttendee>;
