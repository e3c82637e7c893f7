import { methodLabel } from "@/lib/billing/core/payment-methods/method-label";
import { activeGatewayName } from "@/lib/billing/gateways/gateway";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import type { PaymentPreview } from "./schema";

/** Methods stored with the active provider that can be charged in the currency. None without a provider. */
export function chargeable(currency: string): Prisma.PaymentMethodWhereInput {
  const gateway = activeGatewayName();
  return {
    removedAt: null,
    gatewayRef: { not: null },
    gateway: { in: gateway === null ? [] : [gateway] },
    // SEPA works only in euros.
    ...(currency === "EUR" ? {} : { kind: "card" as const }),
  };
}

/** The chargeable stored methods the viewer can see, default first. */
export async function usableMethods(context: Context, currency: string): Promise<PaymentPreview["methods"]> {
  const found = await context.db.paymentMethod.findMany({
    where: accessibleWhere(context, "billing.payment-methods.view", chargeable(currency)),
    orderBy: [{ isDefault: "desc" }, { createdAt: "desc" }, { id: "desc" }],
  });
  return found
    .filter((method) => !hasExpired(method, context.now))
    .map((method) => ({
      id: method.id,
      kind: method.kind,
      isDefault: method.isDefault,
      label: methodLabel(method),
      expMonth: method.expMonth,
      expYear: method.expYear,
    }));
}

/** The method charged if none is named: a viewer who can pay may not be allowed to see the cards. */
export async function defaultMethod(
  { db, account, now }: Context<"account">,
  currency: string,
): Promise<string | null> {
  const method = await db.paymentMethod.findFirst({
    where: { ...chargeable(currency), accountId: account.id, isDefault: true },
  });
  return method === null || hasExpired(method, now) ? null : method.id;
}

/** A card is valid until the end of its month, UTC. */
function hasExpired({ expMonth, expYear }: { expMonth: number | null; expYear: number | null }, now: Date): boolean {
  return expMonth !== null && expYear !== null && Date.UTC(expYear, expMonth) <= now.getTime();
}
