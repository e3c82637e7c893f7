"use client";

import { Fragment, useEffect } from "react";
import type { PaletteEntry } from "@/components/shell/palette-entry";
import { cx } from "@/components/ui/cx";
import { t } from "@/lib/platform/language/t";

type PaletteListProps = {
  entries: PaletteEntry[];
  active: number;
  onActive: (index: number) => void;
  onChoose: (entry: PaletteEntry) => void;
};

/** The palette's entries, under a heading for each kind. The focus stays in the input; `active` is highlighted. */
export function PaletteList({ entries, active, onActive, onChoose }: PaletteListProps) {
  useEffect(() => {
    document.getElementById(`palette-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <div
      id="palette-list"
      role="listbox"
      aria-label={t("Results")}
      className="max-h-96 overflow-y-auto p-1.5 empty:p-0"
    >
      {entries.map((entry, index) => (
        <Fragment key={entry.href}>
          {entry.kind !== entries[index - 1]?.kind && (
            <div role="presentation" className="px-2.5 pt-2 pb-1 text-xs font-medium text-ink-faint">
              {entry.kind}
            </div>
          )}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the input has focus and keys */}
          <div
            id={`palette-${index}`}
            role="option"
            aria-selected={index === active}
            onClick={() => onChoose(entry)}
            onPointerMove={() => onActive(index)}
            className={cx(
              "flex min-h-9 cursor-pointer items-baseline gap-3 rounded-md px-2.5 py-2",
              index === active && "bg-hover",
            )}
          >
            <span className="min-w-0 flex-1 truncate text-ink">{entry.title}</span>
            {entry.subtitle && <span className="max-w-[50%] truncate text-sm text-ink-soft">{entry.subtitle}</span>}
          </div>
        </Fragment>
      ))}
    </div>
  );
}
