import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";

/** Deletes a tag and takes it off all tickets. */
export const deleteTag = defineCommand({
  name: "tags.delete",
  permission: "staff.desk.manage",
  scope: "staff",
  summary: "Delete a tag and take it off all tickets",
  activity: "delete a tag",
  input: z.object({ tagId: id }),
  output: z.object({ id }),
  http: { method: "DELETE", path: "/staff/tags/{tagId}" },
  run: async ({ db }, { tagId }) => {
    const tag = await db.tag.findUnique({ where: { id: tagId }, select: { name: true } });
    if (tag === null) throw notFound(t("Tag not found."));
    const { count } = await db.tag.deleteMany({ where: { id: tagId } });
    if (count === 0) throw notFound(t("Tag not found."));
    return {
      output: { id: tagId },
      audit: { summary: say("Deleted the tag {name}", { name: tag.name }), target: { type: "tag", id: tagId } },
    };
  },
});
