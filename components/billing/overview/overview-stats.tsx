import { Money } from "@/components/ui/money";
import { Stat } from "@/components/ui/stat";
import { StatGrid } from "@/components/ui/stat-grid";
import type { Overview } from "@/lib/billing/overview/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";

export type OverviewStatsProps = { overview: Overview; base: string; format: ViewerFormat };

/** What is due, the credit and what pays by default, at a glance. */
export function OverviewStats({ overview: { due, credit, method, autopay }, base, format }: OverviewStatsProps) {
  return (
    <StatGrid>
      {due.totals.map(({ due: all, overdue }) => (
        <Stat
          key={`${all.currency} due`}
          label="To pay"
          value={<Money value={all} format={format} />}
          href={`${base}/invoices?status=unpaid`}
          detail={
            overdue.amountMinor > 0 ? (
              <span className="text-danger-text">
                <Money value={overdue} format={format} /> overdue
              </span>
            ) : (
              "Nothing is overdue"
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
          detail="Used for the next invoice"
        />
      ))}
      {method !== undefined && (
        <Stat
          label="Default payment method"
          value={<span className="text-md">{method?.label ?? "None"}</span>}
          href={`${base}/payment-methods`}
          detail={
            method?.expired ? (
              <span className="text-danger-text">Expired</span>
            ) : (
              `Automatic payment is ${autopay ? "on" : "off"}`
            )
          }
        />
      )}
    </StatGrid>
  );
}
