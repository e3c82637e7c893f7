import { ButtonLink } from "@/components/ui/button-link";
import { DateTime } from "@/components/ui/date-time";
import { Icon } from "@/components/ui/icon";
import { Money } from "@/components/ui/money";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import type { Overview } from "@/lib/billing/overview/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";

export type DuePanelProps = { due: Overview["due"]; base: string; format: ViewerFormat };

/** Unpaid invoices, earliest due first, each with a pay button. */
export function DuePanel({ due, base, format }: DuePanelProps) {
  const dates = { ...format, timeZone: "UTC" };
  return (
    <Panel
      title={t("Amount due")}
      flush
      footer={
        due.count > due.first.length && <TextLink href={`${base}/invoices?status=unpaid`}>{t("View all")}</TextLink>
      }
    >
      {due.count === 0 && (
        <p className="flex items-center gap-2 px-4 py-4 text-ink-soft">
          <Icon name="circle-check" className="text-success-text" /> {t("Nothing is due.")}
        </p>
      )}
      <ul className="divide-y divide-line">
        {due.first.map(({ id, number, dueAt, overdue, left, byHand, payable }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
            <span className="min-w-0">
              <TextLink href={`${base}/invoices/${id}`}>{number}</TextLink>
              {dueAt && (
                <span className={overdue ? "block text-sm text-danger-text" : "block text-sm text-ink-soft"}>
                  {overdue
                    ? rich("Overdue since {date}", { date: <DateTime value={dueAt} format={dates} /> })
                    : rich("Due {date}", { date: <DateTime value={dueAt} format={dates} /> })}
                </span>
              )}
              {byHand && (
                <span className="block text-sm text-danger-text">
                  {t("Autopay has stopped retrying. Pay manually.")}
                </span>
              )}
            </span>
            <span className="flex items-center gap-4">
              <span className="font-semibold">
                <Money value={left} format={format} />
              </span>
              {payable && (
                <ButtonLink
                  href={`${base}/invoices/pay?invoice=${id}`}
                  variant={overdue ? "primary" : "secondary"}
                  aria-label={t("Pay {number}", { number })}
                >
                  {t("Pay")}
                </ButtonLink>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
