"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { t } from "@/lib/platform/language/t";

/** Asked for at most this often once it is due: the worker may be busy. */
const MOST_ASKED = 15;

/** The seconds until a reply is sent. Then the page is asked for until it shows the reply as sent. */
export function SendCountdown({ leftMs }: { leftMs: number }) {
  const router = useRouter();
  const [seconds, setSeconds] = useState(Math.max(0, Math.ceil(leftMs / 1000)));
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
      router.refresh();
    }, 1000);
    return () => clearInterval(timer);
  }, []);
  return seconds > 0
    ? t("{count, plural, one {It is sent in # second.} other {It is sent in # seconds.}}", { count: seconds })
    : t("It is being sent.");
}
