import type { BillingContext } from "@/lib/billing/core/billing-context";
import { noJson } from "@/lib/platform/db/no-json";
import { statusesBefore } from "@/lib/services/core/lifecycle";

interface Stopped {
  readonly serviceId: string;
  /** As it was looked at: a service that has changed since is left alone. Without it, as it is. */
  readonly version?: number;
  readonly reason?: string;
}

/** Ends a service: it does not run or renew any more, and its login details are deleted. False where it was not to be. */
export async function stopService(work: BillingContext, { serviceId, version, reason }: Stopped): Promise<boolean> {
  const { db, account, now } = work;
  const its = { accountId: account.id, serviceId };
  const { count } = await db.service.updateMany({
    where: {
      accountId: account.id,
      id: serviceId,
      status: { in: statusesBefore("cancel") },
      ...(version === undefined ? {} : { version }),
    },
    data: {
      status: "cancelled",
      settingUp: false,
      cancelledAt: now,
      ...(reason === undefined ? {} : { cancelReason: reason === "" ? null : reason }),
      renewsAt: null,
      cancelAtPeriodEnd: false,
      nextPlan: noJson,
      version: { increment: 1 },
    },
  });
  if (count === 0) return false;
  await db.serviceCredential.deleteMany({ where: its });
  return true;
}
