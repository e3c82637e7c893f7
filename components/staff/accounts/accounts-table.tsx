import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Person } from "@/components/ui/person";
import type { SortProps } from "@/components/ui/sort-props";
import { Status } from "@/components/ui/status";
import { t } from "@/lib/platform/language/t";
import type { FoundAccount } from "@/lib/staff/core/schema";

export type AccountsTableProps = {
  /** The order of the list and the address of another; without it the list has only its own. */
  order?: SortProps;
  accounts: FoundAccount[];
  empty: ReactNode;
};

/** Search results, with enough detail to recognise the right account. */
export function AccountsTable({ accounts, order, empty }: AccountsTableProps) {
  const columns = accounts.some(({ foundBy }) => foundBy.length > 0) ? [...always(), foundBy()] : always();
  return (
    <DataTable
      {...order}
      caption={t("Accounts")}
      columns={columns}
      rows={accounts}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/staff/accounts/${id}`}
      empty={empty}
    />
  );
}

const always = (): Column<FoundAccount>[] => [
  { key: "name", header: t("Account"), sortable: true, cell: ({ name }) => name },
  { key: "number", header: t("Number"), sortable: true, cell: ({ number }) => number },
  {
    key: "owner",
    header: t("Owner"),
    sortable: true,
    cell: ({ owner }) => (
      <>
        {owner.name}
        <span className="cell-detail wide-only">{owner.email}</span>
      </>
    ),
  },
  {
    key: "status",
    header: t("Status"),
    phone: "state",
    sortable: true,
    cell: ({ status }) =>
      status === "active" ? (
        <Status tone="success">{t("Active")}</Status>
      ) : (
        <Status tone="neutral">{t("Closed")}</Status>
      ),
  },
];

const foundBy = (): Column<FoundAccount> => ({
  key: "found",
  header: t("Matching people"),
  phone: "below",
  cell: ({ foundBy: people }) =>
    people.length > 0 && (
      <span className="flex flex-col gap-1">
        {people.map(({ name, email }) => (
          <Person key={email} name={name} detail={email} size="sm" />
        ))}
      </span>
    ),
});
