import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import { Panel } from "@/components/ui/panel";
import type { Overview } from "@/lib/billing/overview/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";

export type NextChargesPanelProps = { overview: Overview; format: ViewerFormat };

/** What will be charged without anybody doing anything, and when. */
export function NextChargesPanel({ overview: { autopay, nextCharges }, format }: NextChargesPanelProps) {
  return (
    <Panel
      title="What comes next"
      flush
      description={
        autopay
          ? "Invoices are charged to the default payment method when they are due."
          : "Automatic payment is off: invoices are paid by hand."
      }
    >
      {nextCharges.length === 0 && <p className="px-4 py-4 text-ink-soft">Nothing renews and nothing is charged.</p>}
      <ul className="divide-y divide-line">
        {nextCharges.map(({ at, kind, what, amount }) => (
          <li key={`${at} ${kind} ${what}`} className="flex items-baseline justify-between gap-4 px-4 py-3">
            <span className="min-w-0 wrap-anywhere">
              {kind === "autopay" ? `Automatic payment: ${what}` : `Renewal: ${what}`}
              <span className="block text-sm text-ink-soft">
                <DateTime value={at} format={{ ...format, timeZone: "UTC" }} />
              </span>
            </span>
            <span className="text-end">
              <Money value={amount} format={format} />
              {kind === "renewal" && <span className="block text-sm text-ink-soft">before tax</span>}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
