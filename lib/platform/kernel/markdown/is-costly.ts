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

/** Text that is shown as typed instead of read as Markdown: it would take too long. */
export const isCostly = (text: string): boolean =>
  LIMITS.some(([sign, most]) => text.length > most && countUpTo(text, sign, most) > most);

function countUpTo(text: string, sign: RegExp, most: number): number {
  let count = 0;
  for (const _ of text.matchAll(sign)) {
    count += 1;
    if (count > most) break;
  }
  return count;
}
