import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

export type KeyValue = { label: string; value: ReactNode };

/** The facts of one record. Missing values are shown as a dash, so that nothing seems lost. */
export function KeyValueList({ items, columns = 1 }: { items: KeyValue[]; columns?: 1 | 2 }) {
  return (
    <dl className={cx("grid gap-x-8", columns === 2 && "sm:grid-cols-2")}>
      {items.map((item) => (
        <div
          key={item.label}
          className="grid grid-cols-[minmax(6rem,1fr)_minmax(0,2fr)] gap-3 sm:grid-cols-[minmax(6rem,2fr)_minmax(0,3fr)] border-b border-line py-2 last:border-0"
        >
          <dt className="min-w-0 hyphens-auto wrap-break-word text-ink-soft">{item.label}</dt>
          <dd className="min-w-0 wrap-anywhere text-ink tabular-nums">
            {item.value ?? <span className="text-ink-faint">–</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
