import { detachPaymentMethod, unforgotten } from "@/lib/billing/core/payment-methods/detach-payment-method";
import { gatewaysSetUp } from "@/lib/billing/gateways/gateway";
import type { BatchJob } from "@/lib/platform/jobs/run-batch";
import { addMinutes } from "@/lib/platform/kernel/dates";

/** The remover deletes it at the gateway right away; after this long the deletion counts as missed. */
const GRACE_MINUTES = 2;

/**
 * Removed cards and mandates whose deletion at the gateway failed or never happened because the process died. Those of
 * a gateway that isn't configured wait until it is.
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
