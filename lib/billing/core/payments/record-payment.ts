import { lockMoney, type NotifyingContext } from "@/lib/billing/core/billing-context";
import { unsettled } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import { isUniqueViolation } from "@/lib/platform/db/unique-violation";
import { lesser } from "@/lib/platform/kernel/money";
import { invalidField, notFound, Problem } from "@/lib/platform/kernel/problem";
import { settlePayment } from "./settle-payment";

export interface PaymentToRecord {
  readonly invoiceIds: readonly string[];
  readonly amountMinor: bigint;
  readonly currency: string;
  /** The bank's own of this transfer: the same cannot be recorded twice, on no account. */
  readonly reference: string;
}

export interface RecordedPayment {
  readonly id: string;
  /** What of it the invoices did not need: account credit now. */
  readonly creditMinor: bigint;
}

/**
 * Writes down money that came by bank transfer: settled at once, the invoice that is due first is paid first, and what
 * the invoices do not need becomes account credit.
 *
 * @throws Problem `conflict` where an invoice is not to be paid, a payment for it is under way or the transfer was
 *   recorded before; `invalid` for invoices of another currency.
 */
export async function recordPayment(work: NotifyingContext, wanted: PaymentToRecord): Promise<RecordedPayment> {
  await lockMoney(work);
  const { db, account, now } = work;
  const { amountMinor, currency, reference } = wanted;
  if (amountMinor <= 0n) throw invalidField("amount", "Record more than nothing.");
  const shares = await sharesOf(work, wanted);
  try {
    const { id } = await db.payment.create({
      data: {
        accountId: account.id,
        gateway: "manual",
        gatewayRef: reference,
        status: "processing",
        origin: "staff",
        amountMinor,
        currency,
        method: "Bank transfer",
        payerName: account.name,
        createdAt: now,
      },
      select: { id: true },
    });
    await db.paymentAllocation.createMany({
      data: shares.map((share) => ({ ...share, accountId: account.id, paymentId: id, state: "reserved" as const })),
    });
    await settlePayment(work, id, { status: "succeeded", ref: reference, amountMinor, currency });
    return { id, creditMinor: amountMinor - shares.reduce((sum, share) => sum + share.amountMinor, 0n) };
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Problem(
      "conflict",
      "A transfer with this reference was recorded before, or a payment for one of the invoices is under way.",
    );
  }
}

async function sharesOf({ db, account }: NotifyingContext, { invoiceIds, amountMinor, currency }: PaymentToRecord) {
  const ids = [...new Set(invoiceIds)];
  const invoices = await db.invoice.findMany({
    where: { accountId: account.id, id: { in: ids } },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
  });
  if (ids.length === 0) throw invalidField("invoiceIds", "Choose the invoices that the transfer was for.");
  if (invoices.length !== ids.length) throw notFound("There is no such invoice on this account.");
  let left = amountMinor;
  return invoices.flatMap((invoice) => {
    const open = invoice.status === "open" || invoice.status === "uncollectible" ? unsettled(invoice) : 0n;
    if (open === 0n) throw new Problem("conflict", `Nothing is left to pay of ${invoice.number ?? "this draft"}.`);
    if (invoice.currency !== currency) throw invalidField("invoiceIds", `${invoice.number} is not in ${currency}.`);
    const share = lesser(open, left);
    left -= share;
    return share === 0n ? [] : [{ invoiceId: invoice.id, amountMinor: share }];
  });
}
