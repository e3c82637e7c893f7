import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { Pagination, type PaginationProps } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import type { SortProps } from "@/components/ui/sort-props";
import { TextLink } from "@/components/ui/text-link";
import type { ReadItem } from "@/lib/accounts/staff-reads/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";

interface ReadsPanelProps {
  readonly reads: ReadItem[];
  readonly order: SortProps;
  readonly pages: PaginationProps;
  readonly filters: ReactNode;
  readonly filtered: boolean;
  readonly download: ReactNode;
  /** The page of a record; undefined if there is none, or none the viewer may open. */
  readonly hrefOf: (read: ReadItem) => string | undefined;
  readonly ticketHref: (ticketId: string) => string;
  readonly format: ViewerFormat;
}

/** What staff opened, with the reason. */
export function ReadsPanel(props: ReadsPanelProps) {
  const { reads, order, pages, filters, filtered, download, hrefOf, ticketHref, format } = props;
  return (
    <Panel
      id="reads"
      title={t("What our staff opened")}
      description={t("Every page and file of this account that one of our staff was shown, and what they did there.")}
      actions={download}
      flush
    >
      <div className="px-4 pt-3">{filters}</div>
      <DataTable
        {...order}
        caption={t("What our staff opened")}
        rows={reads}
        rowKey={({ id }) => id}
        columns={columnsFor(hrefOf, ticketHref, format)}
        empty={
          filtered ? (
            <EmptyState title={t("Nothing matches")}>{t("Change or clear the filters.")}</EmptyState>
          ) : (
            <EmptyState icon={<Icon name="eye" />} title={t("Our staff have opened nothing yet.")}>
              {t("When they do, you find here who it was, what, when and why.")}
            </EmptyState>
          )
        }
      />
      <Pagination {...pages} />
    </Panel>
  );
}

const columnsFor = (
  hrefOf: ReadsPanelProps["hrefOf"],
  ticketHref: ReadsPanelProps["ticketHref"],
  format: ViewerFormat,
): Column<ReadItem>[] => [
  { key: "what", header: t("What"), grow: true, cell: (read) => <What read={read} href={hrefOf(read)} /> },
  { key: "who", header: t("Staff member"), sortable: true, cell: ({ staff }) => staff.name },
  { key: "why", header: t("Reason"), phone: "below", cell: (read) => <Why read={read} ticketHref={ticketHref} /> },
  {
    key: "when",
    header: t("Time"),
    sortable: true,
    phone: "state",
    cell: ({ lastAt }) => <DateTime value={lastAt} style="dateTime" format={format} />,
  },
];

function What({ read: { what, record, times, changes, asName }, href }: { read: ReadItem; href: string | undefined }) {
  return (
    <span className="block wrap-anywhere">
      {what}
      {record?.name && (
        <>
          {": "}
          {href ? <TextLink href={href}>{record.name}</TextLink> : record.name}
        </>
      )}
      {times > 1 && <span className="text-ink-soft"> {t("({count} times)", { count: times })}</span>}
      {changes && (
        <>
          {" "}
          <Badge>{t("Change")}</Badge>
        </>
      )}
      {asName && <span className="block text-sm text-ink-soft">{t("Viewed as {name}", { name: asName })}</span>}
    </span>
  );
}

const Why = ({
  read: { reason, ticket, note },
  ticketHref,
}: Pick<ReadsPanelProps, "ticketHref"> & { read: ReadItem }) => (
  <span className="block text-sm whitespace-normal wrap-anywhere sm:min-w-48">
    {reason}
    {ticket && (
      <>
        {" "}
        <TextLink href={ticketHref(ticket.id)}>#{ticket.number}</TextLink>
      </>
    )}
    {note && <span className="block text-ink-soft">{note}</span>}
  </span>
);
