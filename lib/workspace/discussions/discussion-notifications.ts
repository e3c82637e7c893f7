import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import type { NotificationKind } from "@/lib/platform/operations/notification-kind";
import { visibleGroups } from "./visible-groups";

/** New posts in threads. */
export const discussionNotifications: NotificationKind = {
  kind: "discussion-post",
  notice: "notices.workspace.receive",
  visible: (context) => ({ discussionThread: { is: { group: { is: visibleGroups(context) } } } }),
  present: ({ discussionThread, times }) => ({
    title: t("{count, plural, one {New post} other {# new posts}} in a thread", { count: times }),
    detail: discussionThread?.title ?? "",
    path: `/discussions/threads/${discussionThread?.id}`,
  }),
  why: msg("You chose to be notified of this thread or its group, or you were mentioned."),
};
