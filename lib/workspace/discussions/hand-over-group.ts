import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { authorizeUpdate } from "./group-rights";
import { groupTarget } from "./group-target";
import { lockGroup } from "./lock-group";
import { ofOneMember } from "./one-member";

/** Makes one of a group's members its owner. Whoever gives it away stays a member. */
export const handOverGroup = defineCommand({
  name: "discussions.hand-over-group",
  ...ofOneMember,
  summary: "Make someone else the owner of a discussion group",
  activity: "change the owner of a discussion group",
  http: { method: "PUT", path: "/accounts/{accountId}/discussions/{groupId}/owner" },
  run: async (context, { groupId, contactId }) => {
    const group = await lockGroup(context, groupId);
    const permission = await authorizeUpdate(context, group);
    const joined = { some: { groupId, joinedAt: { not: null } } };
    const where = { id: contactId, status: "active" as const, discussionMembers: joined };
    const contact = await context.db.contact.findFirst({ where, select: { name: true } });
    if (contact === null) throw new Problem("conflict", t("Only someone who has joined the group can own it."));
    await context.db.discussionGroup.updateMany({
      where: { id: groupId },
      data: { ownerContactId: contactId, version: { increment: 1 } },
    });
    const { name, isPrivate } = group;
    return {
      output: { groupId, contactId },
      audit: {
        summary: isPrivate
          ? say("Made {person} the owner of a private discussion group", { person: contact.name })
          : say("Made {person} the owner of the group {name}", { person: contact.name, name }),
        target: groupTarget(group),
        permission,
      },
    };
  },
});
