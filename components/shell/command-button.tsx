"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import type { NavGroup } from "@/components/shell/navigation";
import { Icon } from "@/components/ui/icon";
import { t } from "@/lib/platform/language/t";

const CommandPalette = lazy(() => import("@/components/shell/command-palette"));

/** Opens the command palette, by click or Ctrl/Cmd-K. The palette is loaded on first use. */
export function CommandButton({ endpoint, groups }: { endpoint?: string; groups: NavGroup[] }) {
  const [open, setOpen] = useState(false);

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      setOpen((was) => !was);
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  return (
    <>
      <button
        type="button"
        aria-label={t("Search")}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen(true)}
        className="needs-script inline-flex h-8 items-center justify-center gap-2 rounded-md text-ink-soft max-sm:size-11 max-sm:hover:bg-hover sm:w-64 sm:justify-start sm:border sm:border-line-strong sm:bg-surface sm:ps-2.5 sm:pe-1.5 sm:hover:border-control"
      >
        <Icon name="search" className="max-sm:size-5" />
        <span className="flex-1 text-start max-sm:hidden">{t("Search")}</span>
        <kbd className="rounded-sm border border-line bg-sunken px-1 font-sans text-xs max-sm:hidden">
          {t("Ctrl K")}
        </kbd>
      </button>
      {open && (
        <Suspense>
          <CommandPalette endpoint={endpoint} pages={pagesOf(groups)} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

const pagesOf = (groups: NavGroup[]) =>
  groups.flatMap((group) =>
    group.items.flatMap(({ label, href, pages }) =>
      pages
        ? pages.map((view) => ({ title: view.label, href: view.href, subtitle: label }))
        : [{ title: label, href, subtitle: group.label }],
    ),
  );
