"use client";

import type { ReactNode } from "react";
import type { Language } from "@/lib/platform/language/t";

export type SpeakingProps = {
  code: string;
  /** The translations of what the components below show; null for English. */
  sentences: Record<string, string> | null;
  children: ReactNode;
};

/** Tells `t` in the browser its language, before the components below are rendered. The server has its own way. */
export function Speaking({ code, sentences, children }: SpeakingProps) {
  if (typeof document !== "undefined") speak(sentences && { code, translate: (sentence) => sentences[sentence] });
  return children;
}

function speak(language: Language | null): void {
  (globalThis as { portcullisLanguage?: () => Language | undefined }).portcullisLanguage = () => language ?? undefined;
}
