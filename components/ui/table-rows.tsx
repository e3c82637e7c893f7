"use client";

import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tone";

/** What is the same for every cell of a column, so that it is sent once. */
export type CellLook = { place: string; label?: string; className: string };

/** The contents of a cell that are sent as values: an amount, a time or a status, each as its own component draws it. */
export type SentValue = { text: string } & ({ data: string } | { time: string; title?: string } | { tone: Tone });

/** What differs from row to row where a column's place or label depends on the row. */
type Placed = { place: string; label?: string; content: ReactNode | SentValue };

/** A row as it is sent: where it links to, which identifies it, or else a key; and its cells. */
export type SentRow = { key?: string; href?: string; cells: (ReactNode | SentValue | Placed)[] };

export type TableRowsProps = { looks: CellLook[]; rows: SentRow[]; hrefBase: string };

/**
 * The rows of a table, from what distinguishes them: React gets every element of a page as markup and as data, and here
 * the data is the contents alone.
 */
export function TableRows({ looks, rows, hrefBase }: TableRowsProps) {
  return rows.map(({ key, href, cells }) => (
    <tr key={key ?? href} {...as.row}>
      {cells.map((cell, index) => {
        const { content, ...look } = lookOf(cell, looks[index]);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column has no other identity here, and never moves
          <td key={index} {...as.cell} {...look}>
            {index === 0 && href !== undefined ? (
              <a href={hrefBase + href} className="row-link">
                {drawn(content)}
              </a>
            ) : (
              drawn(content)
            )}
          </td>
        );
      })}
    </tr>
  ));
}

/** An empty cell has no place on a phone, and nothing to name. */
function lookOf(cell: SentRow["cells"][number], column: CellLook | undefined) {
  const { place, label, content } = isPlaced(cell) ? { ...column, ...cell } : { ...column, content: cell };
  if (content === null || content === false)
    return { content, ...(column?.className && { className: column.className }) };
  return { content, className: cx(`cell-${place}`, column?.className), "data-label": label };
}

// The layout on a phone changes `display`, which hides a table's meaning from some screen readers.
const as = { row: { role: "row" }, cell: { role: "cell" } };

const isPlaced = (cell: SentRow["cells"][number]): cell is Placed =>
  typeof cell === "object" && cell !== null && "content" in cell && "place" in cell;

function drawn(content: ReactNode | SentValue): ReactNode {
  if (typeof content !== "object" || content === null || !("text" in content)) return content;
  const { text } = content;
  if ("tone" in content) return <Status tone={content.tone}>{text}</Status>;
  if ("data" in content) return <data value={content.data}>{text}</data>;
  return (
    <time dateTime={content.time} title={content.title}>
      {text}
    </time>
  );
}
