import { type Column, DataTable } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/text-link";
import type { ImportDetail } from "@/lib/staff/import/schema";
import { OutcomeMark } from "./outcome-mark";

type Row = ImportDetail["rows"]["items"][number];

const columns: Column<Row>[] = [
  {
    key: "name",
    header: "Customer",
    cell: ({ name, reference }) => (
      <>
        {name || "No name"}
        <span className="block text-sm text-ink-soft">{reference || "No reference"}</span>
      </>
    ),
  },
  { key: "line", header: "Line", phoneLabel: "Line", numeric: true, cell: ({ line }) => line },
  { key: "owner", header: "Owner", cell: ({ ownerEmail }) => <span className="wrap-anywhere">{ownerEmail}</span> },
  {
    key: "outcome",
    header: "Result",
    phone: "state",
    cell: ({ outcome, message, accountId }) => (
      <>
        <OutcomeMark value={outcome} />
        {message && <span className="block text-sm text-ink-soft">{message}</span>}
        {accountId && (
          <TextLink href={`/staff/accounts/${accountId}`} className="block text-sm">
            View account
          </TextLink>
        )}
      </>
    ),
  },
];

/** Every row of an import with what happens, or happened, to it. */
export function ImportRows({ rows }: { rows: Row[] }) {
  return (
    <DataTable
      caption="Rows"
      columns={columns}
      rows={rows}
      rowKey={({ line }) => String(line)}
      empty={<p className="px-4 py-3 text-ink-soft">No rows with this result.</p>}
    />
  );
}
