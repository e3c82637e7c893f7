import type { Sentence } from "@/lib/platform/language/msg";

/** A response the server sends itself. */
export interface PlainAnswer {
  readonly status: number;
  readonly title: Sentence;
  readonly detail: Sentence;
  readonly headers?: Readonly<Record<string, string>>;
  /** The input by field: shown on the page so that it can be copied. */
  readonly typed?: readonly (readonly [string, string])[];
}
