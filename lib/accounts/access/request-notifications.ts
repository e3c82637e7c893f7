import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import type { NotificationKind } from "@/lib/platform/operations/notification-kind";
import { seenIf } from "@/lib/platform/operations/seen-with-record";
import { canSome } from "@/lib/policy/evaluate";
import { isPermission, nameOf } from "@/lib/policy/permissions";

/** Requests for access, for those who may answer them. */
export const requestNotifications: NotificationKind = {
  kind: "access-request",
  ...seenIf(({ viewer }) => canSome(viewer, "people.requests.answer")),
  present: ({ request }) => ({
    title: t("New access request"),
    detail: request && isPermission(request.permission) ? nameOf(request.permission) : "",
    path: "/people/requests",
  }),
  why: msg("You can grant access on this account."),
};
