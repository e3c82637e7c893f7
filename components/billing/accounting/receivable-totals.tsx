import { Money } from "@/components/ui/money";
import { Stat } from "@/components/ui/stat";
import { StatGrid } from "@/components/ui/stat-grid";
import type { Receivables } from "@/lib/billing/accounting/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";

/** Total receivables per currency, and how much is overdue. */
export function ReceivableTotals({ totals, format }: { totals: Receivables["totals"]; format: ViewerFormat }) {
  return (
    <StatGrid>
      {totals.map(({ current, over90, total }) => (
        <Stat
          key={total.currency}
          label={t("Receivables, {currency}", { currency: total.currency })}
          value={<Money value={total} format={format} />}
          detail={rich("{overdue} overdue, {old} over 90 days", {
            overdue: (
              <Money value={{ ...total, amountMinor: total.amountMinor - current.amountMinor }} format={format} />
            ),
            old: <Money value={over90} format={format} />,
          })}
        />
      ))}
    </StatGrid>
  );
}
