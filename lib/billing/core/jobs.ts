import type { Prisma } from "@/lib/platform/db/generated/client";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import type { Item } from "@/lib/platform/jobs/run-batch";
import type { ScheduledJob } from "@/lib/platform/jobs/scheduled-job";
import { withinAccount } from "@/lib/platform/jobs/within-account";
import { addDays } from "@/lib/platform/kernel/dates";
import { msg } from "@/lib/platform/language/msg";
import { charge } from "./dunning/charge";
import { toRestore, toSuspend } from "./dunning/debt";
import { cardsToTellOf, notifyExpiringCard } from "./dunning/notify-expiring-card";
import { remindersDue, remindOfInvoice } from "./dunning/remind-of-invoice";
import { restoreAfterDebt, suspendForDebt } from "./dunning/suspend-for-debt";
import { forget } from "./payment-methods/forget";
import { settlePayments, settleRefunds } from "./payments/settle";
import { announceInvoice, unannounced } from "./renewals/announce-invoice";
import { renewAccount } from "./renewals/renew-account";
import { renewalsDue } from "./renewals/renewals-due";
import { schedule } from "./renewals/schedule";

const EVERY_MINUTE = "* * * * *";
const FIVE_MINUTES = "*/5 * * * *";
const HOURLY = "7 * * * *";

/** Billing's scheduled jobs. */
export const billingJobs: readonly ScheduledJob[] = [
  {
    name: "settlePayments",
    phase: "settle",
    queue: "settle-payments",
    cron: EVERY_MINUTE,
    words: msg("{count, plural, one {# pending payment settled} other {# pending payments settled}}"),
    ...settlePayments,
  },
  {
    name: "settleRefunds",
    phase: "settle",
    queue: "settle-payments",
    cron: EVERY_MINUTE,
    words: msg("{count, plural, one {# pending refund settled} other {# pending refunds settled}}"),
    ...settleRefunds,
  },
  {
    name: "renew",
    phase: "renew",
    queue: "renew-services",
    cron: FIVE_MINUTES,
    words: msg("{count, plural, one {# invoice issued} other {# invoices issued}}"),
    find: (db, now, after, take) => accounts(db, renewalsDue(addDays(now, schedule().leadDays)), after, take),
    work: ({ accountId }, now) =>
      withinAccount(accountId, now, async (job) => (await renewAccount(job, schedule())).length),
  },
  {
    name: "announce",
    phase: "announce",
    queue: "renew-services",
    cron: FIVE_MINUTES,
    onInvoiceChange: true,
    words: msg("{count, plural, one {# invoice emailed} other {# invoices emailed}}"),
    find: (db, _now, after, take) => invoices(db, unannounced, after, take),
    work: ({ accountId, id }, now) =>
      withinAccount(accountId, now, async (job) => Number(await announceInvoice(job, id))),
  },
  {
    name: "charge",
    phase: "charge",
    queue: "charge-invoices",
    cron: FIVE_MINUTES,
    words: msg("{count, plural, one {# autopay charge} other {# autopay charges}}"),
    ...charge,
  },
  {
    name: "restore",
    phase: "restore",
    queue: "restore-services",
    cron: FIVE_MINUTES,
    onInvoiceChange: true,
    words: msg("{count, plural, one {# service restored} other {# services restored}}"),
    find: (db, now, after, take) => accounts(db, toRestore(schedule(), now), after, take),
    work: ({ accountId }, now) => withinAccount(accountId, now, (job) => restoreAfterDebt(job, schedule())),
  },
  {
    name: "remind",
    phase: "remind",
    queue: "remind-of-invoices",
    cron: HOURLY,
    words: msg("{count, plural, one {# reminder sent} other {# reminders sent}}"),
    find: (db, now, after, take) => invoices(db, remindersDue(schedule(), now), after, take),
    work: ({ accountId, id }, now) =>
      withinAccount(accountId, now, async (job) => Number(await remindOfInvoice(job, id, schedule()))),
  },
  {
    name: "suspend",
    phase: "suspend",
    queue: "suspend-services",
    cron: HOURLY,
    words: msg("{count, plural, one {# service suspended} other {# services suspended}}"),
    find: (db, now, after, take) => accounts(db, toSuspend(schedule(), now), after, take),
    work: ({ accountId }, now) => withinAccount(accountId, now, (job) => suspendForDebt(job, schedule())),
  },
  {
    name: "tellOfCards",
    phase: "notify",
    queue: "tell-of-cards",
    cron: HOURLY,
    words: msg("{count, plural, one {# card expiry notification} other {# card expiry notifications}}"),
    find: (db, now, after, take) =>
      db.paymentMethod.findMany({
        where: { ...cardsToTellOf(schedule(), now), id: { gt: after } },
        select: { id: true, accountId: true },
        orderBy: { id: "asc" },
        take,
      }),
    work: ({ accountId, id }, now) =>
      withinAccount(accountId, now, async (job) => Number(await notifyExpiringCard(job, id, schedule()))),
  },
  {
    name: "forget",
    phase: "clean",
    queue: "forget-methods",
    cron: FIVE_MINUTES,
    words: msg(
      "{count, plural, one {# payment method deleted at the provider} other {# payment methods deleted at the provider}}",
    ),
    ...forget,
  },
];

/** The accounts with a matching service. */
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
