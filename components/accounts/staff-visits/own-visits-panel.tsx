import { DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { Pagination, type PaginationProps } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { Status } from "@/components/ui/status";
import type { OwnVisit } from "@/lib/accounts/staff-visits/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";

interface OwnVisitsPanelProps {
  readonly visits: OwnVisit[];
  readonly pages: PaginationProps;
  readonly format: ViewerFormat;
}

/** The accounts that a member of staff has open, waits for, or is asked to confirm as a manager. */
export function OwnVisitsPanel({ visits, pages, format }: OwnVisitsPanelProps) {
  return (
    <Panel flush>
      <DataTable
        caption={t("Open accounts")}
        rows={visits}
        rowKey={({ id }) => id}
        rowHref={({ account }) => `/a/${account.id}/staff-visit`}
        columns={[
          { key: "account", header: t("Account"), cell: ({ account }) => account.name },
          { key: "who", header: t("Staff member"), cell: ({ own, staffName }) => (own ? t("You") : staffName) },
          { key: "why", header: t("Reason"), grow: true, phone: "below", cell: (visit) => <Why visit={visit} /> },
          {
            key: "until",
            header: t("Until"),
            phoneLabel: t("Until"),
            cell: ({ endsAt }) => <DateTime value={endsAt} style="dateTime" format={format} />,
          },
          { key: "state", header: t("Status"), phone: "state", cell: (visit) => <State visit={visit} /> },
        ]}
        empty={
          <EmptyState title={t("You have no account open.")} icon={<Icon name="lock-keyhole" />}>
            {t("Open a customer's account from the list of accounts. You are asked for the reason.")}
          </EmptyState>
        }
      />
      <Pagination {...pages} />
    </Panel>
  );
}

const Why = ({ visit: { reasonName, ticket, note } }: { visit: OwnVisit }) => (
  <span className="block wrap-anywhere">
    {ticket ? `#${ticket.number} ${ticket.subject}` : reasonName}
    {note && <span className="block text-sm text-ink-soft">{note}</span>}
  </span>
);

function State({ visit: { own, state } }: { visit: OwnVisit }) {
  if (!own) return <Status tone="danger">{t("Confirm it")}</Status>;
  return state === "waiting" ? (
    <Status tone="warning">{t("Waiting for an answer")}</Status>
  ) : (
    <Status tone="success">{t("Open@@access")}</Status>
  );
}
