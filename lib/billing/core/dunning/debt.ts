import { type Schedule, suspendsBefore } from "@/lib/billing/core/renewals/schedule";
import type { Prisma } from "@/lib/platform/db/generated/client";

/** Invoices of unpaid orders: nothing was delivered for them, so running services aren't suspended. */
export const forNothingYet = { some: { status: "placed" } } satisfies Prisma.OrderListRelationFilter;

/** Invoices overdue long enough to suspend services. */
const unpaid = (schedule: Schedule, now: Date) =>
  ({
    statusKey: "open",
    dueAt: { lt: suspendsBefore(schedule, now) },
    NOT: { orders: forNothingYet },
  }) satisfies Prisma.InvoiceWhereInput;

/** Running services of accounts overdue for too long, unless a payment is in progress. */
export const toSuspend = (schedule: Schedule, now: Date) =>
  ({
    status: "active",
    account: { invoices: { some: { ...unpaid(schedule, now), allocations: { none: { state: "reserved" } } } } },
  }) satisfies Prisma.ServiceWhereInput;

/** Services suspended for a debt that has been settled. */
export const toRestore = (schedule: Schedule, now: Date) =>
  ({
    status: "suspended",
    suspendedForDebt: true,
    account: { invoices: { none: unpaid(schedule, now) } },
  }) satisfies Prisma.ServiceWhereInput;
