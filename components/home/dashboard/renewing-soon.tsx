import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import type { Dashboard } from "@/lib/home/dashboard/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";

export type RenewingSoonProps = { services: NonNullable<Dashboard["services"]>; base: string; format: ViewerFormat };

/** Services that renew within 30 days; prices only if the result includes them. */
export function RenewingSoon({ services, base, format }: RenewingSoonProps) {
  const { renewing, renewingCount } = services;
  const more = renewingCount - renewing.length;
  return (
    <Panel
      title={t("Upcoming renewals")}
      flush
      footer={
        more > 0 ? <TextLink href={`${base}/services`}>{t("{count} more", { count: more })}</TextLink> : undefined
      }
    >
      <ul>
        {renewing.map(({ id, name, renewsAt, price }) => (
          <li
            key={id}
            className="flex items-baseline justify-between gap-4 border-b border-line px-4 py-2.5 last:border-0"
          >
            <span className="min-w-0 wrap-anywhere">
              <TextLink href={`${base}/services/${id}`}>{name}</TextLink>
            </span>
            <span className="flex shrink-0 flex-col gap-x-2 text-end text-ink-soft sm:flex-row">
              <DateTime value={renewsAt} format={format} />
              {price && (
                <span className="min-w-20">
                  <Money value={price} format={format} />
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
