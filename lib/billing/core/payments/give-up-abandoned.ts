import { giveUpPayment } from "@/lib/billing/core/payments/refresh-payment";
import { businessNow } from "@/lib/platform/db/business-clock";
import { type BatchJob, runBatch } from "@/lib/platform/jobs/run-batch";
import { addDays } from "@/lib/platform/kernel/dates";
import { log } from "@/lib/platform/logging/log";

const abandoned: BatchJob = {
  find: (db, now, after, take) =>
    db.payment.findMany({
      where: { statusKey: "actionRequired", createdAt: { lt: addDays(now, -1) }, id: { gt: after } },
      select: { id: true, accountId: true },
      orderBy: { id: "asc" },
      take,
    }),
  async work({ accountId, id }) {
    await giveUpPayment(accountId, id);
    return 1;
  },
};

/**
 * Cancels payments whose payer went to their bank a day ago and never came back, so their invoices can be paid again.
 * If the payer did confirm, cancelling returns that result. One failure doesn't hold up the others.
 */
export async function giveUpAbandoned(): Promise<number> {
  const { done, failures } = await runBatch(abandoned, await businessNow());
  for (const failure of failures) log().error({ failure }, "A payment couldn't be cancelled.");
  return done;
}
