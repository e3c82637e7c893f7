import type { BillingContext } from "@/lib/billing/core/billing-context";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";

/** An invoice of the account, read under the account's lock. Throws `not-found`. */
export async function invoiceOf({ db, account }: BillingContext, invoiceId: string) {
  const invoice = await db.invoice.findFirst({ where: { accountId: account.id, id: invoiceId } });
  if (invoice === null) throw notFound(t("Invoice not found."));
  return invoice;
}
