"use client";

import { usePathname } from "next/navigation";
import type { BellProps } from "@/components/shell/bell";
import { BottomLink } from "@/components/shell/bottom-link";
import { isActive } from "@/components/shell/is-active";
import { useUnread } from "@/components/shell/live/use-unread";
import { AREAS_PANEL, type NavGroup, type NavItem } from "@/components/shell/navigation";
import { useDrawnLinks } from "@/components/shell/use-drawn-links";
import { Icon } from "@/components/ui/icon";
import { t } from "@/lib/platform/language/t";

/** Navigation on a phone: the first four areas and the notifications in a bottom bar, which opens the drawer of all areas. */
export function BottomBar({ groups, bell }: { groups: NavGroup[]; bell?: BellProps | undefined }) {
  const items = groups.flatMap((group) => group.items).slice(0, 4);
  const drawn = useDrawnLinks<HTMLDivElement>(items, (isCurrent) =>
    items.map((item) => <BottomLink key={item.href} item={item} current={isCurrent(item)} />),
  );
  return (
    <div className="lg:hidden">
      <div className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-canvas pb-[env(safe-area-inset-bottom)]">
        <nav aria-label={t("Main areas")} className="grid auto-cols-fr grid-flow-col">
          <div className="contents" {...drawn} />
          {bell && <Alerts {...bell} />}
          <button
            type="button"
            popoverTarget={AREAS_PANEL}
            className="flex h-14 flex-col items-center justify-center gap-0.5 text-[0.6875rem] text-ink-soft -outline-offset-2"
          >
            <Icon name="menu" className="size-5" />
            {t("More")}
          </button>
        </nav>
      </div>
    </div>
  );
}

/** The bell's number changes while the page is open. */
function Alerts({ href, unread }: BellProps) {
  const path = usePathname();
  const item: NavItem = { href, label: t("Alerts@@short"), icon: "bell", count: useUnread(unread) };
  return <BottomLink item={item} current={isActive(item, path)} />;
}
