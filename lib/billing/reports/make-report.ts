import { z } from "zod";
import { type DayPeriod, dayPeriod, dayPeriodInput } from "@/lib/platform/kernel/day-period";
import type { Context } from "@/lib/platform/operations/operation";
import { outstanding } from "./outstanding";
import { payments } from "./payments";
import { type Report, type ReportKind, reportKind } from "./schema";
import { services } from "./services";
import { spend } from "./spend";
import { type ReportBody, tablesOf } from "./table";

export const reportInput = z.object({ ...dayPeriodInput, kind: reportKind.default("spend") });

const makers: Record<ReportKind, (context: Context<"account">, period: DayPeriod) => Promise<ReportBody>> = {
  spend,
  payments,
  outstanding,
  services,
};

/** Builds one report for a period. Throws `invalid` if the period is invalid. */
export async function makeReport(
  context: Context<"account">,
  { kind, ...days }: z.output<typeof reportInput>,
): Promise<Report> {
  const period = dayPeriod(days, context.now);
  const body = await makers[kind](context, period);
  const { from, to } = period;
  return { kind, title: body.title, says: body.says, from, to, columns: [...body.columns], currencies: tablesOf(body) };
}
