import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import { RelativeTime } from "@/components/ui/relative-time";
import type { MailItem } from "@/lib/staff/core/schema";
import { MailStatusMark } from "./mail-status";
import { kindLabels } from "./mail-words";

/** The mail that was written, newest first. */
export function MailTable({ mails, empty }: { mails: MailItem[]; empty: ReactNode }) {
  return (
    <DataTable
      caption="Mail"
      columns={columns}
      rows={mails}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/staff/mail/${id}`}
      empty={empty}
    />
  );
}

const columns: Column<MailItem>[] = [
  { key: "subject", header: "Subject", cell: ({ subject }) => <span className="line-clamp-2">{subject}</span> },
  {
    key: "to",
    header: "To",
    cell: ({ to }) => (
      <span className="block min-w-0">
        <span className="block truncate">{to.name}</span>
        <span className="block truncate text-sm text-ink-soft">{to.address}</span>
      </span>
    ),
  },
  { key: "about", header: "About", priority: "low", cell: ({ kind, account }) => account?.name ?? kindLabels[kind] },
  { key: "status", header: "Status", cell: ({ status }) => <MailStatusMark status={status} /> },
  {
    key: "at",
    header: "Written",
    numeric: true,
    cell: ({ createdAt }) => <RelativeTime value={createdAt} />,
  },
];
