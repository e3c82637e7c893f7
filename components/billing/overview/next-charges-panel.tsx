import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import { Panel } from "@/components/ui/panel";
import type { Overview } from "@/lib/billing/overview/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";

export type NextChargesPanelProps = { overview: Overview; format: ViewerFormat };

/** Upcoming renewals and automatic charges. */
export function NextChargesPanel({ overview: { autopay, nextCharges }, format }: NextChargesPanelProps) {
  return (
    <Panel
      title={t("Upcoming charges")}
      flush
      description={
        autopay
          ? t("Autopay is on. Invoices are charged to the default payment method on their due date.")
          : t("Autopay is off. Invoices must be paid manually.")
      }
    >
      {nextCharges.length === 0 && <p className="px-4 py-4 text-ink-soft">{t("No upcoming renewals or charges.")}</p>}
      <ul className="divide-y divide-line">
        {nextCharges.map(({ at, kind, what, amount }) => (
          <li key={`${at} ${kind} ${what}`} className="flex items-baseline justify-between gap-4 px-4 py-3">
            <span className="min-w-0 wrap-anywhere">
              {kind === "autopay" ? t("Autopay: {what}", { what }) : t("Renewal: {what}", { what })}
              <span className="block text-sm text-ink-soft">
                <DateTime value={at} format={{ ...format, timeZone: "UTC" }} />
              </span>
            </span>
            <span className="shrink-0 text-end">
              <Money value={amount} format={format} />
              {kind === "renewal" && <span className="block text-sm text-ink-soft">{t("before tax")}</span>}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
