import type { NavItem } from "@/components/shell/navigation";
import { Icon } from "@/components/ui/icon";
import { PageLink } from "@/components/ui/page-link";

/** A navigation entry. */
export const NavLink = ({ item, current }: { item: NavItem; current: boolean }) => (
  <PageLink href={item.href} aria-current={current ? "page" : undefined} className="nav-link">
    <Icon name={item.icon} />
    <span>{item.label}</span>
    {item.count ? <span className="text-sm tabular-nums">{item.count}</span> : null}
  </PageLink>
);
