import { lockMoney, type NotifyingContext } from "@/lib/billing/core/billing-context";
import { unsettled } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import { isUniqueViolation } from "@/lib/platform/db/unique-violation";
import { lesser } from "@/lib/platform/kernel/money";
import { invalidField, notFound, Problem } from "@/lib/platform/kernel/problem";
import { toldInEnglish } from "@/lib/platform/kernel/told";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { settlePayment } from "./settle-payment";

export interface PaymentToRecord {
  readonly invoiceIds: readonly string[];
  readonly amountMinor: bigint;
  readonly currency: string;
  /** The bank's reference of the transfer; it can be recorded only once across all accounts. */
  readonly reference: string;
}

export interface RecordedPayment {
  readonly id: string;
  /** The excess that became account credit. */
  readonly creditMinor: bigint;
}

/**
 * Records a bank transfer, settled immediately: invoices are paid earliest due first, and any excess becomes account
 * credit.
 *
 * @throws Problem `conflict` if an invoice isn't payable, has a payment in progress, or the transfer was already
 *   recorded; `invalid` for invoices in another currency.
 */
export async function recordPayment(work: NotifyingContext, wanted: PaymentToRecord): Promise<RecordedPayment> {
  await lockMoney(work);
  const { db, account, now } = work;
  const { amountMinor, currency, reference } = wanted;
  if (amountMinor <= 0n) throw invalidField("amount", t("Enter an amount above zero."));
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
        method: toldInEnglish(say("Bank transfer")),
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
      t(
        "This bank reference is already recorded, or a payment for one of the invoices is in progress. Check the invoice's payments.",
      ),
    );
  }
}

async function sharesOf({ db, account }: NotifyingContext, { invoiceIds, amountMinor, currency }: PaymentToRecord) {
  const ids = [...new Set(invoiceIds)];
  const invoices = await db.invoice.findMany({
    where: { accountId: account.id, id: { in: ids } },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
  });
  if (ids.length === 0) throw invalidField("invoiceIds", t("Select the invoices the transfer was for."));
  if (invoices.length !== ids.length) throw notFound(t("Invoice not found."));
  let left = amountMinor;
  return invoices.flatMap((invoice) => {
    const open = invoice.status === "open" || invoice.status === "uncollectible" ? unsettled(invoice) : 0n;
    if (open === 0n)
      throw new Problem(
        "conflict",
        invoice.number === null
          ? t("A draft can't be paid.")
          : t("{number} has no amount due.", { number: invoice.number }),
      );
    if (invoice.currency !== currency)
      throw invalidField(
        "invoiceIds",
        t("{number} is in {currency}, not {wanted}.", {
          number: invoice.number ?? "",
          currency: invoice.currency,
          wanted: currency,
        }),
      );
    const share = lesser(open, left);
    left -= share;
    return share === 0n ? [] : [{ invoiceId: invoice.id, amountMinor: share }];
  });
}
