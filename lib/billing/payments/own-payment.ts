import type { Prisma } from "@/lib/platform/db/generated/client";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";

/** A payment for invoices the viewer can pay. Throws `not-found` otherwise. */
export async function ownPayment(context: Context<"account">, paymentId: string) {
  const invoice = accessibleWhere<"billing.invoices.pay", Prisma.InvoiceWhereInput>(context, "billing.invoices.pay");
  const payment = await context.db.payment.findFirst({
    where: { accountId: context.account.id, id: paymentId, allocations: { some: { invoice } } },
    select: { id: true, status: true, gateway: true, method: true },
  });
  if (payment === null) throw notFound(t("Payment not found."));
  return payment;
}
