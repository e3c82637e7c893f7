import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import { RelativeTime } from "@/components/ui/relative-time";
import type { SortProps } from "@/components/ui/sort-props";
import type { RoleRequestItem } from "@/lib/accounts/role-requests/schema";
import { t } from "@/lib/platform/language/t";
import { RequestStatus } from "./request-status";
import { sourceWords } from "./request-words";

export type RequestsTableProps = {
  order?: SortProps;
  requests: RoleRequestItem[];
  hrefOf: (request: RoleRequestItem) => string;
  empty: ReactNode;
};

/** Role requests of one account, the newest first. */
export function RequestsTable({ order, requests, hrefOf, empty }: RequestsTableProps) {
  return (
    <DataTable
      caption={t("Role requests")}
      columns={columns()}
      {...order}
      rows={requests}
      rowKey={({ id }) => id}
      rowHref={hrefOf}
      empty={empty}
    />
  );
}

const columns = (): Column<RoleRequestItem>[] => [
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
  { key: "by", header: t("Requested by"), sortable: true, priority: "low", cell: ({ requesterName }) => requesterName },
  {
    key: "number",
    header: t("Request"),
    priority: "low",
    phone: "hidden",
    cell: ({ number, source }) => (
      <>
        {number} · {t(sourceWords[source])}
      </>
    ),
  },
  {
    key: "status",
    header: t("Status"),
    sortable: true,
    phone: "state",
    cell: ({ status }) => <RequestStatus status={status} />,
  },
  {
    key: "at",
    header: t("Time"),
    sortable: true,
    phone: "amount",
    numeric: true,
    cell: ({ createdAt }) => <RelativeTime value={createdAt} />,
  },
];
