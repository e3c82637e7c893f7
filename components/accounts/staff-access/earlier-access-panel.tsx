import { DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { Panel } from "@/components/ui/panel";
import type { StaffAccess } from "@/lib/accounts/staff-access/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import { areasInWords } from "./areas-in-words";

interface EarlierAccessPanelProps {
  readonly earlier: StaffAccess["earlier"];
  readonly format: ViewerFormat;
}

/** What support could see before. Left out if they never could. */
export function EarlierAccessPanel({ earlier, format }: EarlierAccessPanelProps) {
  if (earlier.length === 0) return null;
  return (
    <Panel title={t("Earlier access")} flush>
      <DataTable
        caption={t("Earlier access")}
        rows={earlier}
        rowKey={({ openedAt }) => openedAt}
        columns={[
          { key: "areas", header: t("Areas"), cell: ({ areas }) => areasInWords(areas) },
          { key: "by", header: t("Opened by"), cell: ({ openedBy }) => openedBy },
          {
            key: "from",
            header: t("From"),
            phoneLabel: t("From"),
            cell: ({ openedAt }) => <DateTime value={openedAt} style="dateTime" format={format} />,
          },
          {
            key: "to",
            header: t("Until"),
            phoneLabel: t("Until"),
            cell: ({ endsAt }) => <DateTime value={endsAt} style="dateTime" format={format} />,
          },
        ]}
      />
    </Panel>
  );
}
