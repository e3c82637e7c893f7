import * as harfbuzz from "harfbuzzjs";
import type { OpenFont } from "./open-font";

/** A glyph, and the letters it stands for when the text is searched or copied. */
export interface ShapedGlyph {
  readonly id: number;
  readonly codePoints: readonly number[];
  readonly advanceWidth: number;
}

interface Position {
  readonly xAdvance: number;
  readonly yAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

/** Glyphs in drawing order, left to right, in font units; the width in ems. */
export interface ShapedRun {
  readonly font: OpenFont;
  readonly text: string;
  readonly glyphs: readonly ShapedGlyph[];
  readonly positions: readonly Position[];
  readonly width: number;
}

interface Wanted {
  readonly font: OpenFont;
  readonly text: string;
  readonly rightToLeft: boolean;
  /** Tabular digits. */
  readonly tabular: boolean;
}

const kept = new Map<string, ShapedRun>();

/** Shapes a run: joins, stacks and orders its letters as the script requires. */
export function shape(wanted: Wanted): ShapedRun {
  const { font, text, rightToLeft, tabular } = wanted;
  const key = `${font.name} ${Number(rightToLeft)}${Number(tabular)} ${text}`;
  const known = kept.get(key);
  if (known) return known;
  const run = shapeNew(wanted);
  // Cached, because most texts recur on the next document: the seller, headings, row labels.
  if (kept.size > 20_000) kept.clear();
  kept.set(key, run);
  return run;
}

const tabularDigits = [new harfbuzz.Feature("tnum", 1)];

function shapeNew({ font, text, rightToLeft, tabular }: Wanted): ShapedRun {
  const buffer = new harfbuzz.Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setDirection(rightToLeft ? harfbuzz.Direction.RTL : harfbuzz.Direction.LTR);
  buffer.setFlags(harfbuzz.BufferFlag.REMOVE_DEFAULT_IGNORABLES);
  harfbuzz.shape(font.shaper, buffer, tabular ? tabularDigits : []);
  const infos = buffer.getGlyphInfos();
  const positions = buffer.getGlyphPositions().map(({ xAdvance, yAdvance, xOffset, yOffset }) => ({
    xAdvance,
    yAdvance,
    xOffset,
    yOffset,
  }));
  const letters = lettersOf(font, text, infos);
  const glyphs = infos.map(({ codepoint: id }, index) => ({
    id,
    codePoints: letters[index] ?? [],
    advanceWidth: font.shaper.glyphHAdvance(id),
  }));
  const units = positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
  return { font, text, glyphs, positions, width: units / font.font.unitsPerEm };
}

/**
 * Maps each glyph to its letters. Letters of a cluster go to the glyphs the font has for them alone, the rest to the
 * first glyph: a ligature or half form.
 */
function lettersOf({ shaper }: OpenFont, text: string, infos: readonly harfbuzz.GlyphInfo[]): number[][] {
  const starts = [...new Set(infos.map(({ cluster }) => cluster))].sort((a, b) => a - b);
  const letters: number[][] = infos.map(() => []);
  for (const [index, start] of starts.entries()) {
    const left = [...text.slice(start, starts[index + 1])].map((letter) => letter.codePointAt(0) ?? 0);
    const its = infos.flatMap(({ cluster }, at) => (cluster === start ? [at] : []));
    for (const at of its) {
      const own = left.findIndex((codePoint) => shaper.nominalGlyph(codePoint) === infos[at]?.codepoint);
      if (own >= 0) letters[at] = left.splice(own, 1);
    }
    const open = its.find((at) => letters[at]?.length === 0);
    if (open !== undefined) letters[open] = left;
  }
  return letters;
}
