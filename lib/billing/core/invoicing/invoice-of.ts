import type { BillingContext } from "@/lib/billing/core/billing-context";
import { notFound } from "@/lib/platform/kernel/problem";

/** An invoice of the account, as it stands under the account's lock. Throws `not-found`. */
export async function invoiceOf({ db, account }: BillingContext, invoiceId: string) {
  const invoice = await db.invoice.findFirst({ where: { accountId: account.id, id: invoiceId } });
  if (invoice === null) throw notFound("There is no such invoice on this account.");
  return invoice;
}
