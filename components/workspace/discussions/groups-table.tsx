import type { ReactNode } from "react";
import { asFarAsCounted } from "@/components/ui/as-far-as-counted";
import { Badge } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Icon } from "@/components/ui/icon";
import { RelativeTime } from "@/components/ui/relative-time";
import type { SortProps } from "@/components/ui/sort-props";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import type { GroupItem } from "@/lib/workspace/discussions/schema";

export type GroupsTableProps = {
  order: SortProps;
  groups: GroupItem[];
  hrefOf: (group: GroupItem) => string;
  now: Date;
  format: ViewerFormat;
  empty: ReactNode;
};

export function GroupsTable({ groups, order, hrefOf, now, format, empty }: GroupsTableProps) {
  return (
    <DataTable
      {...order}
      caption={t("Discussion groups")}
      columns={columnsFor(now, format)}
      rows={groups}
      rowKey={({ id }) => id}
      rowHref={hrefOf}
      empty={empty}
    />
  );
}

const columnsFor = (now: Date, format: ViewerFormat): Column<GroupItem>[] => [
  { key: "name", header: t("Group"), sortable: true, grow: true, cell: (group) => <Heading group={group} /> },
  { key: "unread", header: t("New"), phone: "state", cell: (group) => <NewIn group={group} /> },
  {
    key: "threads",
    header: t("Threads"),
    numeric: true,
    priority: "low",
    phone: "hidden",
    cell: ({ threads }) => asFarAsCounted(threads),
  },
  {
    key: "members",
    header: t("Members"),
    numeric: true,
    priority: "low",
    phone: "hidden",
    cell: ({ members }) => asFarAsCounted(members),
  },
  {
    key: "last",
    header: t("Last post"),
    phone: "amount",
    cell: ({ lastReplyAt }) => lastReplyAt && <RelativeTime value={lastReplyAt} now={now} format={format} />,
  },
];

function Heading({ group: { name, description, isPrivate } }: { group: GroupItem }) {
  return (
    <span className="block">
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="wrap-anywhere">{name}</span>
        {isPrivate && <PrivateBadge />}
      </span>
      {description && (
        <span className="mt-0.5 line-clamp-2 text-sm font-normal wrap-anywhere text-ink-soft">{description}</span>
      )}
    </span>
  );
}

function NewIn({ group: { membership, unread } }: { group: GroupItem }) {
  if (membership === "invited") return <Badge tone="warning">{t("Invited")}</Badge>;
  if (unread > 0) return <Badge tone="accent">{t("{count} unread", { count: unread })}</Badge>;
  return membership === "joined" ? <span className="text-ink-soft">{t("Joined")}</span> : null;
}

export function PrivateBadge() {
  return <Badge icon={<Icon name="lock" className="size-3" />}>{t("Private")}</Badge>;
}
