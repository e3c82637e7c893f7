import { type Schedule, suspendsBefore } from "@/lib/billing/core/renewals/schedule";
import type { Prisma } from "@/lib/platform/db/generated/client";

/** Invoices of orders that wait to be paid: nothing was delivered for them, so nothing that runs stops for them. */
export const forNothingYet = { some: { status: "placed" } } satisfies Prisma.OrderListRelationFilter;

/** Invoices that have waited for so long that services stop. */
const unpaid = (schedule: Schedule, now: Date) =>
  ({
    status: "open",
    dueAt: { lt: suspendsBefore(schedule, now) },
    NOT: { orders: forNothingYet },
  }) satisfies Prisma.InvoiceWhereInput;

/** Running services of accounts that owe for too long. A payment under way is waited for. */
export const toSuspend = (schedule: Schedule, now: Date) =>
  ({
    status: "active",
    account: { invoices: { some: { ...unpaid(schedule, now), allocations: { none: { state: "reserved" } } } } },
  }) satisfies Prisma.ServiceWhereInput;

/** Services that were suspended for a debt that is no more. */
export const toRestore = (schedule: Schedule, now: Date) =>
  ({
    status: "suspended",
    suspendedForDebt: true,
    account: { invoices: { none: unpaid(schedule, now) } },
  }) satisfies Prisma.ServiceWhereInput;
