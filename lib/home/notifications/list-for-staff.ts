import { pageOf } from "@/lib/platform/kernel/page";
import { defineQuery } from "@/lib/platform/operations/operation";
import { notificationFilters, presentNotifications } from "./present-notifications";
import { notificationItem } from "./schema";

/** What is new for a member of the team on all accounts, newest first. */
export const listNotificationsForStaff = defineQuery({
  name: "notifications.list-for-staff",
  permission: "staff.accounts.find",
  scope: "staff",
  summary: "List your notifications on all accounts, newest first",
  activity: "view notifications",
  input: notificationFilters,
  output: pageOf(notificationItem),
  http: { method: "GET", path: "/staff/notifications" },
  run: presentNotifications,
});
