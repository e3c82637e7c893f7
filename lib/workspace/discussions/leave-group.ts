import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { groupTarget } from "./group-target";
import { lockGroup } from "./lock-group";
import { takeOffGroup } from "./take-off-group";

/** Leaves a group, or declines an invitation to it. Of a private one, nothing is seen or told of from then on. */
export const leaveGroup = defineCommand({
  name: "discussions.leave-group",
  permission: "discussions.groups.view-public",
  alsoChecks: ["discussions.groups.view-private"],
  scope: "account",
  summary: "Leave a discussion group",
  activity: "leave a discussion group",
  input: z.object({ groupId: id }),
  output: z.object({ id }),
  http: { method: "POST", path: "/accounts/{accountId}/discussions/{groupId}/leave" },
  run: async (context, { groupId }) => {
    const { contactId } = context.actor;
    const group = await lockGroup(context, groupId);
    if (contactId !== null && group.ownerContactId === contactId) {
      throw new Problem("conflict", t("You own this group. Make someone else its owner first, or delete it."));
    }
    if (contactId === null || !(await takeOffGroup(context, groupId, contactId))) {
      throw new Problem("conflict", t("You aren't a member of this group."));
    }
    const { name, isPrivate } = group;
    return {
      output: { id: groupId },
      audit: {
        summary: isPrivate ? say("Left a private discussion group") : say("Left the group {name}", { name }),
        target: groupTarget(group),
      },
    };
  },
});
