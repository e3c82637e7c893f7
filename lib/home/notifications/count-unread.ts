import { z } from "zod";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { MOST_COUNTED, unreadCount } from "./schema";
import { visibleNotifications } from "./visible-notifications";

/** How many unread notifications the viewer has on this account. */
export const countUnread = defineQuery({
  name: "notifications.count-unread",
  permission: "profile.manage",
  scope: "account",
  summary: "Count your unread notifications on the account",
  activity: "count notifications",
  input: z.object({}),
  output: unreadCount,
  http: { method: "GET", path: "/accounts/{accountId}/notifications/unread" },
  run: unreadOf,
});

/** The same for a member of the team, on all accounts. */
export const countUnreadForStaff = defineQuery({
  name: "notifications.count-unread-for-staff",
  permission: "staff.accounts.find",
  scope: "staff",
  summary: "Count your unread notifications on all accounts",
  activity: "count notifications",
  input: z.object({}),
  output: unreadCount,
  http: { method: "GET", path: "/staff/notifications/unread" },
  run: unreadOf,
});

async function unreadOf(context: Context): Promise<z.input<typeof unreadCount>> {
  const where = { ...visibleNotifications(context), readAt: null };
  const rows = await context.db.notification.findMany({ where, select: { id: true }, take: MOST_COUNTED });
  return { unread: rows.length };
}
