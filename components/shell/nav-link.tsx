"use client";

import Link from "next/link";
import type { NavItem } from "@/components/shell/navigation";
import { useActive } from "@/components/shell/use-active";
import { cx } from "@/components/ui/cx";

/** A navigation entry. In the drawer it closes the drawer. */
export function NavLink({ item }: { item: NavItem }) {
  const active = useActive(item);
  return (
    <Link
      href={item.href}
      prefetch={false}
      aria-current={active ? "page" : undefined}
      onClick={(event) => event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover()}
      className={cx(
        "flex h-8 items-center gap-2.5 rounded-md px-2 pointer-coarse:h-11",
        active ? "bg-accent-soft font-medium text-accent-text" : "text-ink-soft hover:bg-hover hover:text-ink",
      )}
    >
      {item.icon}
      <span className="min-w-0 flex-1 truncate">{item.label}</span>
      {item.count ? <span className="text-sm tabular-nums">{item.count}</span> : null}
    </Link>
  );
}
