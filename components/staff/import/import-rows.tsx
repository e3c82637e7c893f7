import { type Column, DataTable } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/text-link";
import { t } from "@/lib/platform/language/t";
import type { ImportDetail } from "@/lib/staff/import/schema";
import { OutcomeMark } from "./outcome-mark";

type Row = ImportDetail["rows"]["items"][number];

const columns = (): Column<Row>[] => [
  {
    key: "name",
    header: t("Customer"),
    cell: ({ name, reference }) => (
      <>
        {name || t("No name")}
        <span className="block text-sm text-ink-soft">{reference || t("No reference")}</span>
      </>
    ),
  },
  { key: "line", header: t("Line"), phoneLabel: t("Line"), numeric: true, cell: ({ line }) => line },
  { key: "owner", header: t("Owner"), cell: ({ ownerEmail }) => <span className="wrap-anywhere">{ownerEmail}</span> },
  {
    key: "outcome",
    header: t("Result"),
    phone: "state",
    cell: ({ outcome, message, accountId }) => (
      <>
        <OutcomeMark value={outcome} />
        {message && <span className="block text-sm text-ink-soft">{message}</span>}
        {accountId && (
          <TextLink href={`/staff/accounts/${accountId}`} className="block text-sm">
            {t("View account")}
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
      caption={t("Rows")}
      columns={columns()}
      rows={rows}
      rowKey={({ line }) => String(line)}
      empty={<p className="px-4 py-3 text-ink-soft">{t("No rows with this result.")}</p>}
    />
  );
}
