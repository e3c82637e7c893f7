import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";

const onlooker = z.object({
  /** Of the contact. */
  id,
  name: z.string(),
  why: z.string().describe("Which role or permission allows it and which condition is met, or what prevents it"),
  surprise: z.string().nullable().describe("What whoever publishes may not expect of this person"),
});

/** What a meeting can open to its attendees beyond their roles. `seeActions` is not offered yet. */
export const featureNames = ["addPaper", "takeMinutes", "seeDraftMinutes", "manageAttendees", "seeActions"] as const;
export type FeatureName = (typeof featureNames)[number];

/** Items of one agenda. */
export const MOST_ITEMS = 100;
/** Agreed under one of them. */
export const MOST_ITEM_ACTIONS = 30;

/** A meeting that the viewer may see, as others name it. */
export const namedMeeting = z.object({ id, title: z.string(), startsAt: isoDateTime });

export type NamedMeeting = z.output<typeof namedMeeting>;

/** Documents attached to one meeting with its items, or to one decision. */
export const MOST_ATTACHED = 200;

/** A document as what it is attached to shows it. */
export const attachedDocument = z.object({
  /** Of the attachment. */
  id,
  /** Null for those who may not open it. */
  document: z.object({ id, name: z.string() }).nullable(),
  version: z.int().describe("The one that was attached, or was the newest when the agenda was published"),
  newer: z.boolean().describe("There is a newer version by now"),
  addedByName: z.string(),
  mine: z.boolean(),
});

export type AttachedDocument = z.output<typeof attachedDocument>;

/** How many people a form offers to choose from. */
export const MOST_PARTICIPANTS = 500;

/** Of those an audience consists of, as many are named with the reason. */
export const MOST_ONLOOKERS = 100;

/** Who will see a record, and who was invited to it and will not. */
export const audienceOutput = z.object({
  readers: z.array(onlooker).max(MOST_ONLOOKERS).describe("Those first who may surprise whoever publishes"),
  readerCount: z.int().describe("How many there are, named or not"),
  shutOut: z.array(onlooker).max(MOST_ONLOOKERS),
  shutOutCount: z.int(),
});

export type Audience = z.output<typeof audienceOutput>;

/** Somebody who declared an interest in an organisation that a record is about. */
export const conflict = z.object({
  contactId: id,
  /** The organisation as names are compared, which names the interest when it is dismissed. */
  key: z.string(),
  name: z.string(),
  organisation: z.string(),
  nature: z.string(),
});

/** Of an interest that is dismissed: who declared it, and in what. */
export const dismissedInterest = { contactId: id, key: z.string().min(1).max(200) };

export const dismissal = z.object({ contactId: id, name: z.string(), organisation: z.string(), byName: z.string() });

export const shownRecusal = z.object({
  contactId: id,
  name: z.string(),
  reason: z.string(),
  decidedByName: z.string(),
  inheritedFrom: z.string().nullable().default(null).describe("What contains the record, if the recusal is from that"),
});

/** What whoever decides about recusals from a record sees. */
export const recusalsView = z.object({
  organisations: z.array(z.string()).max(50),
  recusals: z.array(shownRecusal).max(500),
  conflicts: z.array(conflict).max(200),
  dismissals: z.array(dismissal).max(500),
  people: z
    .array(z.object({ id, name: z.string() }))
    .max(MOST_PARTICIPANTS)
    .describe("Who could be recused, the first of them by name"),
});

export type RecusalsView = z.output<typeof recusalsView>;
