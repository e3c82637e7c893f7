import { searchText } from "./search-text";

const BEFORE = 50;
const LONGEST = 160;

/** A piece of a text around the first place where one of the words stands, which are compared as searches do; null without any. */
export function excerptOf(text: string, words: readonly string[]): string | null {
  const { folded, places } = foldedWithPlaces(text);
  const found = words.map((word) => folded.indexOf(word)).filter((at) => at >= 0);
  if (found.length === 0) return null;
  const at = places[Math.min(...found)] ?? 0;
  const from = at <= BEFORE ? 0 : startOfWord(text, at - BEFORE, at);
  const piece = text.slice(from, from + LONGEST).replace(/\p{Surrogate}$/u, "");
  const ended = from + LONGEST >= text.length;
  const line = (ended ? piece : piece.replace(/\s+\S*$/, "")).replace(/\s+/g, " ").trim();
  return `${from > 0 ? "… " : ""}${line}${ended ? "" : " …"}`;
}

/** Not in the middle of a word, if one begins before what was found. */
function startOfWord(text: string, from: number, at: number): number {
  const space = text.slice(from, at).search(/\s/);
  return space < 0 ? from : from + space + 1;
}

/** The text as searches compare it, and where each of its characters was. */
function foldedWithPlaces(text: string): { folded: string; places: number[] } {
  let folded = "";
  const places: number[] = [];
  let at = 0;
  for (const sign of text) {
    const same = /\s/.test(sign) ? " " : searchText(sign);
    folded += same;
    for (let index = 0; index < same.length; index++) places.push(at);
    at += sign.length;
  }
  return { folded, places };
}
