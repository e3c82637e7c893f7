import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { attachedDocument, MOST_ATTACHED, MOST_ITEM_ACTIONS, MOST_ITEMS } from "@/lib/workspace/core/schema";
import { MOST_ATTENDEES, namedPerson } from "../attendees/schema";

export const MOST_PAPERS = 200;

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

export const shownAgenda = z.object({
  /** The latest revision; null if nothing was published yet. */
  revision: z.int().nullable(),
  publishedAt: isoDateTime.nullable(),
  /** As it is now, for those who run the meeting or take its minutes: others see what was published. */
  live: z.boolean(),
  items: z.array(shownItem).max(MOST_ITEMS),
});

export const shownRevision = z.object({
  number: z.int(),
  publishedAt: isoDateTime,
  publishedByName: z.string(),
  note: z.string(),
});
