"use client";

import { useEffect } from "react";
import { onLiveNews } from "@/components/shell/live/live-store";
import { useRefresh } from "@/components/ui/use-refresh";

/** Changes often come together. */
const COLLECT_MS = 250;

/**
 * Refreshes the page when one of these records has changed, or might have while nothing was heard. What is being typed
 * stays. `id` is for a page about one record; a list leaves it out. `of` is a kind of record, or `notification`.
 */
export function LiveRefresh({ of, id }: { of: string; id?: string }) {
  const refresh = useRefresh();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onLiveNews((news) => {
      const isRecord = news.kind === "record" && news.of === of && (id === undefined || news.id === id);
      if (!isRecord && news.kind !== "missed" && news.kind !== of) return;
      clearTimeout(timer);
      timer = setTimeout(refresh, COLLECT_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [refresh, of, id]);
  return null;
}
