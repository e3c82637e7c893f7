import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { authorizeUpdate } from "./group-rights";
import { groupTarget } from "./group-target";
import { lockGroup } from "./lock-group";
import { ofOneMember } from "./one-member";
import { takeOffGroup } from "./take-off-group";

/** Removes someone from a group, or withdraws their invitation. Of a private one they see nothing from then on. */
export const removeMember = defineCommand({
  name: "discussions.remove-member",
  ...ofOneMember,
  summary: "Remove someone from a discussion group",
  activity: "remove someone from a discussion group",
  http: { method: "DELETE", path: "/accounts/{accountId}/discussions/{groupId}/members/{contactId}" },
  run: async (context, { groupId, contactId }) => {
    const group = await lockGroup(context, groupId);
    const permission = await authorizeUpdate(context, group);
    if (group.ownerContactId === contactId) {
      throw new Problem("conflict", t("This person owns the group. Make someone else its owner first."));
    }
    const contact = await context.db.contact.findFirst({ where: { id: contactId }, select: { name: true } });
    if (!(await takeOffGroup(context, groupId, contactId)) || contact === null) {
      throw notFound(t("This person isn't in the group."));
    }
    const { name, isPrivate } = group;
    return {
      output: { groupId, contactId },
      audit: {
        summary: isPrivate
          ? say("Removed {person} from a private discussion group", { person: contact.name })
          : say("Removed {person} from the group {name}", { person: contact.name, name }),
        target: groupTarget(group),
        permission,
      },
    };
  },
});
