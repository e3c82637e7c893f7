import { z } from "zod";
import { id, version } from "@/lib/platform/kernel/ids";
import { oneLine } from "@/lib/platform/kernel/one-line";
import { issue } from "@/lib/platform/language/msg";
import { department } from "@/lib/support/tickets/schema";

/** What a canned reply can name; nothing else of a ticket or its account gets into it. */
export const mergeFields = [
  "contact.name",
  "account.name",
  "ticket.number",
  "ticket.subject",
  "service.name",
  "agent.name",
] as const;
export type MergeField = (typeof mergeFields)[number];

/** As they are written in a text. */
export const fieldList = mergeFields.map((field) => `{{${field}}}`).join(", ");

export const cannedReplyInput = {
  title: z.string().overwrite(oneLine).min(1, issue("Enter a title.")).max(80, issue("Use at most 80 characters.")),
  body: z
    .string()
    .overwrite((text) => text.replace(/\r\n?/g, "\n").trim())
    .min(1, issue("Enter a text."))
    .max(10_000, issue("Use at most 10,000 characters."))
    .describe(`Can contain ${fieldList}`),
  department: department.optional().describe("Left out: for all departments"),
};

export const cannedReply = z.object({
  id,
  title: z.string(),
  body: z.string(),
  department: department.nullable(),
  version,
});
export type CannedReply = z.infer<typeof cannedReply>;
