import { fill } from "@/lib/platform/language/fill";
import type { Said, SaidValue } from "@/lib/platform/language/say";
import { translated, withoutContext } from "@/lib/platform/language/t";
import { formatDateTime } from "./format-date-time";
import { formatMoney } from "./format-money";

/** How a stored sentence is written: its translations, and the locale of its days and amounts. */
interface Writing {
  readonly write: (sentence: string, values: Readonly<Record<string, string | number>>) => string;
  readonly locale: string;
}

const english: Writing = { write: (sentence, values) => fill(withoutContext(sentence), values, "en"), locale: "en-GB" };

/** A sentence to be stored, in the current language: for a reader with this locale. */
export const told = (said: Said, locale: string): string => written(said, { write: translated, locale });

/** The same in English, as it is stored and searched. */
export const toldInEnglish = (said: Said): string => written(said, english);

function written({ text, values = {} }: Said, writing: Writing): string {
  const shown = Object.entries(values).map(([name, value]) => [name, writtenValue(value, writing)] as const);
  return writing.write(text, Object.fromEntries(shown));
}

function writtenValue(value: SaidValue, writing: Writing): string | number {
  if (typeof value !== "object") return value;
  if ("text" in value) return written(value, writing);
  if ("at" in value)
    return formatDateTime(new Date(value.at), "exact", { locale: writing.locale, timeZone: value.timeZone });
  if ("minor" in value) return formatMoney(BigInt(value.minor), value.currency, writing.locale);
  return new Intl.DateTimeFormat(writing.locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(value.day));
}
