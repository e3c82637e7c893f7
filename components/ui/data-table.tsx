import Link from "next/link";
import type { ReactNode } from "react";
import type { Sort } from "@/components/ui/sort";
import { SortLink } from "@/components/ui/sort-link";
import { SortSelect } from "@/components/ui/sort-select";

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
  /** `low` is hidden first when the table gets narrow; cards still show it. */
  priority?: "low";
  /** Shows the header to screen readers only: columns of buttons. */
  hideHeader?: boolean;
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

// Cards change `display`, which hides table semantics from screen readers; explicit roles keep them.
const as = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  cell: { role: "cell" },
};

/** A list of records, rendered by the server; cards on narrow screens. Wrap it in `<Panel flush>`. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, empty } = props;
  if (rows.length === 0 && empty) return empty;
  const growing = columns.find((column) => column.grow) ?? columns[0];
  return (
    <div className="data-table-box">
      {props.sort && props.sortHref && (
        <SortSelect caption={caption} columns={sortable(columns)} sort={props.sort} sortHref={props.sortHref} />
      )}
      <table {...as.table} className="data-table">
        <caption className="sr-only">{caption}</caption>
        <thead {...as.rowgroup}>
          <tr {...as.row}>
            {columns.map((column) => (
              <Head key={column.key} column={column} {...props} />
            ))}
          </tr>
        </thead>
        <tbody {...as.rowgroup}>
          {rows.map((row) => (
            <tr key={rowKey(row)} {...as.row}>
              {columns.map((column, index) => (
                <Cell
                  key={column.key}
                  column={column}
                  row={row}
                  href={index === 0 ? props.rowHref?.(row) : undefined}
                  first={index === 0}
                  grow={column === growing}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const sortable = <Row,>(columns: Column<Row>[]) =>
  columns.filter((column) => column.sortable).map(({ key, header }) => ({ value: key, label: header }));

type HeadProps<Row> = Pick<DataTableProps<Row>, "sort" | "sortHref"> & { column: Column<Row> };

function Head<Row>({ column, sort, sortHref }: HeadProps<Row>) {
  const direction = sort?.key === column.key ? sort.direction : undefined;
  return (
    <th
      {...as.columnheader}
      scope="col"
      data-align={column.numeric ? "end" : undefined}
      data-priority={column.priority}
      aria-sort={direction && (direction === "asc" ? "ascending" : "descending")}
    >
      {column.sortable && sortHref ? (
        <SortLink
          label={column.header}
          direction={direction}
          markFirst={column.numeric}
          href={(next) => sortHref({ key: column.key, direction: next })}
        />
      ) : (
        <span className={column.hideHeader ? "sr-only" : undefined}>{column.header}</span>
      )}
    </th>
  );
}

type CellProps<Row> = { column: Column<Row>; row: Row; href?: string; first: boolean; grow: boolean };

function Cell<Row>({ column, row, href, first, grow }: CellProps<Row>) {
  const content = column.cell(row);
  return (
    <td
      {...as.cell}
      data-label={first || column.hideHeader ? "" : column.header}
      data-primary={first || undefined}
      data-actions={column.hideHeader}
      data-grow={grow || undefined}
      data-align={column.numeric ? "end" : undefined}
      data-priority={column.priority}
    >
      {href ? (
        <Link href={href} prefetch={false} className="row-link font-medium text-ink">
          {content}
        </Link>
      ) : (
        content
      )}
    </td>
  );
}
