import { asOwnerReads } from "@/lib/billing/core/as-owner-reads";
import type { BillingContext, NotifyingContext } from "@/lib/billing/core/billing-context";
import { creditTotals } from "@/lib/billing/core/credits/credit-totals";
import { creditableLines } from "@/lib/billing/core/credits/creditable";
import { type IssuedCreditNote, issueCreditNote } from "@/lib/billing/core/credits/issue-credit-note";
import { notifyCreditNote } from "@/lib/billing/core/credits/notify-credit-note";
import { lesser } from "@/lib/platform/kernel/money";
import { t } from "@/lib/platform/language/t";
import { type BillingInterval, type Period, periodUntil } from "./period";
import { daysIn, daysLeft, unusedPart } from "./proration";
import { split } from "./totals";

export interface RunningService {
  readonly id: string;
  readonly name: string;
  readonly interval: BillingInterval;
  readonly startedAt: Date;
  readonly periodStart: Date | null;
  readonly billingDay: number | null;
  readonly renewsAt: Date | null;
}

/** The invoiced part of a service's period that won't be used. Minor units of the invoice's currency. */
export interface UnusedTime {
  readonly invoiceId: string;
  readonly invoiceLineId: string;
  readonly currency: string;
  readonly netMinor: bigint;
  /** Including that line's tax. */
  readonly totalMinor: bigint;
  readonly taxBasisPoints: number;
  readonly daysLeft: number;
  readonly daysIn: number;
}

/** The current period; null if the service isn't set up or doesn't renew. */
export function periodOf({ periodStart, renewsAt, interval, billingDay }: RunningService): Period | null {
  if (renewsAt === null) return null;
  if (periodStart !== null) return { start: periodStart, end: renewsAt };
  return periodUntil(renewsAt, interval, billingDay ?? renewsAt.getUTCDate());
}

/**
 * A service as of each of its periods that hasn't ended, earliest first. If invoices are issued ahead of their periods
 * (`BILLING_LEAD_DAYS`), the current period comes before the one invoiced last.
 */
export function periodsAhead(service: RunningService, now: Date): RunningService[] {
  const ahead = [service];
  for (let [first] = ahead; first?.periodStart && first.periodStart > now; [first] = ahead) {
    const { periodStart: renewsAt, interval, billingDay } = first;
    const { start } = periodUntil(renewsAt, interval, billingDay ?? renewsAt.getUTCDate());
    ahead.unshift({ ...first, periodStart: start, renewsAt });
  }
  return ahead;
}

/**
 * What would be credited if a service's period ended now: the invoiced share of the days not yet started, as far as it
 * hasn't been credited. Null if that is zero (docs/decisions/0030-unused-time-by-the-day.md).
 */
export async function unusedTime(work: BillingContext, service: RunningService): Promise<UnusedTime | null> {
  const period = periodOf(service);
  const line = period && (await chargeOf(work, service, period));
  if (!line || line.invoice.status === "uncollectible") return null;
  const { invoice, taxBasisPoints } = line;
  const of = line.periodStart && line.periodEnd ? { start: line.periodStart, end: line.periodEnd } : period;
  const { netMinor: unused } = split(unusedPart(line.totalMinor, of, work.now), taxBasisPoints, invoice.taxMode);
  const before = await creditedBefore(work, invoice.id);
  const netMinor = lesser(unused, leftOf(line, before));
  if (netMinor <= 0n) return null;
  return {
    invoiceId: invoice.id,
    invoiceLineId: line.id,
    currency: invoice.currency,
    netMinor,
    totalMinor: creditTotals([{ totalMinor: netMinor, taxBasisPoints }], { ...invoice, before }).totalMinor,
    taxBasisPoints,
    daysLeft: daysLeft(period, work.now),
    daysIn: daysIn(period),
  };
}

/** Credits the `unusedTime` amount with a credit note on the line that charged it, and notifies invoice recipients. */
export async function creditUnusedTime(
  work: NotifyingContext,
  service: RunningService,
  { reason, issuedByName }: { readonly reason: string; readonly issuedByName: string },
): Promise<IssuedCreditNote | null> {
  const unused = await unusedTime(work, service);
  if (unused === null) return null;
  const { invoiceId, invoiceLineId, netMinor, taxBasisPoints } = unused;
  const { daysLeft: left, daysIn: all } = unused;
  const description = await asOwnerReads(work, () =>
    t("Unused time for {name}: {left} of {all} days", { name: service.name, left, all }),
  );
  const lines = [{ description, netMinor, taxBasisPoints, invoiceLineId }];
  const note = await issueCreditNote(work, { invoiceId, lines, reason, issuedByName });
  await notifyCreditNote(work, note.id);
  return note;
}

/** The latest line that charged the period. An order's line has no dates, since its period started on payment. */
function chargeOf({ db, account }: BillingContext, service: RunningService, period: Period) {
  const first = service.periodStart?.getTime() === service.startedAt.getTime();
  return db.invoiceLine.findFirst({
    where: {
      accountId: account.id,
      serviceId: service.id,
      kind: { in: ["recurring", "proration"] },
      counts: true,
      unitMinor: { gte: 0 },
      OR: [{ periodEnd: period.end }, ...(first ? [{ periodEnd: null }] : [])],
      invoice: { status: { in: ["open", "paid", "uncollectible"] } },
    },
    include: {
      invoice: { include: { lines: { orderBy: { position: "asc" } } } },
    },
    orderBy: [{ invoice: { createdAt: "desc" } }, { invoice: { id: "desc" } }, { position: "desc" }],
  });
}

type Charge = NonNullable<Awaited<ReturnType<typeof chargeOf>>>;

const creditedBefore = ({ db, account }: BillingContext, invoiceId: string) =>
  db.creditNoteLine.findMany({
    where: { accountId: account.id, creditNote: { invoiceId } },
    select: { invoiceLineId: true, totalMinor: true, taxMinor: true, taxBasisPoints: true },
  });

/** The net amount of the line not yet credited. */
function leftOf({ id, invoice }: Charge, before: Awaited<ReturnType<typeof creditedBefore>>): bigint {
  const lines = creditableLines(invoice.lines, invoice.taxMode, before);
  return lines.find((line) => line.id === id)?.leftMinor ?? 0n;
}
