import { inAccount } from "@/lib/billing/core/in-account";
import { gatewayNamed } from "@/lib/billing/gateways/gateway";
import { GatewayUnknown } from "@/lib/billing/gateways/payment-gateway";
import { Problem } from "@/lib/platform/kernel/problem";

/** Methods removed here that may still exist at their gateway. */
export const unforgotten = { removedAt: { not: null }, forgottenAt: null };

/**
 * Deletes a removed method at the gateway. Removing doesn't wait for it: if the gateway is unreachable or not
 * configured, the worker tries again. True if this call deleted it.
 */
export async function detachPaymentMethod(accountId: string, methodId: string): Promise<boolean> {
  const mine = { accountId, id: methodId, ...unforgotten };
  const method = await inAccount(accountId, ({ db }) => db.paymentMethod.findFirst({ where: mine }));
  if (method === null || !(await isForgotten(method))) return false;
  return inAccount(accountId, async ({ db, now }) => {
    const { count } = await db.paymentMethod.updateMany({ where: mine, data: { forgottenAt: now } });
    return count > 0;
  });
}

interface Removed {
  readonly gateway: Parameters<typeof gatewayNamed>[0];
  readonly gatewayRef: string | null;
}

async function isForgotten({ gateway, gatewayRef }: Removed): Promise<boolean> {
  if (gatewayRef === null || gateway === "manual") return true;
  try {
    await gatewayNamed(gateway).removeMethod(gatewayRef);
    return true;
  } catch (error) {
    if (error instanceof GatewayUnknown || error instanceof Problem) return false;
    throw error;
  }
}
