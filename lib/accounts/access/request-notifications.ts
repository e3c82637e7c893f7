import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import type { NotificationKind } from "@/lib/platform/operations/notification-kind";
import { canSome } from "@/lib/policy/evaluate";
import { isPermission, nameOf } from "@/lib/policy/permissions";

/** Requests for access, for those who may answer them. */
export const requestNotifications: NotificationKind = {
  kind: "access-request",
  visible: ({ viewer }) => (canSome(viewer, "people.requests.answer") ? {} : { id: { in: [] } }),
  present: ({ request }) => ({
    title: t("New access request"),
    detail: request && isPermission(request.permission) ? nameOf(request.permission) : "",
    path: "/people/requests",
  }),
  why: msg("You can grant access on this account."),
};
