"use client";

import { useEffect, useState } from "react";
import { cx } from "@/components/ui/cx";
import { toneText } from "@/components/ui/tone";
import { t } from "@/lib/platform/language/t";

type Props = { planned: number };

/** How long the item on the screen has taken: green on time, amber in its last fifth, red beyond it. */
export function ItemTimer({ planned }: Props) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const begun = Date.now();
    const timer = window.setInterval(() => setSeconds(Math.floor((Date.now() - begun) / 1000)), 1000);
    return () => window.clearInterval(timer);
  }, []);
  const part = seconds / (planned * 60);
  const tone = part > 1 ? "danger" : part > 0.8 ? "warning" : "success";
  const words = { success: t("on time"), warning: t("almost over"), danger: t("over time") };
  return (
    <span className={cx("needs-script font-medium tabular-nums", toneText[tone])} data-tone={tone}>
      <span aria-hidden="true">
        {clock(seconds)} / {clock(planned * 60)}
      </span>{" "}
      <span className="text-sm" role="status">
        {words[tone]}
      </span>
    </span>
  );
}

const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
