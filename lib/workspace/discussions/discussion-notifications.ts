import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import type { NotificationKind } from "@/lib/platform/operations/notification-kind";
import { visibleGroups } from "./visible-groups";

/** New posts in threads. */
const posts: NotificationKind = {
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

/** Invitations to groups: while the invitation stands, and the group can be seen. */
const invitations: NotificationKind = {
  kind: "discussion-invitation",
  notice: "notices.workspace.receive",
  visible: (context) => {
    const me = [context.viewer.contactId ?? []].flat();
    const invited = { invitations: { some: { contactId: { in: me } } } };
    return { discussionGroup: { is: { AND: [visibleGroups(context), invited] } } };
  },
  present: ({ discussionGroup }) => ({
    title: t("You were invited to a discussion group"),
    detail: discussionGroup?.name ?? "",
    path: `/discussions/${discussionGroup?.id}`,
  }),
  why: msg("You were invited to this group."),
};

export const discussionNotifications: readonly NotificationKind[] = [posts, invitations];
