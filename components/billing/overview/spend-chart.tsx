import type { SpendInCurrency } from "@/lib/billing/overview/schema";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import { monthName } from "@/lib/platform/kernel/month-name";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import { chartBars } from "./chart-bars";
import { SpendTable } from "./spend-table";

export type SpendChartProps = { spend: SpendInCurrency; format: ViewerFormat };

const WIDTH = 600;
const HEIGHT = 150;
const FOOT = 22;

/** Spend by month as a bar chart rendered on the server, with the figures in a table below. */
export function SpendChart({ spend: { currency, months }, format }: SpendChartProps) {
  const { bars, zeroY, top } = chartBars(
    months.map(({ total }) => total.amountMinor),
    WIDTH,
    HEIGHT,
  );
  const written = (minor: number) => formatMoney(minor, currency, format.locale);
  return (
    <figure>
      <svg
        role="img"
        aria-label={t("Spend by month in {currency}; the figures are in the table below", { currency })}
        viewBox={`0 -14 ${WIDTH} ${HEIGHT + FOOT + 14}`}
        className="w-full"
      >
        <text x="0" y="-4" className="fill-ink-faint" fontSize="11">
          {written(top)}
        </text>
        <line x1="0" x2={WIDTH} y1="0.5" y2="0.5" className="stroke-line" />
        <line x1="0" x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} className="stroke-line" strokeDasharray="3 4" />
        {bars.map((bar, index) => {
          const { month = "", total } = months[index] ?? {};
          return (
            <g key={month}>
              <rect {...bar} rx="2" className="fill-accent">
                <title>{`${monthName(month, "long", format.locale)}: ${written(total?.amountMinor ?? 0)}`}</title>
              </rect>
              <text
                x={bar.x + bar.width / 2}
                y={HEIGHT + 15}
                textAnchor="middle"
                className="fill-ink-soft"
                fontSize="11"
              >
                {monthName(month, "short", format.locale)}
              </text>
            </g>
          );
        })}
        <line x1="0" x2={WIDTH} y1={zeroY} y2={zeroY} className="stroke-line-strong" />
      </svg>
      <figcaption>
        <details className="mt-2">
          <summary className="tap cursor-pointer text-sm text-accent-text">{t("Show as a table")}</summary>
          <SpendTable spend={{ currency, months }} format={format} />
        </details>
      </figcaption>
    </figure>
  );
}
