/**
 * Text in the form that searches compare: without accents, case and compatibility forms, letters that don't decompose
 * spelt out (ß ss, æ ae, ł l), quotes and dashes unified, and any white space a single space. The database fills its
 * search columns with `portcullis_search_text`, which must return the same: a test compares both on every code point.
 */
export function searchText(text: string): string {
  return text
    .replaceAll("´", "'")
    .normalize("NFKD")
    .replace(IGNORED, "")
    .replace(LETTERS, (letter) => letter.toLowerCase())
    .replace(SPELT, (sign) => spellings.get(sign) ?? sign)
    .replace(BLANKS, " ")
    .replace(/^ | $/g, "");
}

/** The words of a search, each of which must be found. */
export const searchWords = (typed: string): string[] => searchText(typed).split(" ").filter(Boolean);

/**
 * Accents, the points of Hebrew and Arabic, and invisible characters. Marks that change the word are kept: the
 * vowels of Hindi or Thai, the voicing of kana.
 */
const IGNORED = new RegExp(
  `[${[
    String.raw`\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f`,
    String.raw`\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff`,
    String.raw`\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\u{e0100}-\u{e01ef}`,
  ].join("")}]`,
  "gu",
);

/** The bicameral alphabets in use: Latin, Greek, Cyrillic, Armenian, Georgian. */
const LETTERS = /[A-Z\u00c0-\u058f\u1c90-\u1cbf]/g;

const BLANKS = /[\t-\r \u0085\u1680\u2028\u2029]+/g;

/** Pairs of characters, the second of which is replaced by the first. */
const ONE_FOR_ONE = [
  "øo łl đd ðd ħh ıi ŋn ŧt ςσ", // letters
  "ىي یي کك ةه ٱا", // Arabic letters that are used interchangeably, and the Persian forms of two
  "٠0 ١1 ٢2 ٣3 ٤4 ٥5 ٦6 ٧7 ٨8 ٩9 ۰0 ۱1 ۲2 ۳3 ۴4 ۵5 ۶6 ۷7 ۸8 ۹9",
  "‘' ’' ‚' ‛' ′' ʹ' ʻ' ʼ' `' ‹' ›' “\" ”\" „\" ‟\" «\" »\"",
  "‐- ‒- –- —- ―- −- ⁃-",
].flatMap((pairs) => pairs.split(" ").map((pair) => [pair.charAt(0), pair.charAt(1)] as const));

const spellings = new Map<string, string>([
  ...ONE_FOR_ONE,
  ["ß", "ss"],
  ["ẞ", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["þ", "th"],
]);

const SPELT = new RegExp(`[${[...spellings.keys()].join("")}]`, "gu");
