import type { ReactNode } from "react";
import { Html, markup } from "@/components/ui/markup";
import type { Tone } from "@/components/ui/tone";

/** What is the same for every cell of a column, so that it is sent once. */
export type CellLook = { place: string; label?: string; className: string };

/** The contents of a cell that are sent as values: an amount, a time or a status, each as its own component draws it. */
export type SentValue = { text: string } & ({ data: string } | { time: string; title?: string } | { tone: Tone });

/** What differs from row to row where a column's place or label depends on the row. */
export type Placed = { place: string; label?: string; content: ReactNode | SentValue | Html };

export type SentCell = ReactNode | SentValue | Html | Placed;

/** A row as it is sent: where it links to, which identifies it, or else a key; and its cells. */
export type SentRow = { key?: string; href?: string; cells: SentCell[] };

export const isPlaced = (cell: SentCell): cell is Placed => isObject(cell) && "place" in cell;

export const isValue = (cell: SentCell): cell is SentValue =>
  isObject(cell) && "text" in cell && !(cell instanceof Html);

const isObject = (cell: SentCell): cell is SentValue | Html | Placed =>
  typeof cell === "object" && cell !== null && !("$$typeof" in cell);

// A line for each row: its key, its link, then its cells, each with a letter for what it is. Of what stands between the
// values none is doubled by the two levels of escaping that data in a page gets, as quotation marks are.
const [ROW, CELL, PART] = ["\n", "\t", "|"];

/** The rows as one text, which costs React nothing; undefined if something in them takes React or can't be written so. */
export function writeRows(rows: readonly SentRow[]): string | undefined {
  const lines: string[] = [];
  for (const { key, href, cells } of rows) {
    const written = cells.map(writeCell);
    if (written.includes(undefined) || [key, href].some((part) => part !== undefined && !isPart(part)))
      return undefined;
    lines.push([key ?? "", href === undefined ? "" : `=${href}`, ...written].join(CELL));
  }
  return lines.join(ROW);
}

function writeCell(cell: SentCell): string | undefined {
  if (!isPlaced(cell)) return writeContent(cell);
  const content = writeContent(cell.content);
  return content === undefined ? undefined : joined("^", [cell.place, cell.label ?? ""], content);
}

function writeContent(content: SentCell): string | undefined {
  if (content === null || content === false) return "";
  if (typeof content === "string" || typeof content === "number") return joined("=", [], String(content));
  if (!isValue(content)) {
    const html = markup(content as ReactNode);
    return html === undefined ? undefined : joined("<", [], html);
  }
  if ("tone" in content) return joined("*", [content.tone], content.text);
  if ("data" in content) return joined("#", [content.data], content.text);
  return joined("@", [content.time, content.title ?? ""], content.text);
}

/** The last part may hold what separates the others. Line breaks and tabs are spaces in HTML. */
const joined = (letter: string, parts: readonly string[], last: string): string | undefined =>
  parts.every(isPart) ? letter + [...parts, last.replace(/[\n\t]/g, " ")].join(PART) : undefined;

const isPart = (part: string): boolean => !/[\n\t|]/.test(part);

/** What `writeRows` has written. */
export const readRows = (text: string): SentRow[] => (text === "" ? [] : text.split(ROW).map(readRow));

function readRow(line: string): SentRow {
  const [key, href, ...cells] = line.split(CELL);
  return { ...(key && { key }), ...(href && { href: href.slice(1) }), cells: cells.map(readCell) };
}

function readCell(cell: string): SentCell {
  if (!cell.startsWith("^")) return readContent(cell);
  const [place, label, content] = partsOf(cell, 3);
  return { place, ...(label && { label }), content: readContent(content) as Placed["content"] };
}

function readContent(content: string): SentCell {
  switch (content[0]) {
    case undefined:
      return null;
    case "<":
      return new Html(content.slice(1));
    case "*": {
      const [tone, text] = partsOf(content, 2);
      return { tone: tone as Tone, text };
    }
    case "#": {
      const [data, text] = partsOf(content, 2);
      return { data, text };
    }
    case "@": {
      const [time, title, text] = partsOf(content, 3);
      return { time, ...(title && { title }), text };
    }
    default:
      return content.slice(1);
  }
}

/** So many parts after the letter; all that is left is the last one's. */
function partsOf(content: string, count: 2): [string, string];
function partsOf(content: string, count: 3): [string, string, string];
function partsOf(content: string, count: number): string[] {
  const parts = content.slice(1).split(PART);
  return [...parts.slice(0, count - 1), parts.slice(count - 1).join(PART)];
}
