import { z } from "zod";
import { contentKinds } from "@/lib/platform/files/content-kind";
import { id } from "@/lib/platform/kernel/ids";

/** A file that waits for its message. */
export const upload = z.object({
  id,
  name: z.string(),
  size: z.int().describe("In bytes"),
  received: z.int().describe("How many of them have arrived"),
  /** Whether a message can have it. */
  complete: z.boolean(),
  kind: z.enum(contentKinds).describe("By its contents"),
});

/** What waits for a message, and the limits. */
export const waitingFiles = z.object({
  uploads: z.array(upload),
  largestMegabytes: z.int().describe("Of one file"),
  most: z.int().describe("How many files a message can have"),
});

export type Upload = z.infer<typeof upload>;
export type WaitingFiles = z.infer<typeof waitingFiles>;
