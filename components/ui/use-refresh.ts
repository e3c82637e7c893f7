"use client";

import { useRouter } from "next/navigation";
import { useCallback, useRef } from "react";

/**
 * For pages that refresh by themselves. Without a connection it waits for one: Next would leave the page for the
 * browser's error, and with it what was typed and what is still being sent.
 */
export function useRefresh(): () => void {
  const router = useRouter();
  const waits = useRef(false);
  return useCallback(() => {
    if (navigator.onLine) return router.refresh();
    if (waits.current) return;
    waits.current = true;
    const refresh = () => {
      waits.current = false;
      router.refresh();
    };
    window.addEventListener("online", refresh, { once: true });
  }, [router]);
}
