"use client";

import type { PDFDocumentProxy } from "pdfjs-dist";
import { type ReactNode, type SubmitEvent, useState } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { controlClass } from "@/components/ui/control-class";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import type { IconName } from "@/components/ui/icon-names";
import { t } from "@/lib/platform/language/t";
import { findPage } from "./page-text";

export type PdfToolbarProps = {
  document: PDFDocumentProxy;
  number: number;
  zoom: number;
  onGo: (page: number) => void;
  /** By so many steps. */
  onMagnify: (steps: number) => void;
};

export function PdfToolbar({ document, number, zoom, onGo, onMagnify }: PdfToolbarProps) {
  const pages = document.numPages;
  return (
    <div
      role="toolbar"
      aria-label={t("Pages and zoom")}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-3 py-2"
    >
      <Group>
        <Press icon="chevron-left" label={t("Previous page")} off={number <= 1} onPress={() => onGo(number - 1)} />
        <span aria-live="polite" className="min-w-24 text-center tabular-nums">
          {t("Page {number} of {pages}", { number, pages })}
        </span>
        <Press icon="chevron-right" label={t("Next page")} off={number >= pages} onPress={() => onGo(number + 1)} />
      </Group>
      <Group>
        <Press icon="minus" label={t("Zoom out")} off={zoom <= 0.5} onPress={() => onMagnify(-1)} />
        <span className="min-w-12 text-center tabular-nums">{Math.round(zoom * 100)}%</span>
        <Press icon="plus" label={t("Zoom in")} off={zoom >= 4} onPress={() => onMagnify(1)} />
      </Group>
      <Finder document={document} number={number} onGo={onGo} />
    </div>
  );
}

const Group = ({ children }: { children: ReactNode }) => <div className="flex items-center gap-1">{children}</div>;

type PressProps = { icon: IconName; label: string; off: boolean; onPress: () => void };

/** It stays in the order of tabs where it does nothing, so that the focus isn't lost on the last page. */
const Press = ({ icon, label, off, onPress }: PressProps) => (
  <button
    type="button"
    aria-label={label}
    aria-disabled={off || undefined}
    onClick={off ? undefined : onPress}
    className={cx(buttonClass("ghost", "md", "icon"), off && "opacity-50")}
  >
    <Icon name={icon} />
  </button>
);

function Finder({ document, number, onGo }: Pick<PdfToolbarProps, "document" | "number" | "onGo">) {
  const [said, setSaid] = useState("");

  async function find(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get("words") ?? "");
    setSaid(t("Searching…"));
    const found = await findPage(document, typed, number).catch(() => null);
    setSaid(found === null ? t("Not found in this file.") : t("Found on page {number}.", { number: found }));
    if (found !== null) onGo(found);
  }

  return (
    <search className="min-w-56 flex-1">
      <form onSubmit={find} className="flex flex-wrap items-center gap-1">
        <input
          name="words"
          type="search"
          aria-label={t("Search in this file")}
          placeholder={t("Search in this file")}
          maxLength={100}
          className={cx(controlClass, "h-8 w-44 min-w-0 flex-1 px-2.5 sm:max-w-56 pointer-coarse:h-11")}
        />
        <button type="submit" aria-label={t("Find next")} className={buttonClass("ghost", "md", "icon")}>
          <Icon name="search" />
        </button>
        <span role="status" className="text-sm text-ink-soft">
          {said}
        </span>
      </form>
    </search>
  );
}
