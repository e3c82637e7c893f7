"use client";

import Link from "next/link";
import { useUnread } from "@/components/shell/live/use-unread";
import { Icon } from "@/components/ui/icon";
import { t } from "@/lib/platform/language/t";

export type BellProps = { href: string; unread: number };

/** The way to the notifications, with how many are unread. On a phone it is in the bottom bar. */
export function Bell({ href, unread: rendered }: BellProps) {
  const unread = useUnread(rendered);
  return (
    <Link
      href={href}
      prefetch={false}
      aria-label={t(
        "{count, plural, =0 {Notifications} one {Notifications, # unread} other {Notifications, # unread}}",
        {
          count: unread,
        },
      )}
      className="relative grid size-8 place-items-center rounded-md text-ink-soft hover:bg-hover max-lg:hidden"
    >
      <Icon name="bell" className="size-5" />
      {unread > 0 && (
        <span
          aria-hidden="true"
          className="absolute -end-1 -top-0.5 min-w-4 rounded-full bg-accent px-1 text-center text-[0.625rem] leading-4 font-semibold text-on-accent tabular-nums"
        >
          {unread > 99 ? "99+" : unread}
        </span>
      )}
    </Link>
  );
}
