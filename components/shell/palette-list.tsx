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
              "flex min-h-9 cursor-pointer gap-x-3 rounded-md px-2.5 py-2 max-sm:flex-col sm:items-baseline",
              index === active && "bg-hover",
            )}
          >
            <span className="min-w-0 truncate text-ink sm:flex-1">{entry.title}</span>
            {entry.subtitle && <span className="truncate text-sm text-ink-soft sm:max-w-[50%]">{entry.subtitle}</span>}
          </div>
        </Fragment>
      ))}
    </div>
  );
}
