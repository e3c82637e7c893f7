import { z } from "zod";
import { planAnew } from "@/lib/platform/db/plan-anew";
import { type DayPeriod, dayPeriod, dayPeriodInput } from "@/lib/platform/kernel/day-period";
import { money } from "@/lib/platform/kernel/money";
import type { Context } from "@/lib/platform/operations/operation";
import { outstanding } from "./outstanding";
import { payments } from "./payments";
import { type Report, type ReportCell, type ReportKind, reportKind } from "./schema";
import { services } from "./services";
import { spend } from "./spend";
import type { ReportBody, ReportPart } from "./table";

export const reportFilters = { ...dayPeriodInput, kind: reportKind.default("spend") };

const filters = z.object(reportFilters);
type Asked = z.output<typeof filters>;

const makers: Record<ReportKind, (context: Context<"account">, period: DayPeriod) => Promise<ReportBody>> = {
  spend,
  payments,
  outstanding,
  services,
};

/** A report that is still to be read. Throws `invalid` if the period is invalid. */
export async function openReport(context: Context<"account">, { kind, ...days }: Asked) {
  const period = dayPeriod(days, context.now);
  // A day of a large account is as little as a year of another.
  planAnew(context.db);
  return { period, kind, body: await makers[kind](context, period) };
}

/** Builds one report for a period. It lists its first `most` rows; the counts and totals are of all. */
export async function makeReport(context: Context<"account">, asked: Asked, most: number): Promise<Report> {
  const { period, kind, body } = await openReport(context, asked);
  const parts = await body.parts();
  const listed = parts.reduce((sum, { count }) => sum + count, 0) <= most;
  const currencies: Report["currencies"] = [];
  let left = most;
  for (const part of parts) {
    const rows = left > 0 ? await rowsOf(body, part, left) : [];
    left -= rows.length;
    currencies.push({ ...totalsOf(part), rows });
  }
  const { title, says, columns } = body;
  return { kind, title, says, from: period.from, to: period.to, columns: [...columns], listed, currencies };
}

export const totalsOf = ({ currency, count, totals }: ReportPart) => ({
  currency,
  count,
  totals: totals.map((total) => (total === null ? null : money(total, currency))),
});

/** How many rows and totals a report has. */
export async function countReport(context: Context<"account">, asked: Asked): Promise<number> {
  const { body } = await openReport(context, asked);
  return (await body.parts()).reduce((sum, { count }) => sum + count + 1, 0);
}

async function rowsOf(body: ReportBody, { currency }: ReportPart, most: number): Promise<ReportCell[][]> {
  const rows: ReportCell[][] = [];
  for await (const batch of body.rows({ currency, most })) for (const { cells } of batch) rows.push([...cells]);
  return rows;
}
