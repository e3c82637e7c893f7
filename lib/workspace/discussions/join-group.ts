import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { joinPermission } from "./group-rights";
import { groupTarget } from "./group-target";
import { holdGroup } from "./lock-group";
import { scheduleDigest } from "./schedule-digest";

/** Joins a group: it is among one's own, its unread threads are counted, and new posts are told of. Joining twice changes nothing. */
export const joinGroup = defineCommand({
  name: "discussions.join-group",
  permission: "discussions.groups.join-public",
  alsoChecks: ["discussions.groups.view-public", "discussions.groups.view-private", "discussions.groups.join-private"],
  scope: "account",
  summary: "Join a discussion group",
  activity: "join a discussion group",
  input: z.object({ groupId: id }),
  output: z.object({ id }),
  http: { method: "POST", path: "/accounts/{accountId}/discussions/{groupId}/join" },
  run: async (context, { groupId }) => {
    const { db, account, actor, realNow: joinedAt } = context;
    const group = await holdGroup(context, groupId);
    const permission = joinPermission(group);
    await authorize(context, permission, group);
    const { name, isPrivate } = group;
    if (actor.contactId !== null) {
      const own = { accountId: account.id, groupId, contactId: actor.contactId };
      await db.discussionMember.createMany({ data: own, skipDuplicates: true });
      await db.discussionMember.updateMany({ where: { ...own, joinedAt: null }, data: { joinedAt } });
      await scheduleDigest(context, "daily");
    }
    return {
      output: { id: groupId },
      audit: {
        summary: isPrivate ? say("Joined a private discussion group") : say("Joined the group {name}", { name }),
        target: groupTarget(group),
        permission,
      },
    };
  },
});
