import PDFDocument from "pdfkit";
import { currentCode } from "@/lib/platform/language/t";
import { noteRow } from "@/lib/platform/rendering/drawing-begun";
import { hairline, ink, page } from "./style";
import { LineDrawer } from "./text/draw-line";
import { setLines } from "./text/set-lines";
import type { TextStyle } from "./text/text-style";

/** A piece as wide as its column that is never split across pages. */
export interface Strip {
  readonly height: number;
  draw(x: number, y: number): void;
}

/** Strips stacked in a column, `x` to the right of the page margin. */
export interface Column {
  readonly x: number;
  readonly strips: readonly Strip[];
}

export interface Row {
  readonly columns: readonly Column[];
  readonly above?: number;
  readonly below?: number;
  /** A line below it. */
  readonly rule?: "hairline" | "ink";
}

export interface Picture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

interface Metadata {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** The document's own date, so it is identical whenever it is rendered. */
  readonly at: Date;
}

const bottom = page.height - page.bottom;

/** Tolerance for floating-point differences between equal heights. */
const fits = (end: number): boolean => end <= bottom + 0.01;

/** A document written from top to bottom, on as many A4 pages as needed. */
export class Sheet {
  readonly pdf: PDFKit.PDFDocument;
  readonly #lines: LineDrawer;
  readonly #chunks: Uint8Array[] = [];
  #y = page.top;
  /** Repeated at the top of every page of the current table. */
  #head: Row | undefined;

