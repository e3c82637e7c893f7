import { z } from "zod";
import { lockName } from "@/lib/platform/db/lock-name";
import { isUniqueViolation } from "@/lib/platform/db/unique-violation";
import { id } from "@/lib/platform/kernel/ids";
import { oneLine } from "@/lib/platform/kernel/one-line";
import { invalidField, Problem } from "@/lib/platform/kernel/problem";
import { issue } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";

/** More than that nobody chooses from. */
export const MOST_TAGS = 100;

/** Creates a tag. Names differ by more than upper and lower case. */
export const createTag = defineCommand({
  name: "tags.create",
  permission: "staff.desk.manage",
  scope: "staff",
  summary: "Create a tag for tickets",
  activity: "create a tag",
  input: z.object({
    name: z.string().overwrite(oneLine).min(1, issue("Enter a name.")).max(30, issue("Use at most 30 characters.")),
  }),
  output: z.object({ id, name: z.string() }),
  http: { method: "POST", path: "/staff/tags", status: 201 },
  run: async ({ db }, { name }) => {
    // Counted by one at a time, so that the limit holds for those who add at the same moment.
    await lockName(db, "tags");
    if ((await db.tag.count()) >= MOST_TAGS) {
      throw new Problem("conflict", t("There can be at most {count} tags. Delete one first.", { count: MOST_TAGS }));
    }
    try {
      const tag = await db.tag.create({ data: { name }, select: { id: true, name: true } });
      return {
        output: tag,
        audit: { summary: say("Created the tag {name}", { name }), target: { type: "tag", id: tag.id } },
      };
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw invalidField("name", t("There is already a tag with this name."));
    }
  },
});
