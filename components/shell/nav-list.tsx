"use client";

import { NavLink } from "@/components/shell/nav-link";
import type { NavGroup } from "@/components/shell/navigation";

/** The areas this viewer can use, in groups. */
export function NavList({ label, groups }: { label: string; groups: NavGroup[] }) {
  return (
    <nav aria-label={label} className="flex flex-col gap-4">
      {groups.map((group) => (
        <Group key={group.label ?? group.items[0]?.href} group={group} />
      ))}
    </nav>
  );
}

function Group({ group }: { group: NavGroup }) {
  if (group.items.length === 0) return null;
  return (
    <div>
      {group.label && <p className="px-2 pb-1 text-xs font-medium text-ink-faint">{group.label}</p>}
      <ul aria-label={group.label} className="flex flex-col gap-px">
        {group.items.map((item) => (
          <li key={item.href}>
            <NavLink item={item} />
          </li>
        ))}
      </ul>
    </div>
  );
}
