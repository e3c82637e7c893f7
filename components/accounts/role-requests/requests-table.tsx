import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import { RelativeTime } from "@/components/ui/relative-time";
import type { RoleRequestItem } from "@/lib/accounts/role-requests/schema";
import { t } from "@/lib/platform/language/t";
import { RequestStatus } from "./request-status";
import { sourceWords } from "./request-words";

export type RequestsTableProps = {
  requests: RoleRequestItem[];
  hrefOf: (request: RoleRequestItem) => string;
  empty: ReactNode;
};

/** Role requests of one account, the newest first. */
export function RequestsTable({ requests, hrefOf, empty }: RequestsTableProps) {
  return (
    <DataTable
      caption={t("Role requests")}
      columns={columns()}
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
    grow: true,
    cell: ({ name, email }) => (
      <span className="block min-w-0">
        <span className="block truncate">{name}</span>
        <span className="cell-detail wide-only">{email}</span>
      </span>
    ),
  },
  { key: "role", header: t("Role"), cell: ({ roleName }) => roleName },
  { key: "by", header: t("Requested by"), priority: "low", cell: ({ requesterName }) => requesterName },
  {
    key: "number",
    header: t("Request"),
    priority: "low",
    phone: "hidden",
    cell: ({ number, source }) => `${number} · ${t(sourceWords[source])}`,
  },
  { key: "status", header: t("Status"), phone: "state", cell: ({ status }) => <RequestStatus status={status} /> },
  {
    key: "at",
    header: t("Time"),
    phone: "amount",
    numeric: true,
    cell: ({ createdAt }) => <RelativeTime value={createdAt} />,
  },
];
