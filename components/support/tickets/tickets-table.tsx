import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import { RelativeTime } from "@/components/ui/relative-time";
import type { SortProps } from "@/components/ui/sort-props";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import { departmentNames } from "@/lib/policy/departments";
import type { TicketItem } from "@/lib/support/tickets/schema";
import { PriorityBadge } from "./priority-badge";
import { TicketStatus } from "./ticket-status";

export type TicketsTableProps = {
  /** The list's order and the URL of another; without it the list has its default order. */
  order?: SortProps;

  tickets: TicketItem[];
  hrefOf: (ticket: TicketItem) => string;
  forStaff: boolean;
  now: Date;
  format: ViewerFormat;
  empty: ReactNode;
};

export function TicketsTable({ tickets, order, hrefOf, forStaff, now, format, empty }: TicketsTableProps) {
  return (
    <DataTable
      {...order}
      caption={t("Tickets")}
      columns={columnsFor(forStaff, now, format)}
      rows={tickets}
      rowKey={({ id }) => id}
      rowHref={hrefOf}
      empty={empty}
    />
  );
}

const columnsFor = (forStaff: boolean, now: Date, format: ViewerFormat): Column<TicketItem>[] => [
  { key: "subject", header: t("Subject"), sortable: true, grow: true, cell: (ticket) => <Heading ticket={ticket} /> },
  {
    key: "status",
    header: t("Status"),
    phone: "state",
    sortable: true,
    cell: ({ status }) => TicketStatus({ status, forStaff }),
  },
  {
    key: "activity",
    header: t("Last message"),
    phone: "amount",
    sortable: true,
    cell: ({ lastMessageAt }) => <RelativeTime value={lastMessageAt} now={now} format={format} />,
  },
];

function Heading({ ticket }: { ticket: TicketItem }) {
  const { number, subject, status, priority, department, service, openedByMe, openedByName } = ticket;
  return (
    <span className="block">
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="wrap-anywhere">{subject}</span>
        {status !== "closed" && <PriorityBadge priority={priority} />}
      </span>
      <span className="mt-0.5 block text-sm font-normal text-ink-soft">
        #{number} · {service?.name ?? t(departmentNames[department])} · {openedByMe ? t("you") : openedByName}
      </span>
    </span>
  );
}
