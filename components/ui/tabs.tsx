import Link from "next/link";
import { cx } from "@/components/ui/cx";

export type Tab = { label: string; href: string; active?: boolean; count?: number };

/** Views of one thing, each with its own URL. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav aria-label={label} className="mb-4 overflow-x-auto border-b border-line">
      <ul className="flex min-w-max gap-1">
        {tabs.map((tab) => (
          // On a phone the row may be wider than the page: it scrolls to the current tab.
          <li key={tab.href} className={tab.active ? "[scroll-initial-target:nearest]" : undefined}>
            <Link
              href={tab.href}
              prefetch={false}
              scroll={false}
              aria-current={tab.active ? "page" : undefined}
              className={cx(
                "flex h-9 items-center gap-1.5 border-b-2 px-2.5 -outline-offset-2 pointer-coarse:h-11",
                tab.active ? "border-accent font-medium text-ink" : "border-transparent text-ink-soft hover:text-ink",
              )}
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className="rounded-full bg-hover px-1.5 text-xs text-ink-soft tabular-nums">{tab.count}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
