import { Money } from "@/components/ui/money";
import { Stat } from "@/components/ui/stat";
import { StatGrid } from "@/components/ui/stat-grid";
import type { Overview } from "@/lib/billing/overview/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";

export type OverviewStatsProps = { overview: Overview; base: string; format: ViewerFormat };

/** Balance due, account credit and default payment method at a glance. */
export function OverviewStats({ overview: { due, credit, method, autopay }, base, format }: OverviewStatsProps) {
  return (
    <StatGrid>
      {due.totals.map(({ due: all, overdue }) => (
        <Stat
          key={`${all.currency} due`}
          label="Balance due"
          value={<Money value={all} format={format} />}
          href={`${base}/invoices?status=unpaid`}
          detail={
            overdue.amountMinor > 0 ? (
              <span className="text-danger-text">
                <Money value={overdue} format={format} /> overdue
              </span>
            ) : (
              "Nothing overdue"
            )
          }
        />
      ))}
      {credit?.map((one) => (
        <Stat
          key={`${one.currency} credit`}
          label="Account credit"
          value={<Money value={one} format={format} />}
          href={`${base}/credit-notes`}
          detail="Applied to your next invoice"
        />
      ))}
      {method !== undefined && (
        <Stat
          label="Default payment method"
          value={<span className="text-md">{method?.label ?? "None"}</span>}
          href={`${base}/payment-methods`}
          detail={
            method?.expired ? <span className="text-danger-text">Expired</span> : `Autopay is ${autopay ? "on" : "off"}`
          }
        />
      )}
    </StatGrid>
  );
}
