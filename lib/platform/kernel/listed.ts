import { currentCode } from "@/lib/platform/language/t";
import { keptFew } from "./kept-few";

/** "a, b and c", or "a, b or c", in the language of the sentence around it. */
export const listed = (items: Iterable<string>, type: "conjunction" | "disjunction" = "conjunction"): string =>
  formatterFor(currentCode(), type).format(items);

const formatters = keptFew<Intl.ListFormat>();

const formatterFor = (language: string, type: "conjunction" | "disjunction"): Intl.ListFormat =>
  formatters(`${language}/${type}`, () => new Intl.ListFormat(language, { type }));
