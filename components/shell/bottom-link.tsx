"use client";

import Link from "next/link";
import type { NavItem } from "@/components/shell/navigation";
import { useActive } from "@/components/shell/use-active";
import { Icon } from "@/components/ui/icon";

/** A touch target in the bottom bar. */
export function BottomLink({ item }: { item: NavItem }) {
  const active = useActive(item);
  return (
    <Link href={item.href} prefetch={false} aria-current={active ? "page" : undefined} className="bottom-link">
      <span className="relative [&>svg]:size-5">
        <Icon name={item.icon} />
        {item.count ? <span className="news-count">{item.count > 99 ? "99+" : item.count}</span> : null}
      </span>
      <span className="max-w-full truncate tracking-tight">{item.short ?? item.label}</span>
    </Link>
  );
}
