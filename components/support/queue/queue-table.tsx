import type { ReactNode } from "react";
import { PriorityBadge } from "@/components/support/tickets/priority-badge";
import { TicketStatus } from "@/components/support/tickets/ticket-status";
import { Badge } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import { departmentNames } from "@/lib/policy/departments";
import type { QueuedTicket } from "@/lib/support/queue/schema";
import { DueTime } from "./due-time";

export type QueueTableProps = { tickets: QueuedTicket[]; now: Date; format: ViewerFormat; empty: ReactNode };

/** Tickets of all accounts, each with a checkbox. On a phone a row has two lines: what and when, who and its state. */
export function QueueTable({ tickets, now, format, empty }: QueueTableProps) {
  return (
    <DataTable
      caption={t("Tickets")}
      columns={columnsFor(now, format)}
      rows={tickets}
      rowKey={({ id }) => id}
      rowHref={({ id, account }) => `/a/${account.id}/tickets/${id}`}
      empty={empty}
    />
  );
}

const columnsFor = (now: Date, format: ViewerFormat): Column<QueuedTicket>[] => [
  { key: "subject", header: t("Subject"), grow: true, cell: (ticket) => <Heading ticket={ticket} /> },
  {
    key: "status",
    header: t("Status"),
    phone: "state",
    cell: ({ status }) => TicketStatus({ status, forStaff: true }),
  },
  {
    key: "assignee",
    header: t("Assigned to"),
    phone: "hidden",
    cell: ({ assigneeName, assignedToMe }) => (assignedToMe ? t("you") : assigneeName),
  },
  {
    key: "activity",
    header: t("Last message"),
    priority: "low",
    phone: "hidden",
    cell: ({ lastMessageAt }) => <RelativeTime value={lastMessageAt} now={now} format={format} />,
  },
  {
    key: "due",
    header: t("Due@@ticket"),
    phone: "amount",
    cell: ({ dueAt }) => <DueTime dueAt={dueAt} now={now} format={format} />,
  },
  {
    key: "select",
    header: t("Select"),
    hideHeader: true,
    phone: "actions",
    cell: (ticket) => <Choice ticket={ticket} />,
  },
];

function Heading({ ticket }: { ticket: QueuedTicket }) {
  const { number, subject, status, priority, department, account, tags, assigneeName, assignedToMe } = ticket;
  const assignee = assignedToMe ? t("you") : assigneeName;
  return (
    <span className="block">
      <span className="phone-line flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="wrap-anywhere">{subject}</span>
        {status !== "closed" && <PriorityBadge priority={priority} />}
        {tags.map(({ id, name }) => (
          <span key={id} className="wide-only">
            <Badge>{name}</Badge>
          </span>
        ))}
      </span>
      <span className="phone-line mt-0.5 flex flex-wrap text-sm font-normal text-ink-soft">
        <span className="wrap-anywhere">
          #{number} · {account.name}
          <span className="wide-only"> · {t(departmentNames[department])}</span>
          {assignee !== null && <span className="phone-only"> · {assignee}</span>}
        </span>
      </span>
    </span>
  );
}

function Choice({ ticket }: { ticket: QueuedTicket }) {
  const { id, number, subject, account } = ticket;
  const row = new URLSearchParams({ label: `#${number}`, account: account.id, ticketId: id });
  return (
    <label className="flex items-center justify-center p-1 pointer-coarse:min-h-11 pointer-coarse:min-w-11">
      <span className="sr-only">{t("Select #{number} {subject}", { number, subject })}</span>
      <input type="checkbox" name="row" value={row.toString()} className="tick rounded-sm" />
    </label>
  );
}
