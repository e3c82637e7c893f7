import type { NotifyingContext } from "@/lib/billing/core/billing-context";
import { post } from "@/lib/billing/core/ledger/post";
import { receive } from "@/lib/billing/core/payments/receive";

interface PaymentPlan {
  readonly invoiceId: string;
  readonly amountMinor: bigint;
  readonly method: string;
  /** Omitted if it was charged automatically. */
  readonly payerName?: string;
  /** Set if the charge failed. */
  readonly failed?: { readonly code: string; readonly message: string };
}

/** A payment of an invoice in EUR at the context's time, posted to the ledger; or a failed one. Notifies no one. Returns its id. */
export async function buildPayment(work: NotifyingContext, plan: PaymentPlan): Promise<string> {
  const { db, account, now } = work;
  const { invoiceId, amountMinor, method, payerName, failed } = plan;
  const owned = { accountId: account.id };
  const { id } = await db.payment.create({
    data: {
      ...owned,
      gateway: failed ? "sandbox" : "manual",
      status: failed ? "failed" : "succeeded",
      origin: failed ? "autopay" : "person",
      amountMinor,
      currency: "EUR",
      method,
      payerName,
      createdAt: now,
      receivedAt: failed ? null : now,
      failureCode: failed?.code ?? null,
      failureMessage: failed?.message ?? null,
    },
    select: { id: true },
  });
  await db.paymentAllocation.createMany({
    data: { ...owned, paymentId: id, invoiceId, amountMinor, state: failed ? "released" : "applied" },
  });
  if (failed) return id;
  await post(work, {
    kind: "paymentReceived",
    source: `payment:${id}:received`,
    memo: method,
    lines: [
      { ledgerAccount: "cash", currency: "EUR", amountMinor },
      { ledgerAccount: "receivable", currency: "EUR", amountMinor: -amountMinor, invoiceId },
    ],
  });
  await receive(work, await db.invoice.findUniqueOrThrow({ where: { id: invoiceId } }), amountMinor);
  return id;
}
