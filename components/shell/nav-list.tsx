"use client";

import { NavLink } from "@/components/shell/nav-link";
import type { NavGroup, NavItem } from "@/components/shell/navigation";
import { useDrawnLinks } from "@/components/shell/use-drawn-links";

/** The areas this viewer can use, in groups. */
export function NavList({ label, groups }: { label: string; groups: NavGroup[] }) {
  const drawn = useDrawnLinks<HTMLElement>(
    groups.flatMap(({ items }) => items),
    (isCurrent) => groups.map((group) => <Group key={group.label} group={group} isCurrent={isCurrent} />),
  );
  return <nav aria-label={label} className="flex flex-col gap-4" {...drawn} />;
}

function Group({ group, isCurrent }: { group: NavGroup; isCurrent: (item: NavItem) => boolean }) {
  if (group.items.length === 0) return null;
  return (
    <div>
      {group.label && <p className="px-2 pb-1 text-xs font-medium text-ink-faint">{group.label}</p>}
      <ul aria-label={group.label} className="flex flex-col gap-px">
        {group.items.map((item) => (
          <li key={item.href}>
            <NavLink item={item} current={isCurrent(item)} />
          </li>
        ))}
      </ul>
    </div>
  );
}
