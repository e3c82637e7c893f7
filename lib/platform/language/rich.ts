import { createElement, Fragment, type ReactNode } from "react";
import { chosen, type Part, partsOf } from "./fill";
import type { Sentence } from "./msg";
import { spoken, type Translatable } from "./t";

/** A value, or for `<link>…</link>` what surrounds its text. */
type RichValues = Readonly<Record<string, ReactNode | ((text: ReactNode) => ReactNode)>>;

/** A sentence in the current language with elements in it, such as links, dates and amounts. */
export function rich<S extends string | Sentence>(sentence: Translatable<S>, values: RichValues): ReactNode {
  const { text, code } = spoken(sentence as string);
  return drawn(partsOf(text), values, code);
}

function drawn(parts: readonly Part[], values: RichValues, code: string): ReactNode {
  return createElement(Fragment, null, ...parts.map((part) => drawnPart(part, values, code)));
}

function drawnPart(part: Part, values: RichValues, code: string): ReactNode {
  if (typeof part === "string") return part;
  const value = values[part.name];
  if (part.inner) {
    const text = drawn(part.inner, values, code);
    return typeof value === "function" ? value(text) : text;
  }
  if (part.choices) return drawn(chosen(part, value, code), values, code);
  return typeof value === "function" ? null : value;
}
