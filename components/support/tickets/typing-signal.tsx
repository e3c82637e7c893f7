"use client";

import { useEffect, useRef } from "react";

/** At most once in this time. */
const EVERY_MS = 3_000;

/** Says, while the form around it is typed in, that a reply is being written. `href` is the address it is posted to. */
export function TypingSignal({ href }: { href: string }) {
  const here = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const form = here.current?.closest("form");
    let last = Number.NEGATIVE_INFINITY;
    function typed() {
      if (performance.now() - last < EVERY_MS) return;
      last = performance.now();
      const headers = { "content-type": "application/json" };
      void fetch(href, { method: "POST", headers, body: "{}" }).catch(() => {});
    }
    form?.addEventListener("input", typed);
    return () => form?.removeEventListener("input", typed);
  }, [href]);
  return <span ref={here} hidden />;
}