  constructor({ title, author, subject, at }: Metadata) {
    this.pdf = new PDFDocument({
      size: "A4",
      margin: 0,
      bufferPages: true,
      lang: currentCode(),
      displayTitle: true,
      font: null as unknown as string,
      info: { Title: title, Author: author, Subject: subject, CreationDate: at, ModDate: at },
    });
    this.pdf.on("data", (chunk: Uint8Array) => this.#chunks.push(chunk));
    this.#lines = new LineDrawer(this.pdf);
  }

  /** Wraps a text to its column. */
  async text(text: string, width: number, style: TextStyle): Promise<Strip[]> {
    const lines = await setLines(text, width, style);
    return lines.map((line) => ({
      height: line.height,
      draw: (x, y) => {
        const left = style.align === "right" ? x + width - line.width : x;
        this.#lines.draw(line, left, y, style.size, style.color);
      },
    }));
  }

  /** A picture, as large as fits. */
  picture({ png, width, height }: Picture, most: { readonly width: number; readonly height: number }): Strip {
    const scale = Math.min(most.width / width, most.height / height);
    return {
      height: height * scale,
      draw: (x, y) => void this.pdf.image(Buffer.from(png), x, y, { width: width * scale }),
    };
  }

  /** The width of a text on one line. */
  async widthOf(text: string, style: TextStyle): Promise<number> {
    const lines = await setLines(text, Number.POSITIVE_INFINITY, style);
    return Math.max(...lines.map(({ width }) => width));
  }

  /** Adds a row, on the next page if it doesn't fit; split only if it is longer than a page. */
  add(row: Row): void {
    const { columns, above = 0, below = 0, rule } = row;
    const height = above + heightOf(columns) + below;
    const fitsOnOne = this.#top() + height <= bottom;
    if (!fits(this.#y + height) && fitsOnOne && this.#y > this.#top()) this.#turn();
    this.#y += above;
    for (const [index, part] of pagesOf(columns, bottom - this.#y, bottom - this.#top()).entries()) {
      if (index > 0) this.#turn();
      for (const { x, strips } of part) this.#stack(page.side + x, strips);
      this.#y += heightOf(part);
    }
    this.#y += below;
    if (rule) this.line(this.#y, rule === "ink" ? 1 : 0.5, rule === "ink" ? ink : hairline);
  }

  /** Adds rows with a head repeated on every page. */
  async table(head: Row, rows: AsyncIterable<Row> | Iterable<Row>): Promise<void> {
    this.add(head);
    this.#head = head;
    for await (const row of rows) {
      this.add(row);
      noteRow();
    }
    this.#head = undefined;
  }

  space(height: number): void {
    this.#y += height;
  }

  /** Adds rows at the bottom of the page, or of the next one. */
  atFoot(rows: readonly Row[]): void {
    const height = rows.reduce((sum, { columns, above = 0, below = 0 }) => sum + above + heightOf(columns) + below, 0);
    if (!fits(this.#y + height)) this.#turn();
    this.#y = Math.max(this.#y, bottom - height);
    for (const row of rows) this.add(row);
  }

  /** Draws a line across the page, at the current position or a given height. */
  line(y: number | undefined, width: number, color: string, dashed = false): void {
    this.pdf.save().lineWidth(width).strokeColor(color);
    if (dashed) this.pdf.dash(2.5, { space: 2 });
    const at = y ?? this.#y;
    this.pdf
      .moveTo(page.side, at)
      .lineTo(page.width - page.side, at)
      .stroke()
      .restore();
  }

  /** Draws on every page once all are complete, and returns the bytes. */
  async finish(onPage: (number: number, of: number) => Promise<void>): Promise<Uint8Array> {
    const { start, count } = this.pdf.bufferedPageRange();
    for (let index = start; index < start + count; index++) {
      this.pdf.switchToPage(index);
      await onPage(index - start + 1, count);
    }
    const ended = new Promise<void>((resolve, reject) => this.pdf.once("end", resolve).once("error", reject));
    this.pdf.end();
    await ended;
    return new Uint8Array(Buffer.concat(this.#chunks));
  }

  #turn(): void {
    this.#writeOut();
    this.pdf.addPage();
    this.#y = page.top;
    const head = this.#head;
    if (head === undefined) return;
    this.#head = undefined;
    this.add(head);
    this.#head = head;
  }

  /**
   * Compresses what is on the page. Only its footer is still to come, in a content stream of its own: a long document
   * would otherwise hold every drawing instruction until its end.
   */
  #writeOut(): void {
    const { page } = this.pdf as unknown as { page: OpenPage };
    const drawn = page.content;
    const footer = this.pdf.ref({});
    page.dictionary.data.Contents = [drawn, footer];
    page.content = footer;
    drawn.end(undefined);
  }

  #top(): number {
    return page.top + (this.#head ? heightOf(this.#head.columns) + (this.#head.below ?? 0) : 0);
  }

  #stack(x: number, strips: readonly Strip[]): void {
    let y = this.#y;
    for (const strip of strips) {
      strip.draw(x, y);
      y += strip.height;
    }
  }
}

/** The parts of pdfkit's page that its types leave out. */
interface OpenPage {
  content: PDFKit.PDFKitReference;
  readonly dictionary: { readonly data: Record<string, unknown> };
}

const stackHeight = (strips: readonly Strip[]): number => strips.reduce((sum, { height }) => sum + height, 0);

export const heightOf = (columns: readonly Column[]): number =>
  Math.max(0, ...columns.map(({ strips }) => stackHeight(strips)));

/** Splits the columns over this page and the following ones; one part if everything fits. */
function pagesOf(columns: readonly Column[], first: number, others: number): (readonly Column[])[] {
  if (heightOf(columns) <= first + 0.01) return [columns];
  const torn = columns.map(({ strips }) => tear(strips, first, others));
  const count = Math.max(...torn.map(({ length }) => length));
  return Array.from({ length: count }, (_, page) =>
    columns.map(({ x }, index) => ({ x, strips: torn[index]?.[page] ?? [] })),
  );
}

function tear(strips: readonly Strip[], first: number, others: number): Strip[][] {
  const parts: Strip[][] = [[]];
  let left = first;
  for (const strip of strips) {
    if (strip.height > left && parts.at(-1)?.length !== 0) {
      parts.push([]);
      left = others;
    }
    parts.at(-1)?.push(strip);
    left -= strip.height;
  }
  return parts;
}
