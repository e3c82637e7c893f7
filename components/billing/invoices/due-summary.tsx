import { DateTime } from "@/components/ui/date-time";
import { Icon } from "@/components/ui/icon";
import { Money } from "@/components/ui/money";
import { Stat } from "@/components/ui/stat";
import { StatGrid } from "@/components/ui/stat-grid";
import type { InvoiceList } from "@/lib/billing/invoices/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import { legalDates } from "./legal-dates";

export type DueSummaryProps = {
  due: InvoiceList["due"];
  /** The list filtered by status. */
  hrefOf: (status: "unpaid" | "overdue") => string;
  format: ViewerFormat;
};

/** The balance due at a glance, per currency. */
export function DueSummary({ due, hrefOf, format }: DueSummaryProps) {
  if (due.length === 0) {
    return (
      <p className="mb-5 flex items-center gap-2 text-ink-soft">
        <Icon name="circle-check" className="text-success-text" /> {t("Nothing is due.")}
      </p>
    );
  }
  return (
    <StatGrid>
      {due.map((one) => (
        <Stat
          key={`${one.due.currency} due`}
          label={t("Balance due")}
          value={<Money value={one.due} format={format} />}
          href={hrefOf("unpaid")}
          detail={
            one.nextDueAt
              ? rich("{count, plural, one {# invoice} other {# invoices}}, next due {date}", {
                  count: one.unpaidCount,
                  date: <DateTime value={one.nextDueAt} format={legalDates(format)} />,
                })
              : t("{count, plural, one {# invoice} other {# invoices}}", { count: one.unpaidCount })
          }
        />
      ))}
      {due
        .filter((one) => one.overdueCount > 0)
        .map((one) => (
          <Stat
            key={`${one.due.currency} overdue`}
            label={t("Overdue")}
            value={
              <span className="text-danger-text">
                <Money value={one.overdue} format={format} />
              </span>
            }
            href={hrefOf("overdue")}
            detail={t("{count, plural, one {# invoice. Please pay now.} other {# invoices. Please pay now.}}", {
              count: one.overdueCount,
            })}
          />
        ))}
    </StatGrid>
  );
}
