import type { Prisma } from "@/lib/platform/db/generated/client";
import { notFound } from "@/lib/platform/kernel/problem";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";

/** A payment for invoices that the viewer may pay. Throws `not-found` for any other. */
export async function ownPayment(context: Context<"account">, paymentId: string) {
  const invoice = accessibleWhere<"billing.invoices.pay", Prisma.InvoiceWhereInput>(context, "billing.invoices.pay");
  const payment = await context.db.payment.findFirst({
    where: { accountId: context.account.id, id: paymentId, allocations: { some: { invoice } } },
    select: { id: true, status: true, gateway: true, method: true },
  });
  if (payment === null) throw notFound("There is no such payment on this account.");
  return payment;
}
