import { chargeInvoice, chargesDue } from "@/lib/billing/core/dunning/charge-invoice";
import { completePayment } from "@/lib/billing/core/payments/complete-payment";
import { schedule } from "@/lib/billing/core/renewals/schedule";
import { asJob } from "@/lib/platform/db/transaction";
import type { BatchJob } from "@/lib/platform/jobs/run-batch";

/**
 * Autopay. Each charge is committed before the gateway is asked, so if a worker dies in between, the next one completes
 * the payment instead of losing track of a charge.
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
