import { fallbackFonts, type HanOrder, hanOrderOf, ownFont } from "./fonts";
import type { OpenFont } from "./open-font";
import type { Weight } from "./text-style";

/** A piece of text that one font can draw. */
export interface FontRun {
  readonly text: string;
  readonly font: OpenFont;
}

const clusters = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Modifies the letter before it and has no shape of its own. */
const invisible = /\p{Default_Ignorable_Code_Point}/u;

/** Placeholder for a letter no font has. */
const BOX = "\u25a1";

const chosen = new Map<string, Promise<FontRun>>();

/** Splits a text where its font changes; a letter and its marks stay together. */
export async function splitByFont(text: string, weight: Weight): Promise<FontRun[]> {
  const own = await ownFont(weight);
  if (canWrite(own, codePointsOf(text))) return text === "" ? [] : [{ text, font: own }];
  const han = hanOrderOf(text);
  const runs: FontRun[] = [];
  for (const { segment } of clusters.segment(text)) {
    const run = await writable(segment, own, han, weight);
    const last = runs.at(-1);
    if (last?.font === run.font) runs[runs.length - 1] = { text: last.text + run.text, font: run.font };
    else runs.push(run);
  }
  return runs.filter((run) => run.text !== "");
}

async function writable(cluster: string, own: OpenFont, han: HanOrder, weight: Weight): Promise<FontRun> {
  const key = `${weight} ${han[0]?.name} ${cluster}`;
  const run = chosen.get(key) ?? choose(cluster, own, han, weight);
  // Cached for the next text; most documents use only a few languages.
  if (chosen.size > 20_000) chosen.clear();
  chosen.set(key, run);
  return run;
}

async function choose(cluster: string, own: OpenFont, han: HanOrder, weight: Weight): Promise<FontRun> {
  const needed = codePointsOf(cluster).filter((codePoint) => !isInvisible(codePoint));
  if (canWrite(own, needed)) return { text: without(cluster, own), font: own };
  for (const next of fallbackFonts(needed, weight, han)) {
    const font = await next;
    if (canWrite(font, needed)) return { text: without(cluster, font), font };
  }
  if (needed.length > 1) {
    // No font has the letter with this mark; the letter alone is still readable.
    const letter = await choose(String.fromCodePoint(needed[0] ?? 0), own, han, weight);
    if (letter.text !== BOX) return letter;
  }
  return choose(BOX, own, han, weight);
}

const canWrite = ({ font }: OpenFont, codePoints: readonly number[]): boolean =>
  codePoints.every((codePoint) => font.hasGlyphForCodePoint(codePoint));

const isInvisible = (codePoint: number): boolean => invisible.test(String.fromCodePoint(codePoint));

/** Removes joiners and selectors the font lacks, which would be drawn as missing glyphs. */
const without = (cluster: string, { font }: OpenFont): string =>
  [...cluster].filter((one) => !invisible.test(one) || font.hasGlyphForCodePoint(one.codePointAt(0) ?? 0)).join("");

const codePointsOf = (text: string): number[] => [...text].map((one) => one.codePointAt(0) ?? 0);
