import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import { RelativeTime } from "@/components/ui/relative-time";
import type { SortProps } from "@/components/ui/sort-props";
import { t } from "@/lib/platform/language/t";
import type { InboundMailItem } from "@/lib/support/inbound-mail/schema";
import { OutcomeMark } from "./outcome-mark";

export type InboundTableProps = { order: SortProps; mails: InboundMailItem[]; empty: ReactNode };

/** Received email, with what became of each and why. */
export function InboundTable({ mails, order, empty }: InboundTableProps) {
  return (
    <DataTable
      {...order}
      caption={t("Received email")}
      columns={columns()}
      rows={mails}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/staff/inbound-mail/${id}`}
      empty={empty}
    />
  );
}

const columns = (): Column<InboundMailItem>[] => [
  {
    key: "subject",
    header: t("Email"),
    grow: true,
    cell: ({ subject, from }) => (
      <span className="block min-w-0">
        <span className="line-clamp-2 wrap-anywhere">{subject || t("(no subject)")}</span>
        <span className="cell-detail block truncate sm:whitespace-normal">
          {from.name ? `${from.name} · ${from.address}` : from.address || t("no sender")}
        </span>
      </span>
    ),
  },
  {
    key: "outcome",
    header: t("Outcome"),
    sortable: true,
    phone: "state",
    cell: ({ outcome }) => OutcomeMark({ outcome }),
  },
  {
    key: "reason",
    header: t("Why"),
    grow: true,
    cell: ({ reason }) => (
      <span className="line-clamp-1 min-w-40 text-sm sm:line-clamp-3 wrap-anywhere whitespace-normal text-ink-soft xl:min-w-72">
        {reason}
      </span>
    ),
  },
  {
    key: "received",
    header: t("Received"),
    sortable: true,
    numeric: true,
    phone: "amount",
    cell: ({ receivedAt }) => <RelativeTime value={receivedAt} />,
  },
];
