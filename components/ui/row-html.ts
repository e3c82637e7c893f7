import { cx } from "@/components/ui/cx";
import { escaped, Html } from "@/components/ui/markup";
import {
  type CellLook,
  isPlaced,
  isValue,
  type SentCell,
  type SentRow,
  type SentValue,
} from "@/components/ui/row-text";

/**
 * Writes the cells of a table's rows as HTML, as `TableRows` draws them for React: without elements, which the many cells
 * of a list would need only to be written again. What cells of a column have in common is written once.
 */
export function rowWriter(looks: readonly CellLook[], hrefBase: string): (row: SentRow) => string {
  const plain = looks.map((look) => opened(look.place, look.label, look.className));
  const empty = looks.map(({ className }) => `<td role="cell"${named("class", className || undefined)}>`);
  const written = new Map<string, string>();
  return ({ cells, href }) => {
    let html = "";
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index];
      const content = isPlaced(cell) ? cell.content : cell;
      if (cell === null || cell === false) html += empty[index] ?? '<td role="cell">';
      else html += isPlaced(cell) ? placed(cell, looks[index]) : (plain[index] ?? opened("meta", undefined, undefined));
      const inner = contentHtml(content, written);
      html += index === 0 && href !== undefined ? linked(hrefBase + href, inner) : inner;
      html += "</td>";
    }
    return html;
  };
}

const placed = (cell: { place: string; label?: string }, look: CellLook | undefined): string =>
  opened(cell.place, cell.label ?? look?.label, look?.className);

const opened = (place: string, label: string | undefined, className: string | undefined): string =>
  `<td role="cell"${named("class", cx(`cell-${place}`, className))}${named("data-label", label)}>`;

const named = (name: string, value: string | undefined): string =>
  value === undefined ? "" : ` ${name}="${escaped(value)}"`;

const linked = (href: string, inner: string): string =>
  `<a href="${escaped(href)}" data-nav="" class="row-link">${inner}</a>`;

/** A table has a few states, which most of its rows share. */
function contentHtml(content: SentCell, states: Map<string, string>): string {
  if (content === null || content === false) return "";
  if (content instanceof Html) return content.text;
  if (!isValue(content)) return escaped(String(content));
  if (!("tone" in content)) return valueHtml(content);
  const key = `${content.tone} ${content.text}`;
  const known = states.get(key);
  if (known !== undefined) return known;
  const html = valueHtml(content);
  states.set(key, html);
  return html;
}

function valueHtml(value: SentValue): string {
  const text = escaped(value.text);
  if ("tone" in value) return `<span class="status" data-tone="${escaped(value.tone)}">${text}</span>`;
  if ("data" in value) return `<data value="${escaped(value.data)}">${text}</data>`;
  return `<time datetime="${escaped(value.time)}"${named("title", value.title)}>${text}</time>`;
}
