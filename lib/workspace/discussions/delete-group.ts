import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere, authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { groupTarget } from "./group-target";
import { lockGroup } from "./lock-group";

/** Deletes a group with its threads and posts, for good. */
export const deleteGroup = defineCommand({
  name: "discussions.delete-group",
  permission: "discussions.groups.delete",
  alsoChecks: ["discussions.groups.view-public", "discussions.groups.view-private"],
  scope: "account",
  summary: "Delete a discussion group with its threads",
  activity: "delete a discussion group",
  input: z.object({ groupId: id }),
  output: z.object({ id }),
  http: { method: "DELETE", path: "/accounts/{accountId}/discussions/{groupId}" },
  run: async (context, { groupId }) => {
    const group = await lockGroup(context, groupId);
    await authorize(context, "discussions.groups.delete", group);
    const { count } = await context.db.discussionGroup.deleteMany({
      where: accessibleWhere(context, "discussions.groups.delete", { id: groupId }),
    });
    if (count === 0) throw notFound(t("Discussion group not found."));
    const { name, isPrivate } = group;
    return {
      output: { id: groupId },
      audit: {
        summary: isPrivate
          ? say("Deleted a private discussion group and its threads")
          : say("Deleted the group {name} and its threads", { name }),
        target: groupTarget(group),
      },
    };
  },
});
