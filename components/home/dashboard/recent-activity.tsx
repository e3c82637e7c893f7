import { Dotted } from "@/components/ui/dotted";
import { Panel } from "@/components/ui/panel";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import type { Dashboard } from "@/lib/home/dashboard/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";

export type RecentActivityProps = {
  events: NonNullable<Dashboard["activity"]>;
  href: string;
  now: Date;
  format: ViewerFormat;
};

/** The latest activity; the log has the rest. */
export function RecentActivity({ events, href, now, format }: RecentActivityProps) {
  return (
    <Panel title={t("Recent activity")} flush footer={<TextLink href={href}>{t("View all activity")}</TextLink>}>
      {events.length === 0 && <p className="px-4 py-6 text-center text-ink-soft">{t("No activity yet.")}</p>}
      <ol>
        {events.map(({ id, at, actorName, summary }) => (
          <li key={id} className="border-b border-line px-4 py-2.5 last:border-0">
            <p className="wrap-anywhere text-ink">{summary}</p>
            <Dotted className="text-sm text-ink-soft">
              {actorName}
              <RelativeTime value={at} now={now} format={format} />
            </Dotted>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
