"use client";

import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { KeptRows } from "@/components/ui/kept-rows";
import { rowWriter } from "@/components/ui/row-html";
import { type CellLook, isPlaced, isValue, readRows, type SentCell, type SentRow } from "@/components/ui/row-text";
import { Status } from "@/components/ui/status";

/** The rows are one text (`writeRows`) if none of their cells takes React, which then gets one element a row. */
export type TableRowsProps = { looks: CellLook[]; rows: SentRow[] | string; hrefBase: string };

/**
 * The body of a table, from what distinguishes them: React gets every element of a page as markup and as data, and here
 * the data is the contents alone.
 */
export function TableRows({ looks, rows, hrefBase }: TableRowsProps) {
  return (
    <KeptRows>{typeof rows === "string" ? written(rows, looks, hrefBase) : drawnRows(rows, looks, hrefBase)}</KeptRows>
  );
}

function written(rows: string, looks: CellLook[], hrefBase: string) {
  const html = rowWriter(looks, hrefBase);
  return readRows(rows).map((row) => (
    <tr
      key={row.key ?? row.href}
      {...as.row}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: written by `rowWriter`, which escapes what it is given
      dangerouslySetInnerHTML={{ __html: html(row) }}
    />
  ));
}

const drawnRows = (rows: SentRow[], looks: CellLook[], hrefBase: string) =>
  rows.map((row) => (
    <tr key={row.key ?? row.href} {...as.row}>
      {cellsOf(row, looks, hrefBase)}
    </tr>
  ));

const cellsOf = ({ cells, href }: SentRow, looks: CellLook[], hrefBase: string) =>
  cells.map((cell, index) => {
    const content = drawn(isPlaced(cell) ? cell.content : cell);
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a column has no other identity here, and never moves
      <td key={index} {...lookOf(cell, looks[index])}>
        {index === 0 && href !== undefined ? (
          <a href={hrefBase + href} data-nav="" className="row-link">
            {content}
          </a>
        ) : (
          content
        )}
      </td>
    );
  });

/** An empty cell has no place on a phone, and nothing to name. */
function lookOf(cell: SentCell, column: CellLook | undefined) {
  if (cell === null || cell === false)
    return column?.className ? { role: "cell", className: column.className } : { role: "cell" };
  const { place, label } = isPlaced(cell) ? { ...column, ...cell } : (column ?? { place: "meta", label: undefined });
  return { role: "cell", className: cx(`cell-${place}`, column?.className), "data-label": label };
}

// The layout on a phone changes `display`, which hides a table's meaning from some screen readers.
const as = { row: { role: "row" } };

/** What isn't a value is left to React. */
function drawn(content: SentCell): ReactNode {
  if (!isValue(content)) return content as ReactNode;
  const { text } = content;
  if ("tone" in content) return <Status tone={content.tone}>{text}</Status>;
  if ("data" in content) return <data value={content.data}>{text}</data>;
  return (
    <time dateTime={content.time} title={content.title}>
      {text}
    </time>
  );
}
