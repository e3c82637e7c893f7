import { gatewayNamed } from "@/lib/gateways/gateway";
import { GatewayUnknown } from "@/lib/gateways/payment-gateway";
import { inAccount } from "./in-account";

/**
 * The gateway forgets a method that was removed here. Where it cannot be reached it keeps what nobody will ask of it
 * any more: removing does not wait for that.
 */
export async function forgetMethod(accountId: string, methodId: string): Promise<void> {
  const method = await inAccount(accountId, ({ db, account }) =>
    db.paymentMethod.findFirst({ where: { accountId: account.id, id: methodId, removedAt: { not: null } } }),
  );
  if (!method?.gatewayRef || method.gateway === "manual") return;
  try {
    await gatewayNamed(method.gateway).removeMethod(method.gatewayRef);
  } catch (error) {
    if (!(error instanceof GatewayUnknown)) throw error;
  }
}
