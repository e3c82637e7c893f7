import type { ReactNode } from "react";
import type { Tone } from "@/components/ui/tone";

/** A status: a coloured dot and the word. The word carries the meaning, the dot helps scanning a list. */
export function Status({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className="status" data-tone={tone}>
      {children}
    </span>
  );
}
