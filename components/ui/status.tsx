import type { ReactNode } from "react";
import type { Tone } from "@/components/ui/tone";

export type StatusProps = { tone?: Tone; children: ReactNode };

/** A status: a coloured dot and the word. The word carries the meaning, the dot helps scanning a list. */
export function Status({ tone = "neutral", children }: StatusProps) {
  return (
    <span className="status" data-tone={tone}>
      {children}
    </span>
  );
}
