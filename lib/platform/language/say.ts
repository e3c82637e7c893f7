/** What is stored and shown later, to readers of different languages: a sentence, and what stands in it. */
export interface Said {
  readonly text: string;
  readonly values?: Readonly<Record<string, SaidValue>>;
}

/** Text as it is, another sentence, a day as `2026-03-31`, an instant by the clocks of a zone, or an amount. */
export type SaidValue =
  | string
  | number
  | Said
  | { readonly day: string }
  | { readonly at: string; readonly timeZone: string }
  | { readonly minor: string; readonly currency: string };

/** A sentence to be stored. It must be written out, like that of `t`. */
export const say = (text: string, values?: Said["values"]): Said =>
  values === undefined ? { text } : { text, values };
