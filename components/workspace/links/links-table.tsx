import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import { RelativeTime } from "@/components/ui/relative-time";
import type { SortProps } from "@/components/ui/sort-props";
import { TextLink } from "@/components/ui/text-link";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import type { LinkItem } from "@/lib/workspace/links/schema";

export type LinksTableProps = {
  order: SortProps;
  links: LinkItem[];
  hrefOf: (link: LinkItem) => string;
  now: Date;
  format: ViewerFormat;
  empty: ReactNode;
};

export function LinksTable({ links, order, hrefOf, now, format, empty }: LinksTableProps) {
  return (
    <DataTable
      {...order}
      caption={t("Links")}
      columns={[...columnsFor(now, format), editColumn(hrefOf)]}
      rows={links}
      rowKey={({ id }) => id}
      empty={empty}
    />
  );
}

const columnsFor = (now: Date, format: ViewerFormat): Column<LinkItem>[] => [
  { key: "title", header: t("Title"), sortable: true, grow: true, cell: (link) => <Heading link={link} /> },
  {
    key: "domain",
    header: t("Domain"),
    sortable: true,
    cell: ({ domain }) => <span className="wrap-anywhere">{domain}</span>,
  },
  {
    key: "added",
    header: t("Added"),
    sortable: true,
    priority: "low",
    phone: "hidden",
    cell: ({ createdAt, addedByName }) => (
      <span className="block">
        <RelativeTime value={createdAt} now={now} format={format} />
        <span className="block text-sm text-ink-soft">{addedByName}</span>
      </span>
    ),
  },
];

function Heading({ link: { title, url, description } }: { link: LinkItem }) {
  return (
    <span className="block">
      {/* Leaves the portal: the other side learns neither of it nor of the page it came from. */}
      <a
        href={url}
        target="_blank"
        rel="noopener noreferrer nofollow"
        referrerPolicy="no-referrer"
        className="wrap-anywhere text-accent-text underline-offset-2 hover:underline"
      >
        {title}
        <span className="sr-only">{t(", opens another site in a new tab")}</span>
      </a>
      {description && (
        <span className="mt-0.5 block text-sm font-normal whitespace-pre-line wrap-anywhere text-ink-soft">
          {description}
        </span>
      )}
    </span>
  );
}

const editColumn = (hrefOf: LinksTableProps["hrefOf"]): Column<LinkItem> => ({
  key: "edit",
  header: t("Actions@@verbs"),
  hideHeader: true,
  cell: (link) =>
    (link.allowed.update || link.allowed.remove) && (
      <TextLink href={hrefOf(link)} aria-label={t("Edit {title}", { title: link.title })}>
        {t("Edit")}
      </TextLink>
    ),
});
