import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { defineCommand } from "@/lib/platform/operations/operation";

/** Marks all of the caller's notifications as read, on one account or on all. */
export const markAllRead = defineCommand({
  name: "notifications.mark-all-read",
  permission: "profile.manage",
  scope: "self",
  summary: "Mark all your notifications as read",
  activity: "mark notifications as read",
  input: z.object({ account: id.nullish().describe("Only those of this account") }),
  output: z.object({ marked: z.int() }),
  http: { method: "POST", path: "/me/notifications/read" },
  run: async ({ db, actor, realNow: now }, { account }) => {
    const { count } = await db.notification.updateMany({
      where: { personId: actor.personId, readAt: null, ...(account && { accountId: account }) },
      data: { readAt: now },
    });
    return { output: { marked: count }, audit: null };
  },
});
