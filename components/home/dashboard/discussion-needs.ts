import type { Dashboard } from "@/lib/home/dashboard/schema";
import { t } from "@/lib/platform/language/t";
import type { Need, NeedsContext } from "./need";

/** Invitations to groups, and threads with unread posts. */
export function discussionNeeds({ discussions }: Dashboard, { base }: NeedsContext): Need[] {
  if (discussions === undefined) return [];
  const { unreadCount, unread, invited } = discussions;
  const invitations = invited.map(
    ({ id, name }): Need => ({
      key: `group-${id}`,
      icon: "messages-square",
      tone: "warning",
      title: t("You are invited to {group}", { group: name }),
      href: `${base}/discussions/${id}`,
    }),
  );
  if (unreadCount === 0) return invitations;
  return [
    ...invitations,
    {
      key: "discussions",
      icon: "messages-square",
      tone: "accent",
      title: t("{count, plural, one {# thread with unread posts} other {# threads with unread posts}}", {
        count: unreadCount,
      }),
      href: `${base}/discussions?mine=true`,
      items: unread.map(({ id, title }) => ({ label: title, href: `${base}/discussions/threads/${id}` })),
    },
  ];
}
