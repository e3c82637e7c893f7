import { breakPlaces } from "./break-places";
import { directionsOf, visualOrder } from "./direction";
import type { OpenFont } from "./open-font";
import { type ShapedRun, shape } from "./shape";
import { type FontRun, splitByFont } from "./split-by-font";
import type { TextStyle } from "./text-style";

/** One line of a text, ready to be drawn. Lengths in points. */
export interface TextLine {
  readonly runs: readonly ShapedRun[];
  readonly width: number;
  readonly height: number;
  /** Distance from the top of the line. */
  readonly baseline: number;
}

type LineStyle = Pick<TextStyle, "size" | "weight" | "lineHeight" | "tabular">;

/** Wraps a text to lines of at most `width`, measured with the glyphs that will be drawn. */
export async function setLines(text: string, width: number, style: LineStyle): Promise<TextLine[]> {
  const lines: TextLine[] = [];
  for (const paragraph of plain(text).split("\n")) {
    const runs = await splitByFont(paragraph, style.weight);
    lines.push(...new Paragraph(runs, style).lines(width));
  }
  return lines;
}

/** Normalizes accents to composed letters, and removes control characters. */
const plain = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/[^\P{Cc}\n]+/gu, " ");

const clusters = new Intl.Segmenter("en", { granularity: "grapheme" });

class Paragraph {
  readonly #text: string;
  /** Indexed by letter. */
  readonly #fonts: readonly OpenFont[];
  readonly #levels: ArrayLike<number>;

  constructor(
    runs: readonly FontRun[],
    private readonly style: LineStyle,
  ) {
    this.#text = runs.map(({ text }) => text).join("");
    this.#fonts = runs.flatMap(({ text, font }) => Array.from({ length: text.length }, () => font));
    this.#levels = directionsOf(this.#text);
  }

  lines(most: number): TextLine[] {
    const whole = this.#text.length;
    if (this.#width(0, whole) <= most) return [this.#line(0, whole)];
    const lines: TextLine[] = [];
    let start = 0;
    let end = 0;
    let used = 0;
    for (const place of this.#pieces(most)) {
      const longer = used + this.#width(end, place);
      // Kerning changes widths, so near the end the line is measured as a whole.
      if (end > start && longer > 0.9 * most && this.#width(start, place) > most) {
        lines.push(this.#line(start, end));
        start = end;
        used = 0;
      }
      used += this.#advance(end, place);
      end = place;
    }
    return [...lines, this.#line(start, end)];
  }

  /** The ends of the pieces that make up lines; a piece too long for any line is cut between two letters. */
  #pieces(most: number): number[] {
    const ends: number[] = [];
    let start = 0;
    for (const place of breakPlaces(this.#text)) {
      if (this.#width(start, place) > most) ends.push(...this.#cut(start, place, most));
      ends.push(place);
      start = place;
    }
    return ends;
  }

  #cut(start: number, end: number, most: number): number[] {
    const cuts: number[] = [];
    let from = start;
    for (const { index, segment } of clusters.segment(this.#text.slice(start, end))) {
      const at = start + index;
      if (at > from && this.#advance(from, at + segment.length) > most) {
        cuts.push(at);
        from = at;
      }
    }
    return cuts;
  }

  /** Trailing spaces take no width. */
  #width(start: number, end: number): number {
    return this.#advance(start, this.#trimmed(start, end));
  }

  #advance(start: number, end: number): number {
    return this.#shaped(start, end).reduce((sum, { width }) => sum + width, 0) * this.style.size;
  }

  #trimmed(start: number, end: number): number {
    return start + this.#text.slice(start, end).trimEnd().length;
  }

  #line(start: number, end: number): TextLine {
    const { size, lineHeight } = this.style;
    const trimmed = this.#trimmed(start, end);
    // A trailing space is invisible, but separates the words when the text is copied.
    const runs = this.#shaped(start, this.#levels.length === 0 ? end : trimmed);
    const fonts = runs.map(({ font }) => font.font);
    const above = Math.max(0.97, ...fonts.map(({ ascent, unitsPerEm }) => ascent / unitsPerEm));
    const below = Math.max(0.24, ...fonts.map(({ descent, unitsPerEm }) => -descent / unitsPerEm));
    const height = Math.max(lineHeight, above + below) * size;
    return {
      runs,
      width: this.#advance(start, trimmed),
      height,
      baseline: (height - (above + below) * size) / 2 + above * size,
    };
  }

  #shaped(start: number, end: number): ShapedRun[] {
    const runs: { text: string; font: OpenFont; level: number }[] = [];
    for (let index = start; index < end; index++) {
      const font = this.#fonts[index];
      const level = this.#levels[index] ?? 0;
      const last = runs.at(-1);
      if (font === undefined) continue;
      const letter = this.#text[index] ?? "";
      if (last?.font === font && last.level === level) last.text += letter;
      else runs.push({ text: letter, font, level });
    }
    return visualOrder(runs).map(({ text, font, level }) =>
      shape({ text, font, rightToLeft: level % 2 === 1, tabular: this.style.tabular }),
    );
  }
}
