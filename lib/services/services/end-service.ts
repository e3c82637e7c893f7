import type { BillingContext } from "@/lib/billing/core/billing-context";
import type { Prisma } from "@/lib/platform/db/generated/client";
import type { AccountMember } from "@/lib/platform/db/load-subject";
import { notifyServiceEnd } from "./notify-service-end";
import { stopService } from "./stop-service";

/** Services cancelled for the end of a period that is over. */
export const endingsDue = (now: Date) =>
  ({
    cancelAtPeriodEnd: true,
    status: { in: ["active", "suspended"] },
    renewsAt: { lte: now },
  }) satisfies Prisma.ServiceWhereInput;

/** Sends the notifications. */
export interface EndingWork extends BillingContext {
  readonly people: () => Promise<AccountMember[]>;
}

/**
 * Ends a service cancelled for the end of its period, once that is over: it stops, its login details are
 * deleted, and those who get service notifications are notified. Returns false, without changes, if it isn't due.
 */
export async function endService(work: EndingWork, serviceId: string): Promise<boolean> {
  const { db, account, now } = work;
  const service = await db.service.findFirst({
    where: { AND: [endingsDue(now), { accountId: account.id, id: serviceId }] },
    select: { name: true, version: true, cancelReason: true, product: { select: { name: true } } },
  });
  if (service === null || !(await stopService(work, { serviceId, version: service.version }))) return false;
  await notifyServiceEnd(work, {
    serviceId,
    serviceName: service.name,
    productName: service.product.name,
    cancelledBy: null,
    reason: service.cancelReason ?? "",
  });
  return true;
}
