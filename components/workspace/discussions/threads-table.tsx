import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Icon } from "@/components/ui/icon";
import { RelativeTime } from "@/components/ui/relative-time";
import type { SortProps } from "@/components/ui/sort-props";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import type { ThreadItem } from "@/lib/workspace/discussions/schema";

export type ThreadsTableProps = {
  order: SortProps;
  threads: ThreadItem[];
  hrefOf: (thread: ThreadItem) => string;
  now: Date;
  format: ViewerFormat;
  empty: ReactNode;
};

export function ThreadsTable({ threads, order, hrefOf, now, format, empty }: ThreadsTableProps) {
  return (
    <DataTable
      {...order}
      caption={t("Threads")}
      columns={columnsFor(now, format)}
      rows={threads}
      rowKey={({ id }) => id}
      rowHref={hrefOf}
      empty={empty}
    />
  );
}

const columnsFor = (now: Date, format: ViewerFormat): Column<ThreadItem>[] => [
  { key: "title", header: t("Thread"), sortable: true, grow: true, cell: (thread) => <Heading thread={thread} /> },
  {
    key: "unread",
    header: t("New"),
    phone: "state",
    cell: ({ unread }) => unread > 0 && <Badge tone="accent">{t("{count} new", { count: unread })}</Badge>,
  },
  {
    key: "activity",
    header: t("Last post"),
    phone: "amount",
    sortable: true,
    cell: ({ lastReplyAt }) => <RelativeTime value={lastReplyAt} now={now} format={format} />,
  },
];

function Heading({ thread }: { thread: ThreadItem }) {
  const { title, isPinned, closed, startedByName, replies } = thread;
  return (
    <span className="block">
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {isPinned && <Icon name="pin" className="size-4 text-accent-text" label={t("Pinned")} />}
        <span className="wrap-anywhere">{title}</span>
        {closed && <Badge icon={<Icon name="lock" className="size-3" />}>{t("Closed@@thread")}</Badge>}
      </span>
      <span className="mt-0.5 block text-sm font-normal text-ink-soft">
        {startedByName} · {t("{count, plural, one {# reply} other {# replies}}", { count: replies })}
      </span>
    </span>
  );
}
