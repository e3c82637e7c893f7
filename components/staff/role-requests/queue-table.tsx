import type { ReactNode } from "react";
import { RequestStatus } from "@/components/accounts/role-requests/request-status";
import { proofWords, sourceWords } from "@/components/accounts/role-requests/request-words";
import { type Column, DataTable } from "@/components/ui/data-table";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import { t } from "@/lib/platform/language/t";
import type { QueuedRequest } from "@/lib/staff/role-requests/schema";

/** Role requests of all accounts. */
export function QueueTable({ requests, empty }: { requests: QueuedRequest[]; empty: ReactNode }) {
  return (
    <DataTable
      caption={t("Role requests")}
      columns={columns()}
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
    grow: true,
    cell: ({ name, email }) => (
      <span className="block min-w-0">
        <span className="block truncate">{name}</span>
        <span className="cell-detail wide-only">{email}</span>
      </span>
    ),
  },
  { key: "role", header: t("Role"), cell: ({ roleName }) => roleName },
  { key: "account", header: t("Account"), cell: ({ account }) => account.name },
  {
    key: "sender",
    header: t("Sender"),
    phone: "below",
    cell: ({ requesterName, source, proof }) => (
      <span className="block min-w-0">
        <span className="block truncate">{`${requesterName} · ${t(sourceWords[source])}`}</span>
        <Status tone={proofWords[proof].tone}>{t(proofWords[proof].name)}</Status>
      </span>
    ),
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
