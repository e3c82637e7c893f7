import type { jobsInWords } from "@/lib/billing/clock/schema";
import { charge } from "@/lib/billing/core/dunning/charge";
import { toRestore, toSuspend } from "@/lib/billing/core/dunning/debt";
import { remindersDue, remindOfInvoice } from "@/lib/billing/core/dunning/remind-of-invoice";
import { restoreAfterDebt, suspendForDebt } from "@/lib/billing/core/dunning/suspend-for-debt";
import { cardsToTellOf, tellOfExpiringCard } from "@/lib/billing/core/dunning/tell-of-expiring-card";
import { forget } from "@/lib/billing/core/payment-methods/forget";
import { settlePayments, settleRefunds } from "@/lib/billing/core/payments/settle";
import { announceInvoice, unannounced } from "@/lib/billing/core/renewals/announce-invoice";
import { renewAccount } from "@/lib/billing/core/renewals/renew-account";
import { renewalsDue } from "@/lib/billing/core/renewals/renewals-due";
import { schedule } from "@/lib/billing/core/renewals/schedule";
import { asJob, type Job } from "@/lib/platform/db/door";
import type { Prisma } from "@/lib/platform/db/generated/client";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import type { Item, MonthJob } from "@/lib/platform/jobs/each";
import { addDays } from "@/lib/platform/kernel/dates";
import { endingsDue, endService } from "@/lib/services/services/end-service";

/**
 * The month's jobs, in the order in which one run does them: money that is under way is accounted for before anybody is
 * charged, reminded or suspended for the lack of it.
 */
export const monthJobs = {
  settlePayments,
  settleRefunds,
  end: {
    find: (db, now, after, take) =>
      db.service.findMany({
        where: { AND: [endingsDue(now), { id: { gt: after }, account: { status: "active" } }] },
        select: { id: true, accountId: true },
        orderBy: { id: "asc" },
        take,
      }),
    work: ({ accountId, id }, now) => within(accountId, now, async (job) => Number(await endService(job, id))),
  },
  renew: {
    find: (db, now, after, take) => accounts(db, renewalsDue(addDays(now, schedule().leadDays)), after, take),
    work: ({ accountId }, now) => within(accountId, now, async (job) => (await renewAccount(job, schedule())).length),
  },
  announce: {
    find: (db, _now, after, take) => invoices(db, unannounced, after, take),
    work: ({ accountId, id }, now) => within(accountId, now, async (job) => Number(await announceInvoice(job, id))),
  },
  charge,
  restore: {
    find: (db, now, after, take) => accounts(db, toRestore(schedule(), now), after, take),
    work: ({ accountId }, now) => within(accountId, now, (job) => restoreAfterDebt(job, schedule())),
  },
  remind: {
    find: (db, now, after, take) => invoices(db, remindersDue(schedule(), now), after, take),
    work: ({ accountId, id }, now) =>
      within(accountId, now, async (job) => Number(await remindOfInvoice(job, id, schedule()))),
  },
  suspend: {
    find: (db, now, after, take) => accounts(db, toSuspend(schedule(), now), after, take),
    work: ({ accountId }, now) => within(accountId, now, (job) => suspendForDebt(job, schedule())),
  },
  tellOfCards: {
    find: (db, now, after, take) =>
      db.paymentMethod.findMany({
        where: { ...cardsToTellOf(schedule(), now), id: { gt: after } },
        select: { id: true, accountId: true },
        orderBy: { id: "asc" },
        take,
      }),
    work: ({ accountId, id }, now) =>
      within(accountId, now, async (job) => Number(await tellOfExpiringCard(job, id, schedule()))),
  },
  forget,
} as const satisfies Record<keyof typeof jobsInWords, MonthJob>;

export type MonthJobName = keyof typeof monthJobs;

/** A closed account is left alone. */
async function within(accountId: string, now: Date, work: (job: Job) => Promise<number>): Promise<number> {
  return (await asJob(accountId, now, async (job) => (job.account.closed ? 0 : work(job)))) ?? 0;
}

/** The accounts that have such a service. */
async function accounts(db: ScopedDb, where: Prisma.ServiceWhereInput, after: string, take: number): Promise<Item[]> {
  const found = await db.service.groupBy({
    by: ["accountId"],
    where: { AND: [where, { accountId: { gt: after }, account: { status: "active" } }] },
    orderBy: { accountId: "asc" },
    take,
  });
  return found.map(({ accountId }) => ({ accountId, id: accountId }));
}

const invoices = (db: ScopedDb, where: Prisma.InvoiceWhereInput, after: string, take: number): Promise<Item[]> =>
  db.invoice.findMany({
    where: { AND: [where, { id: { gt: after }, account: { status: "active" } }] },
    select: { id: true, accountId: true },
    orderBy: { id: "asc" },
    take,
  });
