"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

export type AutoRefreshProps = { everyMs: number; times: number };

/**
 * Refreshes the page every few seconds while it is visible, a limited number of times. Without scripts a button does
 * it.
 */
export function AutoRefresh({ everyMs, times }: AutoRefreshProps) {
  const router = useRouter();
  useEffect(() => {
    let left = times;
    const timer = setInterval(() => {
      if (document.visibilityState !== "visible") return;
      left -= 1;
      if (left <= 0) clearInterval(timer);
      router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [router, everyMs, times]);
  return null;
}
