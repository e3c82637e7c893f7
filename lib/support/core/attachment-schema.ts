import { z } from "zod";
import { contentKinds } from "@/lib/platform/files/content-kind";
import { MOST_FILES } from "@/lib/platform/files/start-file";
import { id } from "@/lib/platform/kernel/ids";
import { issue } from "@/lib/platform/language/msg";

/** Part of the input of whatever writes a message: files that its author has uploaded for it. */
export const attachmentIds = z
  .array(id)
  .max(MOST_FILES, issue("A message can have up to 10 files."))
  .optional()
  .describe("Files uploaded for this message, in order");

export const attachment = z.object({
  id,
  name: z.string(),
  size: z.int().describe("In bytes"),
  kind: z.enum(contentKinds).describe("By its contents"),
  /** `held`: the virus scanner has yet to look at it. `removed`: it found something. */
  availability: z.enum(["ready", "held", "removed"]),
  thumbnail: z.boolean(),
});

export type Attachment = z.infer<typeof attachment>;
