"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { matchingPages, type PaletteEntry, type PaletteSource } from "@/components/shell/palette-entry";
import { PaletteList } from "@/components/shell/palette-list";
import { useSearch } from "@/components/shell/use-search";
import { Icon } from "@/components/ui/icon";
import { Spinner } from "@/components/ui/spinner";
import { t } from "@/lib/platform/language/t";

/** Pages, people, invoices and tickets by name: a combobox in a native dialog. */
export default function CommandPalette({ endpoint, pages, onClose }: PaletteSource & { onClose: () => void }) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const query = text.trim();
  const { entries: found, searching, failed } = useSearch(endpoint, query);
  const entries = [...matchingPages(pages, query), ...found];

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  function go(entry: PaletteEntry | undefined) {
    if (!entry) return;
    onClose();
    router.push(entry.href);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && entries.length > 0) {
      event.preventDefault();
      setActive((was) => (was + step + entries.length) % entries.length);
    } else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      go(entries[active]);
    }
  }

  return (
    <dialog ref={dialog} aria-label={t("Search")} closedby="any" onClose={onClose} className="dialog-panel palette">
      <div className="flex items-center gap-2.5 border-b border-line px-4">
        {searching ? <Spinner className="size-4 text-ink-soft" /> : <Icon name="search" className="text-ink-soft" />}
        <input
          autoFocus
          role="combobox"
          aria-label={t("Search pages, people, invoices and tickets")}
          aria-expanded="true"
          aria-controls="palette-list"
          aria-activedescendant={entries[active] && `palette-${active}`}
          placeholder={t("Search pages, people, invoices, tickets")}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          className="h-12 min-w-0 flex-1 bg-transparent text-md outline-none"
        />
      </div>
      <PaletteList entries={entries} active={active} onActive={setActive} onChoose={go} />
      <p role="status" className={entries.length > 0 ? "sr-only" : "px-4 py-6 text-center text-ink-soft"}>
        {statusOf(query, entries.length, searching, failed)}
      </p>
    </dialog>
  );
}

function statusOf(query: string, count: number, searching: boolean, failed: boolean): string {
  if (searching) return t("Searching…");
  if (failed) return t("Search is unavailable. Try again in a moment.");
  if (count > 0) return t("{count} found", { count });
  return t("No results for “{query}”.", { query });
}
