import type { Font } from "fontkit";
import type { OpenFont } from "./open-font";
import type { TextLine } from "./set-lines";
import type { ShapedRun } from "./shape";

/** Draws lines into one PDF, whose fonts contain only the glyphs drawn. */
export class LineDrawer {
  readonly #fonts = new Map<OpenFont, DrawnFont>();

  constructor(private readonly pdf: PDFKit.PDFDocument) {}

  /** @param x the line's left end, @param top its upper edge */
  draw({ runs, baseline }: TextLine, x: number, top: number, size: number, color: string): void {
    let at = x;
    for (const run of runs) {
      this.#use(run).pdf.fillColor(color).fontSize(size);
      // The features have no effect; they make the writer take the run as a whole instead of word by word.
      this.pdf.text(run.text, at, top + baseline, { lineBreak: false, baseline: "alphabetic", features: [] });
      at += run.width * size;
    }
  }

  #use(run: ShapedRun): { pdf: PDFKit.PDFDocument } {
    const font = this.#fonts.get(run.font) ?? drawnFont(run.font);
    this.#fonts.set(run.font, font);
    font.next = run;
    this.pdf.font(font as unknown as PDFKit.Mixins.PDFFontSource, run.font.name);
    return { pdf: this.pdf };
  }
}

interface DrawnFont extends Font {
  next: ShapedRun | undefined;
}

/** The font as the PDF writer sees it: asked to lay out a text, it returns the already shaped run. */
function drawnFont({ font, name }: OpenFont): DrawnFont {
  const drawn: DrawnFont = Object.assign(Object.create(font), { next: undefined });
  const layout = () => {
    const { glyphs = [], positions = [] } = drawn.next ?? {};
    // The writer scales the positions in place.
    return {
      glyphs,
      positions: positions.map((position) => ({ ...position })),
      advanceWidth: positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0),
    };
  };
  return Object.defineProperties(drawn, { postscriptName: { value: name }, layout: { value: layout } });
}
