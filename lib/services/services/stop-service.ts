import type { BillingContext } from "@/lib/billing/core/billing-context";
import { noJson } from "@/lib/platform/db/no-json";
import { statusesBefore } from "@/lib/services/core/lifecycle";
import { revokeLoginLinks } from "@/lib/services/core/revoke-login-links";

interface Stopped {
  readonly serviceId: string;
  /** The version the caller saw: a service changed since is left alone. Without it, any version. */
  readonly version?: number;
  readonly reason?: string;
}

/**
 * Ends a service: it stops running and renewing, and its login details are deleted. Returns false if it couldn't end.
 */
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
  await revokeLoginLinks(db, its, now);
  return true;
}
