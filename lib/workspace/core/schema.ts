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

/** Who will see a record, and who was invited to it and will not. */
export const audienceOutput = z.object({
  readers: z.array(onlooker),
  shutOut: z.array(onlooker),
  complete: z.boolean().describe("False if the account has more people than were looked at"),
});

export type Audience = z.output<typeof audienceOutput>;
