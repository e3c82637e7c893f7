"use client";

import { useEffect, useState } from "react";
import { entriesOf, type PaletteEntry } from "@/components/shell/palette-entry";

type Found = { query: string; entries: PaletteEntry[]; failed: boolean };

const nothing: Found = { query: "", entries: [], failed: false };

/** Search results for a query of two or more characters, debounced. */
export function useSearch(endpoint: string | undefined, query: string): Found & { searching: boolean } {
  const [found, setFound] = useState(nothing);
  const wanted = endpoint !== undefined && query.length >= 2;

  useEffect(() => {
    if (!wanted) return;
    const controller = new AbortController();
    const rest = setTimeout(async () => {
      try {
        const response = await fetch(`${endpoint}?q=${encodeURIComponent(query)}`, { signal: controller.signal });
        const entries = response.ok ? entriesOf(await response.json()) : [];
        setFound({ query, entries, failed: !response.ok });
      } catch {
        if (!controller.signal.aborted) setFound({ query, entries: [], failed: true });
      }
    }, 150);
    return () => {
      clearTimeout(rest);
      controller.abort();
    };
  }, [endpoint, query, wanted]);

  return wanted ? { ...found, searching: found.query !== query } : { ...nothing, searching: false };
}
