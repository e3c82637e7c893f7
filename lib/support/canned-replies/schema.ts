import { z } from "zod";
import { id, version } from "@/lib/platform/kernel/ids";
import { oneLine } from "@/lib/platform/kernel/one-line";
import { invalidField } from "@/lib/platform/kernel/problem";
import { issue } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { department } from "@/lib/support/tickets/schema";
import { mergeFields, unknownFields } from "./merge-fields";

const fieldList = mergeFields.map((field) => `{{${field}}}`).join(", ");

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

/** Throws `invalid` at `body` if it names a field that doesn't exist. */
export function checkFields(body: string): void {
  const unknown = unknownFields(body);
  if (unknown.length === 0) return;
  throw invalidField(
    "body",
    t("{field} is not a field. The fields are {fields}.", { field: unknown.slice(0, 3).join(", "), fields: fieldList }),
  );
}

export const titleTaken = () => invalidField("title", t("There is already a canned reply with this title."));
