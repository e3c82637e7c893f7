import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { type CellLook, type SentCell, type SentRow, writeRows } from "@/components/ui/row-text";
import { sentValue } from "@/components/ui/sent-value";
import type { Sort } from "@/components/ui/sort";
import { SortLink } from "@/components/ui/sort-link";
import { SortSelect } from "@/components/ui/sort-select";
import { TableRows } from "@/components/ui/table-rows";

/**
 * Where a row on a phone shows a column. Its first line is title and amount, its second one details and the state;
 * buttons are beside both, and only what a row may not leave out goes below them.
 */
export type PhonePlace = "title" | "amount" | "meta" | "state" | "below" | "actions" | "hidden";

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Numbers and amounts: right-aligned. */
  numeric?: boolean;
  /** The server can sort by this column. */
  sortable?: boolean;
  /** Takes the remaining width and wraps; the first column does if none is marked. */
  grow?: boolean;
  /** `low` is hidden first when the table gets narrow. */
  priority?: "low";
  /** Shows the header to screen readers only: columns of buttons. */
  hideHeader?: boolean;
  /** The first column is the title unless another one is; buttons are actions, and all others details. */
  phone?: PhonePlace | ((row: Row) => PhonePlace);
  /** The word before the value on a phone, which shows no headers: "Due". */
  phoneLabel?: string | ((row: Row) => string | undefined);
};

export type DataTableProps<Row> = {
  /** What the table lists, for screen readers: "Invoices". */
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** Where a row links to; the first column becomes the link. */
  rowHref?: (row: Row) => string | undefined;
  sort?: Sort;
  /** URL of the same list in another order. */
  sortHref?: (sort: Sort) => string;
  /** Shown instead of the table when there are no rows. */
  empty?: ReactNode;
};

// The layout on a phone changes `display`, which hides a table's meaning from some screen readers: explicit roles keep it.
const as = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
};

/**
 * A list of records, rendered by the server; on a phone a row has two lines. Wrap it in `<Panel flush>`. What
 * cells have in common is sent once, and no property without a value: each one is data, too.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, empty } = props;
  if (rows.length === 0 && empty) return empty;
  return (
    <div className="data-table-box">
      {props.sort && props.sortHref && (
        <SortSelect caption={caption} columns={sortable(columns)} sort={props.sort} sortHref={props.sortHref} />
      )}
      <table {...as.table} className={cx("data-table", `data-table-${phoneLayout(columns)}`)}>
        <caption className="sr-only">{caption}</caption>
        <thead {...as.rowgroup}>
          <tr {...as.row}>
            {columns.map((column) => (
              <Head key={column.key} column={column} {...props} />
            ))}
          </tr>
        </thead>
        <TableRows looks={columns.map((column) => lookOf(column, columns))} {...sentRows(props)} />
      </table>
    </div>
  );
}

/**
 * A row on a phone: a title without details takes both lines, and several details wrap over as many lines as they need
 * instead of each within a column of its own.
 */
function phoneLayout<Row>(columns: Column<Row>[]): "titles" | "lines" | "wraps" {
  const details = columns.filter((column) => ["meta", undefined].includes(placeOf(column, columns))).length;
  if (details === 0) return "titles";
  return details > 1 ? "wraps" : "lines";
}

/** Undefined for a place that depends on the row, without one. */
function placeOf<Row>({ phone, hideHeader, key }: Column<Row>, columns: Column<Row>[], row?: Row) {
  if (typeof phone === "function") return row === undefined ? undefined : phone(row);
  if (phone) return phone;
  if (hideHeader) return "actions";
  const title = columns.find((column) => column.phone === "title") ?? columns[0];
  return key === title?.key ? "title" : "meta";
}

const sortable = <Row,>(columns: Column<Row>[]) =>
  columns.filter((column) => column.sortable).map(({ key, header }) => ({ value: key, label: header }));

type HeadProps<Row> = Pick<DataTableProps<Row>, "sort" | "sortHref"> & { column: Column<Row> };

function Head<Row>({ column, sort, sortHref }: HeadProps<Row>) {
  const direction = sort?.key === column.key ? sort.direction : undefined;
  const look = cx(column.numeric && "cell-end", lowClass(column));
  const sorted = direction && ({ "aria-sort": direction === "asc" ? "ascending" : "descending" } as const);
  return (
    <th {...as.columnheader} scope="col" {...(look && { className: look })} {...sorted}>
      {column.sortable && sortHref ? (
        <SortLink
          label={column.header}
          direction={direction}
          href={(next) => sortHref({ key: column.key, direction: next })}
        />
      ) : (
        <span className={column.hideHeader ? "sr-only" : ""}>{column.header}</span>
      )}
    </th>
  );
}

/** What the cells of a column have in common. */
function lookOf<Row>(column: Column<Row>, columns: Column<Row>[]): CellLook {
  const growing = columns.find(({ grow }) => grow) ?? columns[0];
  const place = placeOf(column, columns);
  return {
    place: place ?? "hidden",
    ...(typeof column.phoneLabel === "string" && { label: column.phoneLabel }),
    className: cx(column === growing && "cell-grow", column.numeric && "cell-end", lowClass(column)),
  };
}

/** The rows without what they share: their links begin alike, and a link that no other row has identifies its row. */
function sentRows<Row>({ columns, rows, rowKey, rowHref }: DataTableProps<Row>) {
  const hrefs = rows.map((row) => rowHref?.(row));
  const hrefBase = sharedFolder(hrefs.filter((href) => href !== undefined));
  const repeated = new Set(hrefs).size < rows.length;
  const sent = rows.map((row, index): SentRow => {
    const href = hrefs[index];
    return {
      ...(href === undefined || repeated ? { key: rowKey(row) } : {}),
      ...(href !== undefined && { href: href.slice(hrefBase.length) }),
      cells: columns.map((column) => sentCell(column, columns, row)),
    };
  });
  return { rows: writeRows(sent) ?? sent, hrefBase };
}

function sentCell<Row>(column: Column<Row>, columns: Column<Row>[], row: Row): SentCell {
  const { phone, phoneLabel } = column;
  const content = sentValue(column.cell(row) ?? null);
  const varies = typeof phone === "function" || typeof phoneLabel === "function";
  if (!varies || content === null || content === false) return content;
  const label = typeof phoneLabel === "function" ? phoneLabel(row) : phoneLabel;
  return { place: placeOf(column, columns, row) ?? "meta", ...(label && { label }), content };
}

/** "/a/1/invoices/" of "/a/1/invoices/2" and "/a/1/invoices/3". */
function sharedFolder(hrefs: readonly string[]): string {
  const [first = "", ...others] = hrefs;
  let end = first.lastIndexOf("/") + 1;
  while (end > 0 && !others.every((href) => href.startsWith(first.slice(0, end)))) {
    end = first.lastIndexOf("/", end - 2) + 1;
  }
  return first.slice(0, end);
}

const lowClass = ({ priority }: { priority?: "low" }) => priority === "low" && "cell-low";
