import { DateTime } from "@/components/ui/date-time";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import type { LoginReveals } from "@/lib/services/login-details/schema";

export type RevealHistoryProps = { reveals: LoginReveals; activityHref: string; format: ViewerFormat };

const SHOWN = 6;

/** Who saw which login details when. */
export function RevealHistory({ reveals: { items, hasMore }, activityHref, format }: RevealHistoryProps) {
  return (
    <Panel
      title={t("Who revealed credentials")}
      flush
      footer={
        (hasMore || items.length > SHOWN) && (
          <TextLink href={activityHref}>{t("Show all in the activity log")}</TextLink>
        )
      }
    >
      {items.length === 0 ? (
        <p className="p-4 text-ink-soft">{t("Nobody has revealed the credentials of this service yet.")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {items.slice(0, SHOWN).map(({ id, at, contactName, label, byLink }) => (
            <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 px-4 py-2.5">
              <span className="min-w-0 wrap-anywhere">
                <span className="font-medium text-ink">{contactName}</span>
                <span className="block text-sm text-ink-soft">
                  {byLink ? t("{label}, with a link", { label }) : label}
                </span>
              </span>
              <span className="text-sm text-ink-soft">
                <DateTime value={at} style="dateTime" format={format} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
