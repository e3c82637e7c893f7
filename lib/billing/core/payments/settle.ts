import { completePayment } from "@/lib/billing/core/payments/complete-payment";
import { completeRefund } from "@/lib/billing/core/refunds/complete-refund";
import type { BatchJob } from "@/lib/platform/jobs/run-batch";
import { addDays, addMinutes } from "@/lib/platform/kernel/dates";

/** The caller asks the gateway right after reserving; after this long the payment counts as abandoned. */
const GRACE_MINUTES = 2;

/** Payments without an outcome because the process died or the gateway didn't answer; direct debits once a day. */
export const settlePayments: BatchJob = {
  find: (db, now, after, take) =>
    db.payment.findMany({
      where: { statusKey: "processing", gateway: { not: "manual" }, id: { gt: after }, ...left(now) },
      select: { id: true, accountId: true },
      orderBy: { id: "asc" },
      take,
    }),
  work: async ({ accountId, id }) => Number((await completePayment(accountId, id)) !== "processing"),
};

/** The same for refunds. */
export const settleRefunds: BatchJob = {
  find: (db, now, after, take) =>
    db.refund.findMany({
      // Without an end: by an index of these alone.
      where: { status: "processing", settledAt: null, id: { gt: after }, ...left(now) },
      select: { id: true, accountId: true },
      orderBy: { id: "asc" },
      take,
    }),
  work: async ({ accountId, id }) => Number((await completeRefund(accountId, id)) !== "processing"),
};

/** A payment at the bank has a reference and no claim: events report it, and after a day it is worth asking. */
const left = (now: Date) => ({
  OR: [
    { claimedUntil: { lt: now } },
    { claimedUntil: null, gatewayRef: null, createdAt: { lt: addMinutes(now, -GRACE_MINUTES) } },
    { claimedUntil: null, createdAt: { lt: addDays(now, -1) } },
  ],
});
