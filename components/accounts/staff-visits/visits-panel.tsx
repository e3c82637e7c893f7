import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { OperationForm } from "@/components/ui/operation-form";
import { Pagination, type PaginationProps } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { Status } from "@/components/ui/status";
import type { VisitItem } from "@/lib/accounts/staff-visits/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import { VisitWhy } from "./visit-why";

interface VisitsPanelProps {
  readonly visits: VisitItem[];
  readonly total: number;
  readonly pages: PaginationProps;
  readonly base: string;
  readonly format: ViewerFormat;
  /** Undefined for those who may only see it. */
  readonly end: FormAction | undefined;
}

/** Who of staff has access now. */
export function VisitsPanel({ visits, total, pages, base, format, end }: VisitsPanelProps) {
  return (
    <Panel
      title={t("Who has access now")}
      description={t(
        "Our staff give a reason before they open your records. Working on a ticket of yours opens that ticket alone.",
      )}
      actions={end && total > 1 && <EndAll action={end} />}
      flush
    >
      <DataTable
        caption={t("Who has access now")}
        rows={visits}
        rowKey={({ id }) => id}
        columns={columnsFor(base, format, end)}
        empty={
          <EmptyState title={t("Nobody of our staff has access.")} icon={<Icon name="lock-keyhole" />}>
            {t("Whoever opens your records is listed here meanwhile, with the reason.")}
          </EmptyState>
        }
      />
      {total > 0 && <Pagination {...pages} label={t("Pages of those who have access now")} />}
    </Panel>
  );
}

const columnsFor = (base: string, format: ViewerFormat, end: FormAction | undefined): Column<VisitItem>[] => [
  { key: "who", header: t("Staff member"), cell: ({ staffName }) => staffName },
  {
    key: "why",
    header: t("Reason"),
    grow: true,
    phone: "below",
    cell: (visit) => <VisitWhy why={visit} base={base} />,
  },
  {
    key: "until",
    header: t("Until"),
    phoneLabel: t("Until"),
    cell: ({ endsAt }) => <DateTime value={endsAt} style="dateTime" format={format} />,
  },
  {
    key: "state",
    header: t("Status"),
    phone: "state",
    cell: (visit) => (
      <Status tone={visit.emergency ? "danger" : visit.approved ? "success" : "neutral"}>
        {visit.emergency ? t("Emergency") : visit.approved ? t("Approved") : t("Open@@access")}
      </Status>
    ),
  },
  ...(end === undefined
    ? []
    : [
        {
          key: "end",
          header: t("End"),
          hideHeader: true,
          phone: "actions" as const,
          cell: ({ id, staffName }: VisitItem) => (
            <OperationForm
              action={end}
              hidden={{ visitId: id }}
              label={t("End the access of {name}", { name: staffName })}
              submitLabel={t("End")}
              submitVariant="secondary"
              submitSize="sm"
            />
          ),
        },
      ]),
];

const EndAll = ({ action }: { action: FormAction }) => (
  <ConfirmDialog
    id="end-visits"
    action={action}
    trigger={t("End all")}
    title={t("End the access of all staff?")}
    consequences={[
      t("They see nothing more from their next click on."),
      t("For a day they need your approval to come back."),
    ]}
    confirmLabel={t("End all")}
  />
);
