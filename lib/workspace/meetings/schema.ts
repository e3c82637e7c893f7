import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { msg, type Sentence } from "@/lib/platform/language/msg";
import {
  attachedDocument,
  type FeatureName,
  MOST_ATTACHED,
  MOST_ITEM_ACTIONS,
  MOST_ITEMS,
} from "@/lib/workspace/core/schema";

export const meetingStatus = z.enum(["draft", "scheduled", "cancelled"]);
export const minutesStatus = z.enum(["open", "circulated", "signed"]);
export const meetingAnswer = z.enum(["none", "accepted", "apologies"]);
export const meetingPresence = z.enum(["present", "apologies", "absent"]);

export const presenceWords: Readonly<Record<z.infer<typeof meetingPresence>, Sentence>> = {
  present: msg("Present"),
  apologies: msg("Apologies"),
  absent: msg("Absent"),
};

export const MOST_ATTENDEES = 200;
export const MOST_PAPERS = 200;

export const namedPerson = z.object({ id, name: z.string() });

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

export const shownPaper = z.object({
  id,
  title: z.string(),
  body: z.string(),
  addedByName: z.string(),
  mine: z.boolean(),
});

/** An action as the minutes of its item name it. */
export const agreedAction = z.object({
  /** Null if the viewer may not see the action itself. */
  id: id.nullable(),
  number: z.int(),
  title: z.string(),
  assignees: z.array(z.string()).max(50),
  dueOn: z.iso.date().nullable(),
});

export type AgreedAction = z.infer<typeof agreedAction>;

export const shownItem = z.object({
  id,
  number: z.int().nullable().describe("Null for a break"),
  title: z.string(),
  /** The viewer sees no more of it than its neutral title. */
  hidden: z.boolean(),
  confidential: z.boolean(),
  minutesLong: z.int().nullable(),
  presenter: namedPerson.nullable(),
  notes: z.string(),
  /** Null if the viewer may not read them. */
  minutes: z.string().nullable(),
  minutesVersion: z.int(),
  neutralTitle: z.string(),
  readers: z.array(id).max(MOST_ATTENDEES),
  organisations: z.array(z.string()).max(50).describe("That it is about: compared with declared interests"),
  /** The viewer is. */
  recused: z.boolean(),
  recusals: z
    .array(z.object({ name: z.string(), reason: z.string(), decidedByName: z.string() }))
    .max(500)
    .describe("Who is recused from it, for those who see it; otherwise one's own recusal"),
  papers: z.array(shownPaper).max(MOST_PAPERS),
  documents: z.array(attachedDocument).max(MOST_ATTACHED),
  /** Agreed under it: part of its minutes. */
  actions: z.array(agreedAction).max(MOST_ITEM_ACTIONS),
});

export type ShownItem = z.infer<typeof shownItem>;

export const meetingState = z.object({ id, title: z.string(), status: meetingStatus });

export const shownAgenda = z.object({
  /** The latest revision; null if nothing was published yet. */
  revision: z.int().nullable(),
  publishedAt: isoDateTime.nullable(),
  /** As it is now, for those who run the meeting or take its minutes: others see what was published. */
  live: z.boolean(),
  items: z.array(shownItem).max(MOST_ITEMS),
});

export const shownAttendee = z.object({
  contactId: id,
  name: z.string(),
  answer: meetingAnswer,
  /** For those who manage attendees, and for its author. */
  note: z.string(),
  presence: meetingPresence.nullable(),
  arrivedAt: isoDateTime.nullable(),
  leftAt: isoDateTime.nullable(),
  isChair: z.boolean(),
  isMinuteTaker: z.boolean(),
});

export type ShownAttendee = z.infer<typeof shownAttendee>;

/** What there is to open so far. */
export const offeredFeatures = [
  "addPaper",
  "takeMinutes",
  "seeDraftMinutes",
  "manageAttendees",
] as const satisfies readonly FeatureName[];

