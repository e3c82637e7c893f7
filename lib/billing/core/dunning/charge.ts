import { chargeInvoice, chargesDue } from "@/lib/billing/core/dunning/charge-invoice";
import { completePayment } from "@/lib/billing/core/payments/complete-payment";
import { schedule } from "@/lib/billing/core/renewals/schedule";
import { asJob } from "@/lib/platform/db/transaction";
import type { BatchJob } from "@/lib/platform/jobs/run-batch";

/**
 * Automatic payment. What is to be charged is committed before the gateway is asked, so that a worker that dies in
 * between leaves a payment which the next one completes instead of a charge that nobody knows of.
 */
export const charge: BatchJob = {
  find: (db, now, after, take) =>
    db.invoice.findMany({
      where: { AND: [chargesDue(now), { id: { gt: after } }] },
      select: { id: true, accountId: true },
      orderBy: { id: "asc" },
      take,
    }),
  async work({ accountId, id }, now) {
    const paymentId = await asJob(accountId, now, (job) => chargeInvoice(job, id, schedule()));
    if (paymentId === null) return 0;
    await completePayment(accountId, paymentId);
    return 1;
  },
};
