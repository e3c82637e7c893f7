import { DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { FoldedPanel } from "@/components/ui/folded-panel";
import { Pagination, type PaginationProps } from "@/components/ui/pagination";
import type { VisitItem } from "@/lib/accounts/staff-visits/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import { VisitWhy } from "./visit-why";

interface EarlierVisitsProps {
  readonly visits: VisitItem[];
  readonly total: number;
  readonly pages: PaginationProps;
  readonly base: string;
  readonly format: ViewerFormat;
}

/** Who had access or asked for it. */
export function EarlierVisits({ visits, total, pages, base, format }: EarlierVisitsProps) {
  if (total === 0) return null;
  return (
    <FoldedPanel title={t("Who had access before")} detail={total} open={pages.previousHref !== undefined} flush>
      <DataTable
        caption={t("Who had access before")}
        rows={visits}
        rowKey={({ id }) => id}
        columns={[
          { key: "who", header: t("Staff member"), cell: ({ staffName }) => staffName },
          {
            key: "why",
            header: t("Reason"),
            grow: true,
            phone: "below",
            cell: (one) => <VisitWhy why={one} base={base} />,
          },
          {
            key: "from",
            header: t("From"),
            cell: ({ startedAt }) => <DateTime value={startedAt} style="dateTime" format={format} />,
          },
          { key: "outcome", header: t("Outcome"), phone: "state", cell: ({ outcome }) => outcome },
        ]}
      />
      <Pagination {...pages} label={t("Pages of those who had access before")} />
    </FoldedPanel>
  );
}
