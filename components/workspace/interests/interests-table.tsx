import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import type { SortProps } from "@/components/ui/sort-props";
import { formatDateTime } from "@/lib/platform/kernel/format-date-time";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import type { InterestItem } from "@/lib/workspace/interests/schema";

export type InterestsTableProps = {
  order: SortProps;
  interests: InterestItem[];
  format: ViewerFormat;
  editHref: (interest: InterestItem) => string;
  empty: ReactNode;
};

export function InterestsTable({ interests, order, format, editHref, empty }: InterestsTableProps) {
  // A calendar day, whatever the reader's time zone.
  const day = (value: string) => formatDateTime(new Date(value), "date", { ...format, timeZone: "UTC" });
  const columns: Column<InterestItem>[] = [
    {
      key: "organisation",
      header: t("Organisation"),
      sortable: true,
      grow: true,
      cell: ({ organisation }) => organisation,
    },
    {
      key: "person",
      header: t("Person"),
      cell: ({ personName, mine }) => <Wrapped>{mine ? t("{name} (you)", { name: personName }) : personName}</Wrapped>,
    },
    { key: "nature", header: t("Interest"), cell: ({ nature }) => <Wrapped>{nature}</Wrapped> },
    {
      key: "time",
      header: t("Time"),
      cell: ({ from, to }) =>
        to === null
          ? t("since {day}", { day: day(from) })
          : t("{first} to {last}", { first: day(from), last: day(to) }),
    },
    {
      key: "current",
      header: t("Status"),
      phone: "state",
      cell: ({ current }) => (
        <Badge tone={current ? "accent" : "neutral"}>{current ? t("Current@@interest") : t("Over@@interest")}</Badge>
      ),
    },
  ];
  return (
    <DataTable
      {...order}
      caption={t("Interests")}
      columns={columns}
      rows={interests}
      rowKey={({ id }) => id}
      rowHref={(interest) => (interest.mine ? editHref(interest) : undefined)}
      empty={empty}
    />
  );
}

/** What people wrote, at most as wide as there is room. */
const Wrapped = ({ children }: { children: ReactNode }) => (
  <span className="block min-w-32 whitespace-normal wrap-anywhere">{children}</span>
);
