import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";

/** A stored method the viewer can change. Throws `not-found` if it is removed or belongs to another account. */
export async function knownMethod(context: Context, methodId: string) {
  const method = await context.db.paymentMethod.findFirst({
    where: accessibleWhere(context, "billing.payment-methods.update", { id: methodId, removedAt: null }),
  });
  if (method === null) throw notFound(t("Payment method not found."));
  return method;
}
