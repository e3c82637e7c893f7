"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

type Props = { previousHref?: string | undefined; nextHref: string };

/** Ctrl or ⌘ with Enter goes on to the next item, with Shift as well back to the one before: from within the text. */
export function MinuteKeys({ previousHref, nextHref }: Props) {
  const router = useRouter();
  useEffect(() => {
    const ends = new AbortController();
    const go = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      const href = event.shiftKey ? previousHref : nextHref;
      if (href === undefined) return;
      event.preventDefault();
      router.push(href);
    };
    document.addEventListener("keydown", go, { signal: ends.signal });
    return () => ends.abort();
  }, [router, previousHref, nextHref]);
  return null;
}
