"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef } from "react";
import { onceUp } from "@/components/ui/once-up";

/**
 * For pages that refresh by themselves. It asks first whether the portal can answer, and waits until it can: otherwise Next would
 * leave the page for an error, and with it what was typed and what is still being sent. It ends with its page.
 */
export function useRefresh(): () => void {
  const router = useRouter();
  const waiting = useRef<(() => void) | null>(null);
  const left = useRef(false);
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
      waiting.current?.();
      waiting.current = null;
    };
  }, []);
  return useCallback(() => {
    if (left.current || waiting.current !== null) return;
    waiting.current = onceUp(() => {
      waiting.current = null;
      router.refresh();
    });
  }, [router]);
}
