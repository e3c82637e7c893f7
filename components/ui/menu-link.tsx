"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { menuItemClass } from "@/components/ui/menu-item-class";

export type MenuLinkProps = { href: string; icon?: ReactNode; current?: boolean; children: ReactNode };

/** A line of a menu that leads somewhere; the menu closes behind it. */
export function MenuLink({ href, icon, current, children }: MenuLinkProps) {
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={current ? "true" : undefined}
      className={menuItemClass()}
      onClick={(event) => event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover()}
    >
      {icon && <span className="text-ink-soft">{icon}</span>}
      {children}
    </Link>
  );
}
