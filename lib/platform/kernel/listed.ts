import { currentCode } from "@/lib/platform/language/t";

/** "a, b and c", or "a, b or c", in the language of the sentence around it. */
export const listed = (items: Iterable<string>, type: "conjunction" | "disjunction" = "conjunction"): string =>
  new Intl.ListFormat(currentCode(), { type }).format(items);
