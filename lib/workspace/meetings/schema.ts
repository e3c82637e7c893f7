import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { attachedDocument, MOST_ATTACHED, MOST_ITEMS } from "@/lib/workspace/core/schema";
import { MOST_PAPERS, shownAgenda, shownItem, shownPaper, shownRevision } from "./agenda/schema";
import { MOST_ATTENDEES, meetingAnswer, namedPerson, shownAttendee } from "./attendees/schema";
import { shownFeature } from "./features/schema";
import { MOST_COMMENTS, shownComment, shownSignature, shownUnlock } from "./minutes/schema";

export const meetingStatus = z.enum(["draft", "scheduled", "cancelled"]);
export const minutesStatus = z.enum(["open", "circulated", "signed"]);

export const meetingItem = z.object({
  id,
  title: z.string(),
  typeName: z.string().nullable(),
  startsAt: isoDateTime,
  endsAt: isoDateTime,
  zone: z.string(),
  place: z.string(),
  status: meetingStatus,
  minutesStatus,
  chairName: z.string().nullable(),
  /** The viewer's own answer; null if they are not invited. */
  answer: meetingAnswer.nullable(),
});

export type MeetingListItem = z.infer<typeof meetingItem>;
export const meetingState = z.object({ id, title: z.string(), status: meetingStatus });

/** How many of each are shown, the latest first. */
export const MOST_PAST = 20;

export const shownHistory = z.object({
  revisions: z.array(shownRevision).max(MOST_PAST),
  signatures: z.array(shownSignature).max(MOST_PAST),
  unlocks: z.array(shownUnlock).max(MOST_PAST),
});

export const meetingView = z.object({
  id,
  title: z.string(),
  type: namedPerson.nullable(),
  startsAt: isoDateTime,
  endsAt: isoDateTime,
  zone: z.string(),
  place: z.string(),
  url: z.string().nullable(),
  status: meetingStatus,
  minutesStatus,
  cancelReason: z.string().nullable(),
  guests: z.string(),
  createdByName: z.string(),
  chair: namedPerson.nullable(),
  minuteTaker: namedPerson.nullable(),
  /** Changes of the agenda wait to be published. */
  agendaChanged: z.boolean(),
  version: z.int(),
  /** The viewer's own contact, if they are invited. */
  me: id.nullable(),
  agenda: shownAgenda,
  /** Items with minutes, while these are a draft that the viewer may read. */
  draftMinutes: z.array(shownItem).max(MOST_ITEMS),
  readsMinutes: z.boolean(),
  toSign: z.string().nullable().describe("A mark of what there is to sign, for those who may sign it"),
  papers: z.array(shownPaper).max(MOST_PAPERS).describe("Of the meeting as a whole"),
  documents: z.array(attachedDocument).max(MOST_ATTACHED).describe("Attached to the meeting as a whole"),
  attendees: z.array(shownAttendee).max(MOST_ATTENDEES),
  features: z.array(shownFeature).max(10),
  comments: z.array(shownComment).max(MOST_COMMENTS),
  history: shownHistory,
  allowed: z.object({
    update: z.boolean(),
    control: z.boolean(),
    delete: z.boolean(),
    takeMinutes: z.boolean(),
    manageAttendees: z.boolean(),
    addPaper: z.boolean(),
    /** Sees actions, of which some may be of this meeting. */
    actions: z.boolean(),
    addAction: z.boolean(),
  }),
});

export type MeetingView = z.infer<typeof meetingView>;

export const meetingType = z.object({
  id,
  name: z.string(),
  agenda: z.string(),
  minutesLong: z.int(),
  place: z.string(),
  draftsOpen: z.boolean(),
  version: z.int(),
});

export type MeetingType = z.infer<typeof meetingType>;
