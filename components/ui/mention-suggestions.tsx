"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { t } from "@/lib/platform/language/t";

const MOST = 5;

/** While a name is typed after an @, the people it may be: a button writes the name out. */
export function MentionSuggestions({ names }: { names: readonly string[] }) {
  const place = useRef<HTMLSpanElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => {
    const area = textareaOf(place.current);
    if (!area) return;
    const look = () => setTyped(partOf(area));
    area.addEventListener("input", look);
    area.addEventListener("click", look);
    return () => {
      area.removeEventListener("input", look);
      area.removeEventListener("click", look);
    };
  }, []);

  function write(name: string) {
    const area = textareaOf(place.current);
    if (!area || typed === null) return;
    const end = area.selectionStart;
    area.setRangeText(`${name} `, end - typed.length, end, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
    area.focus();
    setTyped(null);
  }

  const part = typed?.toLowerCase();
  const found = part === undefined ? [] : names.filter((name) => startsWord(name.toLowerCase(), part)).slice(0, MOST);
  return (
    <span ref={place} className={found.length > 0 ? "flex w-full flex-wrap items-center gap-1.5" : "contents"}>
      {found.length > 0 && <span>{t("Mention")}</span>}
      {found.map((name) => (
        <Button key={name} size="sm" onClick={() => write(name)}>
          {name}
        </Button>
      ))}
    </span>
  );
}

const textareaOf = (place: HTMLElement | null) => place?.closest("form")?.querySelector("textarea") ?? null;

/** What stands between an @ and the cursor, if it may be the beginning of a name. */
function partOf({ value, selectionStart }: HTMLTextAreaElement): string | null {
  return (
    /(?:^|[\s(])@([\p{L}\p{N}.'\u2019-]{0,30}(?: [\p{L}\p{N}.'\u2019-]{1,30})?)$/u.exec(
      value.slice(0, selectionStart),
    )?.[1] ?? null
  );
}

const startsWord = (name: string, part: string): boolean => name.startsWith(part) || name.includes(` ${part}`);
