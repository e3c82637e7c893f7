import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { holdGroup } from "./lock-group";
import { scheduleDigest } from "./schedule-digest";
import { frequency, level } from "./schema";

/** Chooses how one is told of new posts in a group one has joined. Threads with a choice of their own keep it. */
export const setGroupNotifications = defineCommand({
  name: "discussions.set-group-notifications",
  permission: "discussions.notifications.update",
  alsoChecks: ["discussions.groups.view-public", "discussions.groups.view-private"],
  scope: "account",
  summary: "Choose how you are told of new posts in a discussion group",
  activity: "change the notifications of a discussion group",
  input: z.object({ groupId: id, level, frequency }),
  output: z.object({ id }),
  http: { method: "PUT", path: "/accounts/{accountId}/discussions/{groupId}/notifications" },
  run: async (context, { groupId, level: wanted, frequency: how }) => {
    await holdGroup(context, groupId);
    const { count } = await context.db.discussionMember.updateMany({
      where: { groupId, contactId: context.actor.contactId ?? "", joinedAt: { not: null } },
      data: { level: wanted, frequency: how },
    });
    if (count === 0) throw new Problem("conflict", t("Join the group first."));
    await scheduleDigest(context, how);
    return { output: { id: groupId }, audit: null };
  },
});
