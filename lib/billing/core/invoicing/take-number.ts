import type { BillingContext } from "@/lib/billing/core/billing-context";
import type { SeriesKind } from "@/lib/platform/db/generated/enums";

const PREFIX: Record<SeriesKind, string> = { invoice: "INV", creditNote: "CN" };

/**
 * The next number of the seller's series in this year, e.g. INV-2026-00042. The row stays locked until the transaction
 * ends, so whoever rolls back gives the number back and none is ever left out: take it as the last thing before writing.
 */
export async function takeNumber(
  { db, now }: BillingContext,
  legalEntityId: string,
  kind: SeriesKind,
): Promise<string> {
  const year = now.getUTCFullYear();
  const series = { legalEntityId, kind, year };
  const take = () =>
    db.numberSeries.updateManyAndReturn({
      where: series,
      data: { next: { increment: 1 } },
      select: { prefix: true, next: true },
    });
  let [taken] = await take();
  if (taken === undefined) {
    // The first of the year; whoever else begins the series now has waited, or lets this one wait.
    await db.numberSeries.createMany({ data: { ...series, prefix: PREFIX[kind] }, skipDuplicates: true });
    [taken] = await take();
  }
  if (taken === undefined) throw new Error(`The series ${kind} of ${year} cannot be begun.`);
  return `${taken.prefix}-${year}-${String(taken.next - 1).padStart(5, "0")}`;
}
