import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import type { SortProps } from "@/components/ui/sort-props";
import { t } from "@/lib/platform/language/t";
import type { ActionItem } from "@/lib/workspace/actions/schema";
import { ActionStatus } from "./action-status";
import { DueDate } from "./due-date";

export type ActionsTableProps = {
  order: SortProps;
  actions: ActionItem[];
  hrefOf: (action: ActionItem) => string;
  locale: string;
  empty: ReactNode;
};

export function ActionsTable({ order, actions, hrefOf, locale, empty }: ActionsTableProps) {
  return (
    <DataTable
      {...order}
      caption={t("Actions@@area")}
      columns={columnsFor(locale)}
      rows={actions}
      rowKey={({ id }) => id}
      rowHref={hrefOf}
      empty={empty}
    />
  );
}

const columnsFor = (locale: string): Column<ActionItem>[] => [
  { key: "number", header: t("Action"), sortable: true, grow: true, cell: (action) => <Heading action={action} /> },
  {
    key: "due",
    header: t("Due date"),
    sortable: true,
    cell: ({ dueOn, overdue }) => <DueDate dueOn={dueOn} overdue={overdue} locale={locale} />,
  },
  { key: "status", header: t("Status"), phone: "state", cell: ({ status }) => <ActionStatus status={status} /> },
];

function Heading({ action: { number, title, assignees } }: { action: ActionItem }) {
  return (
    <span className="block">
      <span className="wrap-anywhere">{title}</span>
      <span className="mt-0.5 block text-sm font-normal text-ink-soft">
        #{number} · {assignees.length === 0 ? t("Nobody assigned") : namesOf(assignees)}
      </span>
    </span>
  );
}

/** Two of them by name: a long list would hide what is to be done. */
function namesOf(assignees: ActionItem["assignees"]): string {
  const names = assignees.slice(0, 2).map(({ name }) => name);
  const more = assignees.length - names.length;
  const shown = names.join(", ");
  return more === 0 ? shown : t("{names} and {count} more", { names: shown, count: more });
}
