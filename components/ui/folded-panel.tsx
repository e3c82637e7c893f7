import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";

export type FoldedPanelProps = {
  title: string;
  /** What is in it, beside the title: "3 choices". */
  detail?: ReactNode;
  /** From the beginning, such as on a later page of what is in it. */
  open?: boolean;
  /** Lets a table reach the edges. */
  flush?: boolean;
  children: ReactNode;
};

/** A panel that is opened on demand: one of many on a long page. A form with an error in it shows without being opened. */
export function FoldedPanel({ title, detail, open, flush, children }: FoldedPanelProps) {
  return (
    <details open={open} className="folded-panel group/panel rounded-lg border border-line bg-surface">
      <summary className="fold flex min-h-11 items-center gap-2 px-4 py-2">
        <Icon name="chevron-right" className="size-4 text-ink-faint transition-transform group-open/panel:rotate-90" />
        <h2 className="min-w-0 flex-1 font-semibold wrap-anywhere text-ink">{title}</h2>
        <span className="text-sm text-ink-soft tabular-nums">{detail}</span>
      </summary>
      <div className={cx("border-t border-line", !flush && "px-4 pt-3 pb-4")}>{children}</div>
    </details>
  );
}
