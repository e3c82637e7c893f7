import { z } from "zod";
import { noticeChoices } from "@/lib/accounts/core/schema";
import { defineQuery } from "@/lib/platform/operations/operation";
import { noticePermissions } from "./access-choices";

/** The notifications the viewer can grant to a notification-only contact. */
export const viewNoticeChoices = defineQuery({
  name: "people.view-notice-choices",
  permission: "people.non-members.add",
  scope: "account",
  alsoNeeds: ["people.roles.change"],
  summary: "List the notifications a notification-only contact can receive",
  activity: "view notification options",
  input: z.object({}),
  output: noticeChoices,
  http: { method: "GET", path: "/accounts/{accountId}/notice-choices" },
  run: async (context) => ({ notices: noticePermissions(context) }),
});
