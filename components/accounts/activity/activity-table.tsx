import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import type { SortProps } from "@/components/ui/sort-props";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import type { ActivityEvent } from "@/lib/accounts/activity/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { msg, type Sentence } from "@/lib/platform/language/msg";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";

export type ActivityTableProps = {
  /** The order of the list and the address of another; without it the list has only its own. */
  order?: SortProps;

  events: ActivityEvent[];
  /** The page of the record an event is about; undefined if there is none, or none the viewer may open. */
  targetHref: (event: ActivityEvent) => string | undefined;
  format: ViewerFormat;
  empty: ReactNode;
};

export function ActivityTable({ events, order, targetHref, format, empty }: ActivityTableProps) {
  return (
    <DataTable
      {...order}
      caption={t("Activity log")}
      columns={columnsFor(targetHref, format)}
      rows={events}
      rowKey={({ id }) => id}
      empty={empty}
    />
  );
}

const columnsFor = (targetHref: ActivityTableProps["targetHref"], format: ViewerFormat): Column<ActivityEvent>[] => [
  {
    key: "what",
    header: t("Event"),
    sortable: true,
    grow: true,
    cell: (event) => <What event={event} href={targetHref(event)} />,
  },
  {
    key: "who",
    header: t("User"),
    sortable: true,
    cell: (event) => (event.actorIsStaff ? <Who event={event} /> : event.actorName),
  },
  {
    key: "when",
    header: t("Time"),
    phone: "below",
    sortable: true,
    cell: ({ at }) => <DateTime value={at} style="exact" format={format} />,
  },
  {
    key: "via",
    header: t("Via"),
    sortable: true,
    priority: "low",
    cell: (event) => <Via event={event} />,
  },
];

function What({ event, href }: { event: ActivityEvent; href: string | undefined }) {
  const { outcome, summary, changes, permission, permissionName } = event;
  if (outcome === "done") {
    return (
      <span className="block">
        {href ? <TextLink href={href}>{summary}</TextLink> : summary}
        {changes.length > 0 && <Changes changes={changes} />}
      </span>
    );
  }
  return (
    <span className="block">
      <Status tone="danger">{t("Denied@@attempt")}</Status> {summary}
      <span className="cell-note">
        {rich("Requires {permission} {code}", {
          permission: <strong>{permissionName}</strong>,
          code: <code>{permission}</code>,
        })}
      </span>
    </span>
  );
}

/** From what to what; what was added or taken away stands alone. */
function Changes({ changes }: Pick<ActivityEvent, "changes">) {
  return (
    <span className="cell-note">
      {changes.map(({ what, before, after }) => (
        <span key={`${what} ${before} ${after}`} className="block">
          {what}: {before !== null && <del className={after === null ? undefined : "no-underline"}>{before}</del>}
          {before !== null && after !== null && " → "}
          {after}
        </span>
      ))}
    </span>
  );
}

/** A member of staff: their name alone could be anybody's. */
function Who({ event }: { event: ActivityEvent }) {
  return (
    <>
      {event.actorName} <Badge tone="accent">{t("Staff")}</Badge>
    </>
  );
}

const ways: Readonly<Record<string, Sentence>> = {
  page: msg("Portal"),
  form: msg("Portal"),
  api: msg("API (session)"),
  token: msg("API token"),
  mail: msg("Email"),
  system: msg("System"),
};

function Via({ event: { via, ip } }: { event: ActivityEvent }) {
  const way = ways[via];
  return (
    <span className="text-sm">
      {way ? t(way) : via}
      {ip && ip !== "unknown" && <span className="cell-detail">{ip}</span>}
    </span>
  );
}
