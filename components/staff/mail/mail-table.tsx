import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import { RelativeTime } from "@/components/ui/relative-time";
import type { SortProps } from "@/components/ui/sort-props";
import { t } from "@/lib/platform/language/t";
import type { MailItem } from "@/lib/staff/core/schema";
import { MailStatusMark } from "./mail-status";
import { kindLabels } from "./mail-words";

export type MailTableProps = {
  /** The order of the list and the address of another; without it the list has only its own. */
  order?: SortProps;
  mails: MailItem[];
  empty: ReactNode;
};

/** Emails created by the portal. */
export function MailTable({ mails, order, empty }: MailTableProps) {
  return (
    <DataTable
      {...order}
      caption={t("Email")}
      columns={columns()}
      rows={mails}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/staff/mail/${id}`}
      empty={empty}
    />
  );
}

const columns = (): Column<MailItem>[] => [
  {
    key: "subject",
    header: t("Subject"),
    sortable: true,
    cell: ({ subject }) => <span className="line-clamp-2">{subject}</span>,
  },
  {
    key: "to",
    header: t("To"),
    sortable: true,
    cell: ({ to }) => (
      <span className="cell-lines">
        <span>{to.name}</span>
        <span className="cell-detail wide-only">{to.address}</span>
      </span>
    ),
  },
  {
    key: "about",
    header: t("About"),
    phone: "hidden",
    priority: "low",
    cell: ({ kind, account }) => account?.name ?? t(kindLabels[kind]),
  },
  {
    key: "status",
    header: t("Status"),
    phone: "state",
    sortable: true,
    cell: ({ status }) => MailStatusMark({ status }),
  },
  {
    key: "at",
    header: t("Created"),
    phone: "amount",
    sortable: true,
    numeric: true,
    cell: ({ createdAt }) => <RelativeTime value={createdAt} />,
  },
];
