"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { menuItemClass } from "@/components/ui/menu-item-class";

export type MenuLinkProps = { href: string; icon?: ReactNode; current?: boolean; children: ReactNode };

/** A menu entry that links to a page; clicking it closes the menu. */
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