export const featureWords: Readonly<Record<(typeof offeredFeatures)[number], Sentence>> = {
  addPaper: msg("Add papers"),
  takeMinutes: msg("Take minutes"),
  seeDraftMinutes: msg("See draft minutes"),
  manageAttendees: msg("Manage attendees"),
};

export const shownFeature = z.object({
  name: z.enum(offeredFeatures),
  /** Who opened it to everybody invited; null if it is not. */
  openedByName: z.string().nullable(),
  people: z.array(z.object({ id, name: z.string(), openedByName: z.string() })).max(MOST_ATTENDEES),
});

export type ShownFeature = z.infer<typeof shownFeature>;

/** How many of each are shown, the latest first. */
export const MOST_PAST = 20;

export const shownRevision = z.object({
  number: z.int(),
  publishedAt: isoDateTime,
  publishedByName: z.string(),
  note: z.string(),
});

export const shownSignature = z.object({
  number: z.int(),
  signedByName: z.string(),
  signedAt: isoDateTime,
  hash: z.string(),
  unlockedAt: isoDateTime.nullable(),
  unlockedByName: z.string().nullable(),
});

export const shownUnlock = z.object({
  id,
  reason: z.string(),
  requestedByName: z.string(),
  requestedAt: isoDateTime,
  approved: z.boolean().nullable(),
  decidedByName: z.string().nullable(),
});

export const shownHistory = z.object({
  revisions: z.array(shownRevision).max(MOST_PAST),
  signatures: z.array(shownSignature).max(MOST_PAST),
  unlocks: z.array(shownUnlock).max(MOST_PAST),
});

export const MOST_COMMENTS = 200;

export const shownComment = z.object({
  id,
  /** Null if it is about the minutes as a whole. */
  itemId: id.nullable(),
  itemTitle: z.string().nullable(),
  authorName: z.string(),
  body: z.string(),
  createdAt: isoDateTime,
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

/**
 * What is signed. The record names each item by its hash only, so that somebody who does not see a confidential item can
 * check the whole, too; the salt keeps them from guessing it.
 */
export const signedRecord = z.object({
  title: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  zone: z.string(),
  place: z.string(),
  chair: z.string().nullable(),
  minuteTaker: z.string().nullable(),
  attendance: z
    .array(
      z.object({
        name: z.string(),
        presence: meetingPresence.nullable(),
        arrivedAt: z.string().nullable(),
        leftAt: z.string().nullable(),
      }),
    )
    .max(MOST_ATTENDEES),
  guests: z.string(),
  items: z.array(z.string()).max(MOST_ITEMS),
  signedBy: z.string(),
  signedAt: z.string(),
  number: z.int(),
});

export const signedItem = z.object({
  number: z.int().nullable(),
  title: z.string(),
  presenter: z.string().nullable(),
  minutes: z.string(),
  /** Absent from minutes that were signed before actions were part of them. */
  actions: z
    .array(agreedAction.omit({ id: true }))
    .max(MOST_ITEM_ACTIONS)
    .optional(),
  confidential: z.boolean(),
  /** Who was recused; absent if nobody was. */
  recused: z
    .array(z.object({ name: z.string(), reason: z.string() }))
    .max(500)
    .optional(),
  salt: z.string(),
});

export const signedMinutes = z.object({
  hash: z.string(),
  signedByName: z.string(),
  signedAt: isoDateTime,
  unlockedAt: isoDateTime.nullable(),
  unlockedByName: z.string().nullable(),
  record: signedRecord,
  items: z
    .array(
      z.object({
        sha256: z.string(),
        /** Null if it is confidential and the viewer is not among its readers. */
        signed: signedItem.nullable(),
        neutralTitle: z.string(),
        /** The viewer is. */
        recused: z.boolean(),
      }),
    )
    .max(MOST_ITEMS),
});

export type SignedMinutesView = z.infer<typeof signedMinutes>;

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
