import { currentCode } from "@/lib/platform/language/t";

/** A label within a sentence: English writes it small, unless it is a name or an abbreviation. Other languages may not. */
export const withinSentence = (label: string): string =>
  currentCode() === "en" ? label.replace(/^(?!Eircode)[A-Z](?![A-Z])/, (letter) => letter.toLowerCase()) : label;
