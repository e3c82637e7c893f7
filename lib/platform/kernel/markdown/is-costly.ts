/**
 * The parser's time grows with the square of some repetitions: 20,000 brackets take a third of a second, 5,000 underlined
 * headings twelve. These are counted first; no message written by hand comes near the limits, which keep any at tens of milliseconds.
 */
const LIMITS: readonly (readonly [RegExp, number])[] = [
  [/[[\]*_`~|<>!&@\\#:=-]/g, 1_000],
  [/\n/g, 1_000],
  [/^[ \t>]*(?:=+|-+)[ \t]*$/gm, 30],
  [/^[ \t]*(?:[-+*]|\d+[.)])[ \t]/gm, 300],
];

/** Each line below a list in a list, or a quote in a quote, is compared with every level of it. */
const DEEP = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])){25}/m;

/** Where a word could be a mail address, the parser looks back to the last open bracket: nine thousand take seconds. */
const WORD = /(?<![\w+.-])[\w+.-]/g;
const MOST_WORDS = 1_500;

/** Text that is shown as typed instead of read as Markdown: it would take too long. */
export const isCostly = (text: string): boolean =>
  LIMITS.some(([sign, most]) => text.length > most && countUpTo(text, sign, most) > most) ||
  DEEP.test(text) ||
  hasLongBracket(text);

/** Whether it is closed isn't asked: only the parser knows which brackets are text. An empty line ends it in any case. */
const hasLongBracket = (text: string): boolean =>
  text.includes("[") &&
  text
    .split(/\n[ \t]*\n/)
    .some((block) => block.includes("[") && countUpTo(block.slice(block.indexOf("[")), WORD, MOST_WORDS) > MOST_WORDS);

function countUpTo(text: string, sign: RegExp, most: number): number {
  let count = 0;
  for (const _ of text.matchAll(sign)) {
    count += 1;
    if (count > most) break;
  }
  return count;
}
