import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

export type SumRowProps = { label: ReactNode; strong?: boolean; children: ReactNode };

/** One line of totals below a table of amounts, within a `<dl>`. */
export function SumRow({ label, strong, children }: SumRowProps) {
  return (
    <div
      className={cx(
        "flex items-baseline justify-between gap-4 py-1",
        strong && "mt-1 border-t border-line-strong pt-2 font-semibold text-ink",
      )}
    >
      <dt className={strong ? undefined : "text-ink-soft"}>{label}</dt>
      <dd className="tabular-nums">{children}</dd>
    </div>
  );
}
