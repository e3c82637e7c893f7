import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { type Tone, toneDot } from "@/components/ui/tone";

/** A status: a coloured dot and the word. The word carries the meaning, the dot helps scanning a list. */
export function Status({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <span aria-hidden="true" className={cx("size-2 shrink-0 rounded-full", toneDot[tone])} />
      {children}
    </span>
  );
}
