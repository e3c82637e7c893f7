import { z } from "zod";
import { id, version } from "@/lib/platform/kernel/ids";
import { invalidField, staleVersion } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere, authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { authorizeUpdate } from "./group-rights";
import { groupTarget } from "./group-target";
import { lockGroup } from "./lock-group";
import { groupDescription, groupName } from "./schema";

/** Changes a group's details. A public group can be made private; what was written in private stays private. */
export const updateGroup = defineCommand({
  name: "discussions.update-group",
  permission: "discussions.groups.update-public",
  alsoChecks: [
    "discussions.groups.view-private",
    "discussions.groups.view-public",
    "discussions.groups.update-private",
  ],
  scope: "account",
  summary: "Change a discussion group's name, description and visibility",
  activity: "change a discussion group",
  input: z.object({
    groupId: id,
    version,
    name: groupName,
    description: groupDescription.default(""),
    isPrivate: z.boolean().describe("A private group can't be made public"),
  }),
  output: z.object({ id, version }),
  http: { method: "PATCH", path: "/accounts/{accountId}/discussions/{groupId}" },
  run: async (context, { groupId, version: seen, name, description, isPrivate }) => {
    const group = await lockGroup(context, groupId);
    const permission = await authorizeUpdate(context, group);
    if (isPrivate && !group.isPrivate) await authorize(context, "discussions.groups.update-private", group);
    if (group.isPrivate && !isPrivate) {
      const sentence = t("A private group can't be made public: what people wrote in it was meant for its members.");
      throw invalidField("isPrivate", sentence);
    }
    const { count } = await context.db.discussionGroup.updateMany({
      where: accessibleWhere(context, permission as "discussions.groups.update-public", { id: groupId, version: seen }),
      data: { name, description, isPrivate, version: { increment: 1 } },
    });
    if (count === 0) throw staleVersion();
    return {
      output: { id: groupId, version: seen + 1 },
      audit: {
        summary: isPrivate
          ? say("Changed a private discussion group")
          : say("Changed the details of the group {name}", { name }),
        target: groupTarget({ id: groupId, isPrivate }),
        permission,
      },
    };
  },
});
