import type { BillingContext } from "@/lib/billing/core/billing-context";
import type { SeriesKind } from "@/lib/platform/db/generated/enums";

const PREFIX: Record<SeriesKind, string> = { invoice: "INV", creditNote: "CN" };

/**
 * Takes the next number in the seller's series for this year, e.g. INV-2026-00042. The row stays locked until the
 * transaction ends, so a rollback returns the number and the series has no gaps: take it as the last step before
 * writing.
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
    // The first number of the year; concurrent callers wait on the same row.
    await db.numberSeries.createMany({ data: { ...series, prefix: PREFIX[kind] }, skipDuplicates: true });
    [taken] = await take();
  }
  if (taken === undefined) throw new Error(`The number series ${kind} for ${year} could not be started.`);
  return `${taken.prefix}-${year}-${String(taken.next - 1).padStart(5, "0")}`;
}
