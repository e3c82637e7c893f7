import { Badge } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { Person } from "@/components/ui/person";
import type { SortProps } from "@/components/ui/sort-props";
import { Status } from "@/components/ui/status";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import { roles } from "@/lib/policy/roles";
import type { Colleague } from "@/lib/staff/core/schema";

export type TeamTableProps = {
  /** The order of the list and the address of another; without it the list has only its own. */
  order?: SortProps;
  colleagues: Colleague[];
  format: ViewerFormat;
};

/** All team members. Your own row has no link: only another manager can change it. */
export function TeamTable({ colleagues, order, format }: TeamTableProps) {
  const since: Column<Colleague> = {
    key: "since",
    header: "Added",
    sortable: true,
    priority: "low",
    phone: "hidden",
    cell: (one) => <DateTime value={one.since} format={format} />,
  };
  return (
    <DataTable
      {...order}
      caption="Team"
      columns={[...columns, since]}
      rows={colleagues}
      rowKey={({ personId }) => personId}
      rowHref={({ personId, isYou }) => (isYou ? undefined : `/staff/team/${personId}`)}
    />
  );
}

const columns: Column<Colleague>[] = [
  {
    key: "name",
    header: "Name",
    sortable: true,
    cell: ({ name, email, isYou }) => (
      <span className="flex min-w-0 items-center gap-2">
        <Person name={name} detail={email} />
        {isYou && <Badge>You</Badge>}
      </span>
    ),
  },
  { key: "job", header: "Job title", phone: "hidden", sortable: true, cell: ({ jobTitle }) => jobTitle },
  {
    key: "roles",
    header: "Roles",
    phone: "state",
    cell: (one) => (
      <span className="inline-flex flex-wrap gap-1">
        {one.roles.map((role) => (
          <Badge key={role}>{t(roles[role].name)}</Badge>
        ))}
      </span>
    ),
  },
  {
    key: "standing",
    header: "Status",
    phone: "amount",
    sortable: true,
    cell: ({ canSignIn }) =>
      canSignIn ? <Status tone="success">Active</Status> : <Status tone="accent">Not signed in yet</Status>,
  },
];
