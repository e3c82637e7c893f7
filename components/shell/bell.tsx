"use client";

import { useUnread } from "@/components/shell/live/use-unread";
import { Icon } from "@/components/ui/icon";
import { PageLink } from "@/components/ui/page-link";
import { t } from "@/lib/platform/language/t";

export type BellProps = { href: string; unread: number };

/** The way to the notifications, with how many are unread. On a phone it is in the bottom bar. */
export function Bell({ href, unread: rendered }: BellProps) {
  const unread = useUnread(rendered);
  return (
    <PageLink
      href={href}
      aria-label={t(
        "{count, plural, =0 {Notifications} one {Notifications, # unread} other {Notifications, # unread}}",
        {
          count: unread,
        },
      )}
      className="bell"
    >
      <Icon name="bell" className="size-5" />
      {unread > 0 && (
        <span aria-hidden="true" className="news-count">
          {unread > 99 ? "99+" : unread}
        </span>
      )}
    </PageLink>
  );
}
