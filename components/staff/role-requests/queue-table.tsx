import type { ReactNode } from "react";
import { RequestStatus } from "@/components/accounts/role-requests/request-status";
import { proofWords, sourceWords } from "@/components/accounts/role-requests/request-words";
import { type Column, DataTable } from "@/components/ui/data-table";
import { RelativeTime } from "@/components/ui/relative-time";
import type { SortProps } from "@/components/ui/sort-props";
import { Status } from "@/components/ui/status";
import { t } from "@/lib/platform/language/t";
import type { QueuedRequest } from "@/lib/staff/role-requests/schema";

export type QueueTableProps = { order?: SortProps; requests: QueuedRequest[]; empty: ReactNode };

/** Role requests of all accounts. */
export function QueueTable({ order, requests, empty }: QueueTableProps) {
  return (
    <DataTable
      caption={t("Role requests")}
      columns={columns()}
      {...order}
      rows={requests}
      rowKey={({ id }) => id}
      rowHref={({ id, account }) => `/staff/accounts/${account.id}/role-requests/${id}`}
      empty={empty}
    />
  );
}

const columns = (): Column<QueuedRequest>[] => [
  {
    key: "person",
    header: t("Person"),
    sortable: true,
    grow: true,
    cell: ({ name, email }) => (
      <span className="cell-lines">
        <span>{name}</span>
        <span className="cell-detail wide-only">{email}</span>
      </span>
    ),
  },
  { key: "role", header: t("Role"), sortable: true, cell: ({ roleName }) => roleName },
  { key: "account", header: t("Account"), sortable: true, cell: ({ account }) => account.name },
  {
    key: "sender",
    header: t("Sender"),
    phone: "below",
    cell: ({ requesterName, source, proof }) => (
      <span className="cell-lines">
        <span>
          {requesterName} · {t(sourceWords[source])}
        </span>
        <Status tone={proofWords[proof].tone}>{t(proofWords[proof].name)}</Status>
      </span>
    ),
  },
  { key: "status", header: t("Status"), phone: "state", cell: ({ status }) => <RequestStatus status={status} /> },
  {
    key: "at",
    header: t("Time"),
    sortable: true,
    phone: "amount",
    numeric: true,
    cell: ({ createdAt }) => <RelativeTime value={createdAt} />,
  },
];
