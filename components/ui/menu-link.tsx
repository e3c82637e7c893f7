import type { ReactNode } from "react";
import { menuItemClass } from "@/components/ui/menu-item-class";
import { PageLink } from "@/components/ui/page-link";

export type MenuLinkProps = { href: string; icon?: ReactNode; current?: boolean; children: ReactNode };

/** A menu entry that links to a page; clicking it closes the menu. */
export function MenuLink({ href, icon, current, children }: MenuLinkProps) {
  return (
    <PageLink href={href} aria-current={current ? "true" : undefined} className={menuItemClass()}>
      {icon && <span className="text-ink-soft">{icon}</span>}
      {children}
    </PageLink>
  );
}
