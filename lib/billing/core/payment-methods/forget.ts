import { detachPaymentMethod, unforgotten } from "@/lib/billing/core/payment-methods/detach-payment-method";
import { gatewaysSetUp } from "@/lib/billing/gateways/gateway";
import type { BatchJob } from "@/lib/platform/jobs/run-batch";
import { addMinutes } from "@/lib/platform/kernel/dates";

/** Whoever removed it asks the gateway at once; after this long it is taken for left behind. */
const GRACE_MINUTES = 2;

/**
 * Cards and mandates that were removed while their gateway did not answer, or by somebody who died before asking it.
 * Those of a gateway that is not set up wait until it is.
 */
export const forget: BatchJob = {
  find: (db, now, after, take) =>
    db.paymentMethod.findMany({
      where: {
        ...unforgotten,
        removedAt: { lt: addMinutes(now, -GRACE_MINUTES) },
        gateway: { in: ["manual", ...gatewaysSetUp()] },
        id: { gt: after },
      },
      select: { id: true, accountId: true },
      orderBy: { id: "asc" },
      take,
    }),
  work: async ({ accountId, id }) => Number(await detachPaymentMethod(accountId, id)),
};
