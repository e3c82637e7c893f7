import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { issue } from "@/lib/platform/language/msg";
import { contentKinds } from "./content-kind";
import { MOST_FILES } from "./start-file";

const fileFacts = {
  id,
  name: z.string(),
  size: z.int().describe("In bytes"),
  kind: z.enum(contentKinds).describe("By its contents"),
};

/** Part of the input of whatever announces a file. */
export const newUpload = {
  name: z
    .string()
    .min(1)
    .max(1_000)
    .describe("As the file is called; it is stored without a path or unseen characters"),
  size: z.int().min(0).describe("In bytes"),
};

/** A file that waits for what takes it. */
export const upload = z.object({
  ...fileFacts,
  received: z.int().describe("How many of them have arrived"),
  complete: z.boolean().describe("Whether a message can have it"),
});

/** What waits for a message, and the limits. */
export const waitingFiles = z.object({
  uploads: z.array(upload).max(MOST_FILES),
  largestMegabytes: z.int().describe("Of one file"),
  most: z.int().describe("How many files a message can have"),
});

/** Part of the input of whatever writes a message: files that its author has uploaded for it. */
export const attachmentIds = z
  .array(id)
  .max(MOST_FILES, issue("A message can have up to 10 files."))
  .optional()
  .describe("Files uploaded for this message, in order");

/** A file of a message. */
export const attachment = z.object({
  ...fileFacts,
  /** `held`: the virus scanner has yet to look at it. `removed`: it found something. */
  availability: z.enum(["ready", "held", "removed"]),
  thumbnail: z.boolean(),
});

export type Upload = z.infer<typeof upload>;
export type WaitingFiles = z.infer<typeof waitingFiles>;
export type Attachment = z.infer<typeof attachment>;
