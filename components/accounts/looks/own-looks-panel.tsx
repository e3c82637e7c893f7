import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { Pagination, type PaginationProps } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { RelativeTime } from "@/components/ui/relative-time";
import type { OwnLook } from "@/lib/accounts/looks/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";

interface OwnLooksPanelProps {
  readonly looks: OwnLook[];
  readonly pages?: PaginationProps;
  readonly now: Date;
  readonly format: ViewerFormat;
}

/** Who viewed the portal as the person. */
export function OwnLooksPanel({ looks, pages, now, format }: OwnLooksPanelProps) {
  return (
    <Panel
      title={t("Who viewed the portal as you")}
      description={t("They saw what you see, as far as they may see it themselves, and could change nothing.")}
      flush
    >
      <DataTable
        empty={
          <EmptyState title={t("Nobody has viewed the portal as you.")} icon={<Icon name="eye" />}>
            {t("If somebody does, you find here who it was, when, and why.")}
          </EmptyState>
        }
        caption={t("Who viewed the portal as you")}
        rows={looks}
        rowKey={({ id }) => id}
        columns={[
          { key: "by", header: t("Person"), cell: (look) => <Looker {...look} /> },
          { key: "account", header: t("Account"), cell: ({ accountName }) => accountName },
          {
            key: "started",
            header: t("Started"),
            cell: ({ startedAt }) => <RelativeTime value={startedAt} now={now} format={format} />,
          },
          {
            key: "reason",
            header: t("Reason"),
            phone: "below",
            cell: ({ ofMeeting, reason }) => (ofMeeting ? t("Runs a meeting, and viewed it as you") : reason),
          },
        ]}
      />
      <Pagination {...pages} />
    </Panel>
  );
}

function Looker({ by, byStaff }: OwnLook) {
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {by}
      {byStaff && <Badge>{t("Staff")}</Badge>}
    </span>
  );
}
