"use client";

import { type ReactNode, useEffect, useEffectEvent, useState } from "react";
import { flushSync } from "react-dom";
import { t } from "@/lib/platform/language/t";

const SECONDS = 60;

export type ShownForAMinuteProps = { hide: () => void; children: ReactNode };

/** Secrets on the screen: hidden after a minute, and as soon as the page is left or another tab covers it. */
export function ShownForAMinute({ hide, children }: ShownForAMinuteProps) {
  const [left, setLeft] = useState(SECONDS);
  const hideNow = useEffectEvent(hide);
  useEffect(() => {
    const until = Date.now() + SECONDS * 1000;
    const timer = setInterval(() => {
      const seconds = Math.ceil((until - Date.now()) / 1000);
      if (seconds > 0) setLeft(seconds);
      else hideNow();
    }, 1000);
    // At once: a page that is left may be kept as it is, to be shown again when somebody goes back.
    const leave = () => {
      if (document.visibilityState === "hidden") flushSync(hideNow);
    };
    const end = () => flushSync(hideNow);
    document.addEventListener("visibilitychange", leave);
    window.addEventListener("pagehide", end);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", leave);
      window.removeEventListener("pagehide", end);
    };
  }, []);
  return (
    <>
      <div role="status">{children}</div>
      <p className="needs-script mt-1.5 text-sm text-ink-soft tabular-nums">
        {t("Hidden in {count, plural, one {# second} other {# seconds}}.", { count: left })}
      </p>
    </>
  );
}
