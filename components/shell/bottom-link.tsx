import type { NavItem } from "@/components/shell/navigation";
import { Icon } from "@/components/ui/icon";
import { PageLink } from "@/components/ui/page-link";

/** A touch target in the bottom bar. */
export const BottomLink = ({ item, current }: { item: NavItem; current: boolean }) => (
  <PageLink href={item.href} aria-current={current ? "page" : undefined} className="bottom-link">
    <span className="relative [&>svg]:size-5">
      <Icon name={item.icon} />
      {item.count ? <span className="news-count">{item.count > 99 ? "99+" : item.count}</span> : null}
    </span>
    <span className="max-w-full truncate tracking-tight">{item.short ?? item.label}</span>
  </PageLink>
);
