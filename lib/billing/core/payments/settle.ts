import { completePayment } from "@/lib/billing/core/payments/complete-payment";
import { completeRefund } from "@/lib/billing/core/refunds/complete-refund";
import type { BatchJob } from "@/lib/platform/jobs/run-batch";
import { addDays, addMinutes } from "@/lib/platform/kernel/dates";

/** Whoever reserved it asks the gateway at once; after this long it is taken for left behind. */
const GRACE_MINUTES = 2;

/** Payments that somebody who died, or a gateway that did not answer, left without an outcome; direct debits once a day. */
export const settlePayments: BatchJob = {
  find: (db, now, after, take) =>
    db.payment.findMany({
      where: { status: "processing", gateway: { not: "manual" }, id: { gt: after }, ...left(now) },
      select: { id: true, accountId: true },
      orderBy: { id: "asc" },
      take,
    }),
  work: async ({ accountId, id }) => Number((await completePayment(accountId, id)) !== "processing"),
};

/** Refunds alike. */
export const settleRefunds: BatchJob = {
  find: (db, now, after, take) =>
    db.refund.findMany({
      where: { status: "processing", id: { gt: after }, ...left(now) },
      select: { id: true, accountId: true },
      orderBy: { id: "asc" },
      take,
    }),
  work: async ({ accountId, id }) => Number((await completeRefund(accountId, id)) !== "processing"),
};

/** What is at the bank has a reference and no claim: reports tell of it, and after a day it is worth asking. */
const left = (now: Date) => ({
  OR: [
    { claimedUntil: { lt: now } },
    { claimedUntil: null, gatewayRef: null, createdAt: { lt: addMinutes(now, -GRACE_MINUTES) } },
    { claimedUntil: null, createdAt: { lt: addDays(now, -1) } },
  ],
});
