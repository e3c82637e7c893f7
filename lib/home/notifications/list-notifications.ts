import { pageOf } from "@/lib/platform/kernel/page";
import { defineQuery } from "@/lib/platform/operations/operation";
import { notificationFilters, presentNotifications } from "./present-notifications";
import { notificationItem } from "./schema";

/** What is new for the viewer on this account, as far as they may see what it is about, newest first. */
export const listNotifications = defineQuery({
  name: "notifications.list",
  permission: "profile.manage",
  scope: "account",
  summary: "List your notifications on the account, newest first",
  activity: "view notifications",
  input: notificationFilters,
  output: pageOf(notificationItem),
  http: { method: "GET", path: "/accounts/{accountId}/notifications" },
  run: presentNotifications,
});
