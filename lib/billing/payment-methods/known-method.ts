import { notFound } from "@/lib/platform/kernel/problem";
import type { Context } from "@/lib/platform/operations/operation";
import { rows } from "@/lib/platform/operations/rows";

/** A stored method that the viewer may change. Throws `not-found` for one that is removed or another account's. */
export async function knownMethod(context: Context, methodId: string) {
  const method = await context.db.paymentMethod.findFirst({
    where: rows(context, "billing.payment-methods.update", { id: methodId, removedAt: null }),
  });
  if (method === null) throw notFound("There is no such payment method on this account.");
  return method;
}
