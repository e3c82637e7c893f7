import { type BillingContext, lockMoney } from "@/lib/billing/core/billing-context";
import { unsettled } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import { methodLabel } from "@/lib/billing/core/payment-methods/method-label";
import type { GatewayName, PaymentOrigin } from "@/lib/platform/db/generated/enums";
import { isUniqueViolation } from "@/lib/platform/db/unique-violation";
import { invalidField, notFound, Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";

export interface PaymentToReserve {
  /** The invoices, each with the amount to pay in minor units; the full amount due if omitted. */
  readonly invoices: readonly { readonly id: string; readonly amountMinor?: bigint | undefined }[];
  readonly methodId: string;
  readonly origin: PaymentOrigin;
  readonly payer: { readonly name: string; readonly contactId: string | null } | null;
}

export interface ReservedPayment {
  readonly paymentId: string;
  readonly amountMinor: bigint;
  readonly currency: string;
}

/**
 * Reserves a payment before the gateway is asked, and blocks its invoices from being paid a second time meanwhile.
 * Commit, then call `completePayment`.
 *
 * @throws Problem `conflict` if an invoice isn't payable or has a payment in progress, `invalid` for an amount above
 *   the amount due, invoices in different currencies, or a removed method.
 */
export async function reservePayment(work: BillingContext, wanted: PaymentToReserve): Promise<ReservedPayment> {
  await lockMoney(work);
  const { db, account, now } = work;
  const method = await db.paymentMethod.findFirst({
    where: { accountId: account.id, id: wanted.methodId, removedAt: null },
  });
  if (method === null) throw invalidField("methodId", t("This payment method was removed. Choose another one."));
  const shares = await sharesOf(work, wanted.invoices);
  const amountMinor = shares.reduce((sum, share) => sum + share.amountMinor, 0n);
  const currency = shares[0]?.currency ?? "";
  const { id: paymentId } = await db.payment.create({
    data: {
      accountId: account.id,
      gateway: method.gateway satisfies GatewayName,
      status: "processing",
      origin: wanted.origin,
      amountMinor,
      currency,
      paymentMethodId: method.id,
      method: methodLabel(method),
      payerName: wanted.payer?.name ?? null,
      contactId: wanted.payer?.contactId ?? null,
      createdAt: now,
    },
    select: { id: true },
  });
  await reserve(work, paymentId, shares);
  return { paymentId, amountMinor, currency };
}

interface Share {
  readonly invoiceId: string;
  readonly amountMinor: bigint;
  readonly currency: string;
}

async function sharesOf({ db, account }: BillingContext, wanted: PaymentToReserve["invoices"]): Promise<Share[]> {
  const ids = [...new Set(wanted.map(({ id }) => id))];
  if (ids.length === 0 || ids.length !== wanted.length) {
    throw invalidField("invoices", t("Select each invoice only once."));
  }
  const found = await db.invoice.findMany({ where: { accountId: account.id, id: { in: ids } } });
  if (found.length !== ids.length) throw notFound(t("Invoice not found."));
  if (new Set(found.map(({ currency }) => currency)).size > 1) {
    throw invalidField("invoices", t("These invoices have different currencies. Pay each currency separately."));
  }
  return found.map((invoice) => {
    const due = invoice.status === "open" || invoice.status === "uncollectible" ? unsettled(invoice) : 0n;
    if (due === 0n)
      throw new Problem(
        "conflict",
        invoice.number === null
          ? t("A draft can't be paid.")
          : t("{number} has no amount due.", { number: invoice.number }),
      );
    const amountMinor = wanted.find(({ id }) => id === invoice.id)?.amountMinor ?? due;
    if (amountMinor <= 0n || amountMinor > due) {
      throw invalidField("amount", t("Enter an amount above zero, up to the amount due."));
    }
    return { invoiceId: invoice.id, amountMinor, currency: invoice.currency };
  });
}

async function reserve({ db, account }: BillingContext, paymentId: string, shares: readonly Share[]): Promise<void> {
  try {
    await db.paymentAllocation.createMany({
      data: shares.map(({ invoiceId, amountMinor }) => ({
        accountId: account.id,
        paymentId,
        invoiceId,
        amountMinor,
        state: "reserved" as const,
      })),
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Problem("conflict", t("A payment for this invoice is in progress. Wait until it completes."));
  }
}
