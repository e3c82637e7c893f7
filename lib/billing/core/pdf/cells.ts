import type { Column, Sheet } from "./sheet";
import { contentWidth, styles } from "./style";
import type { TextStyle } from "./text/text-style";

/** A table column; the one without a width takes the remaining space. */
export interface TableColumn {
  readonly width?: number;
  readonly style: TextStyle;
}

/** The contents of a cell: one text, or several stacked with their own styles. */
export type CellText = string | readonly (readonly [text: string, style: TextStyle])[];

/** Gap between two text columns. */
const GUTTER = 12;

/** The cells of one row, wrapped to their column widths. */
export async function cells(
  sheet: Sheet,
  columns: readonly TableColumn[],
  texts: readonly CellText[],
  width = contentWidth,
): Promise<Column[]> {
  const widths = widthsOf(columns, width);
  let x = 0;
  const placed: Column[] = [];
  for (const [index, { style }] of columns.entries()) {
    const wide = widths[index] ?? 0;
    const cell = texts[index] ?? "";
    const parts = typeof cell === "string" ? [[cell, style] as const] : cell;
    const inner = wide - (style.align === "left" ? GUTTER : 4);
    const left = style.align === "left" ? x : x + 4;
    const strips = [];
    for (const [text, its] of parts) if (text !== "") strips.push(...(await sheet.text(text, inner, its)));
    placed.push({ x: left, strips });
    x += wide;
  }
  return placed;
}

function widthsOf(columns: readonly TableColumn[], whole: number): number[] {
  const fixed = columns.reduce((sum, { width = 0 }) => sum + width, 0);
  const open = columns.filter(({ width }) => width === undefined).length;
  return columns.map(({ width }) => width ?? (whole - fixed) / open);
}

/** Styles all table heads the same. */
export const headed = (columns: readonly TableColumn[]): TableColumn[] =>
  columns.map(({ width, style }) => ({
    ...(width !== undefined && { width }),
    style: { ...styles.head, align: style.align },
  }));
