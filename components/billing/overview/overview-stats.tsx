import { Money } from "@/components/ui/money";
import { Stat } from "@/components/ui/stat";
import { StatGrid } from "@/components/ui/stat-grid";
import type { Overview } from "@/lib/billing/overview/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";

export type OverviewStatsProps = { overview: Overview; base: string; format: ViewerFormat };

/** Balance due, account credit and default payment method at a glance. */
export function OverviewStats({ overview: { due, credit, method, autopay }, base, format }: OverviewStatsProps) {
  return (
    <StatGrid>
      {due.totals.map(({ due: all, overdue }) => (
        <Stat
          key={`${all.currency} due`}
          label={t("Balance due")}
          value={<Money value={all} format={format} />}
          href={`${base}/invoices?status=unpaid`}
          detail={
            overdue.amountMinor > 0 ? (
              <span className="text-danger-text">
                {rich("{amount} overdue", { amount: <Money value={overdue} format={format} /> })}
              </span>
            ) : (
              t("Nothing overdue")
            )
          }
        />
      ))}
      {credit?.map((one) => (
        <Stat
          key={`${one.currency} credit`}
          label={t("Account credit")}
          value={<Money value={one} format={format} />}
          href={`${base}/credit-notes`}
          detail={t("Applied to your next invoice")}
        />
      ))}
      {method !== undefined && (
        <Stat
          label={t("Default payment method")}
          value={<span className="text-md">{method?.label ?? t("None")}</span>}
          href={`${base}/payment-methods`}
          detail={
            method?.expired ? (
              <span className="text-danger-text">{t("Expired")}</span>
            ) : autopay ? (
              t("Autopay is on")
            ) : (
              t("Autopay is off")
            )
          }
        />
      )}
    </StatGrid>
  );
}
