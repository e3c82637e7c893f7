import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { MOST_ITEM_ACTIONS, MOST_ITEMS } from "@/lib/workspace/core/schema";
import { agreedAction } from "../agenda/schema";
import { MOST_ATTENDEES, meetingPresence } from "../attendees/schema";

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
