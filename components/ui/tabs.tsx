import { PageLink } from "@/components/ui/page-link";

export type Tab = { label: string; href: string; active?: boolean; count?: number | string };

/** Views of one thing, each with its own URL. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav aria-label={label} className="mb-4 overflow-x-auto border-b border-line">
      <ul className="flex min-w-max gap-1">
        {tabs.map((tab) => (
          // On a phone the row may be wider than the page: it scrolls to the current tab.
          <li key={tab.href} className={tab.active ? "[scroll-initial-target:nearest]" : undefined}>
            <PageLink href={tab.href} scroll={false} {...(tab.active && { "aria-current": "page" })} className="tab">
              {tab.label}
              {tab.count !== undefined && (
                <span className="rounded-full bg-hover px-1.5 text-xs text-ink-soft tabular-nums">{tab.count}</span>
              )}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
