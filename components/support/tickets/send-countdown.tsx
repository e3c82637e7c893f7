"use client";

import { useEffect, useRef, useState } from "react";
import { useRefresh } from "@/components/ui/use-refresh";
import { t } from "@/lib/platform/language/t";

/** Asked for at most this often once it is due: the worker may be busy. */
const MOST_ASKED = 15;

/**
 * The seconds until a reply is sent. Then the page is asked for until it shows the reply as sent. A reply that appears is
 * brought into view: on a phone the form below it fills the screen, and its undo would pass unseen.
 */
export function SendCountdown({ leftMs }: { leftMs: number }) {
  const refresh = useRefresh();
  const line = useRef<HTMLSpanElement>(null);
  const [seconds, setSeconds] = useState(Math.max(0, Math.ceil(leftMs / 1000)));
  useEffect(() => {
    // Not returned: browsers answer with a promise by now, which React would call when the reply goes.
    line.current?.closest("article")?.scrollIntoView({ block: "nearest" });
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted from the first rendering; later ones only confirm it
  useEffect(() => {
    const due = performance.now() + leftMs;
    let asked = 0;
    const timer = setInterval(() => {
      const left = Math.ceil((due - performance.now()) / 1000);
      setSeconds(Math.max(0, left));
      if (left > 0) return;
      asked += 1;
      if (asked >= MOST_ASKED) clearInterval(timer);
      refresh();
    }, 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <span ref={line}>
      {seconds > 0
        ? t("{count, plural, one {It is sent in # second.} other {It is sent in # seconds.}}", { count: seconds })
        : t("It is being sent.")}
    </span>
  );
}
