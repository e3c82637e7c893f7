import { billedByMonth, billedIn, monthsIn } from "@/lib/billing/core/pricing/billed";
import type { DayPeriod } from "@/lib/platform/kernel/day-period";
import type { Context } from "@/lib/platform/operations/operation";
import type { ReportBody } from "./table";

/** Invoiced amount per month, less credit notes. */
export async function spend(context: Context<"account">, { start, end }: DayPeriod): Promise<ReportBody> {
  const sums = billedByMonth(await billedIn(context, start, end), monthsIn(start, end));
  return {
    title: "Spend by month",
    says: "Invoices and credit notes by month of issue. Void invoices are excluded.",
    columns: [
      { key: "month", header: "Month", type: "month" },
      { key: "net", header: "Net", type: "money" },
      { key: "tax", header: "Tax", type: "money" },
      { key: "total", header: "Total", type: "money" },
    ],
    rows: sums.flatMap(({ currency, months }) =>
      months.map(({ month, net, tax, total }) => ({ currency, cells: [month, net, tax, total] })),
    ),
  };
}
