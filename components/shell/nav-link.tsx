"use client";

import Link from "next/link";
import type { NavItem } from "@/components/shell/navigation";
import { useActive } from "@/components/shell/use-active";
import { Icon } from "@/components/ui/icon";

/** A navigation entry. In the drawer it closes the drawer. */
export function NavLink({ item }: { item: NavItem }) {
  const active = useActive(item);
  return (
    <Link
      href={item.href}
      prefetch={false}
      aria-current={active ? "page" : undefined}
      onClick={(event) => event.currentTarget.closest<HTMLElement>(":popover-open")?.hidePopover()}
      className="nav-link"
    >
      <Icon name={item.icon} />
      <span>{item.label}</span>
      {item.count ? <span className="text-sm tabular-nums">{item.count}</span> : null}
    </Link>
  );
}
