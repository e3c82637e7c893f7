import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { Person } from "@/components/ui/person";
import type { SortProps } from "@/components/ui/sort-props";
import type { PersonItem } from "@/lib/accounts/core/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import { shortNotice } from "@/lib/policy/notice-names";
import { RoleBadges } from "./role-badges";
import { StandingMark } from "./standing-mark";

export type PeopleTableProps = {
  /** The order of the list and the address of another; without it the list has only its own. */
  order?: SortProps;

  people: PersonItem[];
  /** Members hold roles; notification-only contacts receive notifications. */
  kind: PersonItem["kind"];
  hrefOf: (person: PersonItem) => string;
  format: ViewerFormat;
  empty: ReactNode;
};

/** Viewers who may not see details get no columns for them. */
export function PeopleTable({ people, order, kind, hrefOf, format, empty }: PeopleTableProps) {
  const detailed = people.some(({ details }) => details !== null);
  const held = kind === "member" ? rolesColumn : noticesColumn;
  const columns = detailed
    ? [nameColumn(), held(), standingColumn(), endColumn(format)]
    : [nameColumn(), standingColumn()];
  return (
    <DataTable
      {...order}
      caption={kind === "member" ? t("Members") : t("Notification-only contacts")}
      columns={columns}
      rows={people}
      rowKey={({ id }) => id}
      rowHref={hrefOf}
      empty={empty}
    />
  );
}

const nameColumn = (): Column<PersonItem> => ({
  key: "name",
  header: t("Name"),
  sortable: true,
  cell: ({ name, isYou, details }) => (
    <span className="flex min-w-0 items-center gap-2">
      <Person name={name} detail={details?.email} />
      {isYou && <Badge>{t("You")}</Badge>}
    </span>
  ),
});

const rolesColumn = (): Column<PersonItem> => ({
  key: "roles",
  header: t("Access"),
  phone: "state",
  cell: ({ details }) => details && <RoleBadges details={details} />,
});

const noticesColumn = (): Column<PersonItem> => ({
  key: "notices",
  header: t("Notifications"),
  phone: "state",
  cell: ({ details }) =>
    details &&
    (details.notices.length > 0 ? details.notices.map((notice) => shortNotice(notice, "alone")).join(", ") : t("None")),
});

const standingColumn = (): Column<PersonItem> => ({
  key: "standing",
  header: t("Status"),
  phone: "amount",
  sortable: true,
  cell: ({ standing, details }) => <StandingMark standing={standing} details={details} />,
});

function endColumn(format: ViewerFormat): Column<PersonItem> {
  return {
    key: "end",
    header: t("End date"),
    sortable: true,
    priority: "low",
    phone: "hidden",
    cell: ({ details }) => details?.endsAt && <DateTime value={details.endsAt} format={format} />,
  };
}
