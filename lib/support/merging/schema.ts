import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";

/** No larger than the database counts them. */
export const otherNumber = z.int().min(1).max(2_147_483_647);

export const ownMessage = z.object({ id, authorName: z.string(), beginning: z.string(), createdAt: isoDateTime });
export type OwnMessage = z.infer<typeof ownMessage>;

export const namedPeople = z.object({ names: z.array(z.string()), more: z.int().describe("How many are not named") });
const summary = z.object({ id, number: z.int(), subject: z.string() });

export const mergePreview = z.object({
  ticket: summary,
  preview: z
    .object({
      into: summary,
      reopens: z.boolean().describe("The ticket that stays is closed, and will be open again"),
      seeOnlyTheOther: namedPeople.describe("They see the ticket that stays, without the messages of the merged one"),
      seeOnlyTheMerged: namedPeople.describe("They see the merged ticket, and not the one that stays"),
    })
    .nullable(),
});

export type MergePreview = z.infer<typeof mergePreview>;
