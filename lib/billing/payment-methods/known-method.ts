import { notFound } from "@/lib/platform/kernel/problem";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";

/** A stored method that the viewer may change. Throws `not-found` for one that is removed or another account's. */
export async function knownMethod(context: Context, methodId: string) {
  const method = await context.db.paymentMethod.findFirst({
    where: accessibleWhere(context, "billing.payment-methods.update", { id: methodId, removedAt: null }),
  });
  if (method === null) throw notFound("There is no such payment method on this account.");
  return method;
}
