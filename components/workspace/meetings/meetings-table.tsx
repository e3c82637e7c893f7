import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { Dotted } from "@/components/ui/dotted";
import type { SortProps } from "@/components/ui/sort-props";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import type { MeetingListItem } from "@/lib/workspace/meetings/schema";
import { MeetingStanding } from "./meeting-standing";
import { answerWords } from "./meeting-words";

export type MeetingsTableProps = {
  order: SortProps;
  meetings: MeetingListItem[];
  hrefOf: (meeting: MeetingListItem) => string;
  now: Date;
  format: ViewerFormat;
  empty: ReactNode;
};

export const MeetingsTable = ({ order, meetings, hrefOf, now, format, empty }: MeetingsTableProps) => (
  <DataTable
    {...order}
    caption={t("Meetings")}
    columns={columnsFor(now, format)}
    rows={meetings}
    rowKey={({ id }) => id}
    rowHref={hrefOf}
    empty={empty}
  />
);

const columnsFor = (now: Date, format: ViewerFormat): Column<MeetingListItem>[] => [
  { key: "title", header: t("Meeting"), sortable: true, grow: true, cell: (meeting) => <Heading meeting={meeting} /> },
  {
    key: "status",
    header: t("Status"),
    phone: "state",
    cell: (meeting) => MeetingStanding({ meeting, now }),
  },
  {
    key: "answer",
    header: t("Your answer"),
    priority: "low",
    phone: "hidden",
    cell: ({ answer }) => (answer === null ? "–" : t(answerWords[answer])),
  },
  {
    key: "when",
    header: t("When"),
    phone: "amount",
    sortable: true,
    cell: ({ startsAt }) => <DateTime value={startsAt} style="dateTime" format={format} />,
  },
];

function Heading({ meeting: { title, typeName, place, chairName } }: { meeting: MeetingListItem }) {
  const facts = [typeName, place, chairName && t("Chair: {name}", { name: chairName })].filter(Boolean);
  return (
    <span className="block">
      <span className="wrap-anywhere">{title}</span>
      {facts.length > 0 && <Dotted className="mt-0.5 text-sm font-normal text-ink-soft wrap-anywhere">{facts}</Dotted>}
    </span>
  );
}
