"use client";

import { useEffect } from "react";
import { useRefresh } from "@/components/ui/use-refresh";

export type AutoRefreshProps = { everyMs: number; times: number };

/**
 * Refreshes the page every few seconds while it is visible, a limited number of times. Without scripts a button does
 * it.
 */
export function AutoRefresh({ everyMs, times }: AutoRefreshProps) {
  const refresh = useRefresh();
  useEffect(() => {
    let left = times;
    const timer = setInterval(() => {
      if (document.visibilityState !== "visible") return;
      left -= 1;
      if (left <= 0) clearInterval(timer);
      refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [refresh, everyMs, times]);
  return null;
}
