import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";

/** Marks one of the caller's notifications as read. What a person has read is nobody else's business, so it isn't logged. */
export const markRead = defineCommand({
  name: "notifications.mark-read",
  permission: "profile.manage",
  scope: "self",
  summary: "Mark one of your notifications as read",
  activity: "mark a notification as read",
  input: z.object({ notificationId: id }),
  output: z.object({ id }),
  http: { method: "POST", path: "/me/notifications/{notificationId}/read" },
  run: async ({ db, actor, realNow: now }, { notificationId }) => {
    const mine = { id: notificationId, personId: actor.personId };
    const { count } = await db.notification.updateMany({ where: { ...mine, readAt: null }, data: { readAt: now } });
    if (count === 0 && (await db.notification.count({ where: mine })) === 0) {
      throw notFound(t("Notification not found. It may have expired."));
    }
    return { output: { id: notificationId }, audit: null };
  },
});
