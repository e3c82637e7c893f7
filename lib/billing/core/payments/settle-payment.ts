import { lockMoney, type NotifyingContext } from "@/lib/billing/core/billing-context";
import { unsettled } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import { invoiceOf } from "@/lib/billing/core/invoicing/invoice-of";
import { owedAt } from "@/lib/billing/core/ledger/owed-at";
import { type Posting, post } from "@/lib/billing/core/ledger/post";
import type { ChargeOutcome } from "@/lib/billing/gateways/payment-gateway";
import type { PaymentStatus } from "@/lib/platform/db/generated/enums";
import { addMinutes } from "@/lib/platform/kernel/dates";
import { lesser } from "@/lib/platform/kernel/money";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { notifyPayment } from "./notify-payment";
import { receive } from "./receive";

/**
 * Saves the gateway's result of a payment. Results may repeat or arrive in any order: received money is booked once,
 * and a late failure never reverses it.
 *
 * @throws Problem `not-found`; RangeError if amount or currency differ from the request, and then nothing is written.
 */
export async function settlePayment(
  work: NotifyingContext,
  paymentId: string,
  outcome: ChargeOutcome,
): Promise<PaymentStatus> {
  await lockMoney(work);
  const { db, account } = work;
  const payment = await db.payment.findFirst({
    where: { accountId: account.id, id: paymentId },
    include: { allocations: { orderBy: { id: "asc" } } },
  });
  if (payment === null) throw notFound(t("Payment not found."));
  if (payment.status === "succeeded") return payment.status;
  switch (outcome.status) {
    case "succeeded":
      return received(work, payment, outcome);
    case "failed":
      return failed(work, payment, outcome);
    case "actionRequired":
    case "processing":
      return waiting(work, payment, outcome);
  }
}

interface KnownPayment {
  readonly id: string;
  readonly status: PaymentStatus;
  readonly origin: "person" | "autopay" | "staff";
  readonly gatewayRef: string | null;
  readonly createdAt: Date;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly method: string;
  readonly allocations: readonly { readonly id: string; readonly invoiceId: string; readonly amountMinor: bigint }[];
}

async function received(
  work: NotifyingContext,
  payment: KnownPayment,
  { ref, amountMinor, currency }: Extract<ChargeOutcome, { status: "succeeded" }>,
): Promise<PaymentStatus> {
  if (amountMinor !== payment.amountMinor || currency !== payment.currency) {
    throw new RangeError(
      `Payment ${payment.id} was for ${payment.amountMinor} ${payment.currency}, not ${amountMinor} ${currency}.`,
    );
  }
  const { db, account, now } = work;
  await db.payment.updateMany({
    where: { accountId: account.id, id: payment.id },
    data: {
      status: "succeeded",
      receivedAt: now,
      gatewayRef: ref,
      actionUrl: null,
      failureCode: null,
      failureMessage: null,
      claimedUntil: null,
      version: { increment: 1 },
    },
  });
  const postings: Posting[] = [{ ledgerAccount: "cash", currency, amountMinor }];
  let leftMinor = amountMinor;
  const paid: { invoiceId: string; appliedMinor: bigint }[] = [];
  for (const { id, invoiceId, amountMinor: wanted } of payment.allocations) {
    const invoice = await invoiceOf(work, invoiceId);
    const open = invoice.status === "open" || invoice.status === "uncollectible" ? unsettled(invoice) : 0n;
    const appliedMinor = lesser(wanted, open);
    await db.paymentAllocation.updateMany({
      where: { accountId: account.id, id },
      data: appliedMinor === 0n ? { state: "released" } : { state: "applied", amountMinor: appliedMinor },
    });
    if (appliedMinor === 0n) continue;
    leftMinor -= appliedMinor;
    paid.push({ invoiceId, appliedMinor });
    postings.push({ ledgerAccount: owedAt(invoice.status), currency, amountMinor: -appliedMinor, invoiceId });
  }
  // Any excess becomes account credit.
  postings.push({ ledgerAccount: "customerCredit", currency, amountMinor: -leftMinor });
  const source = `payment:${payment.id}:received`;
  await post(work, { kind: "paymentReceived", source, memo: payment.method, lines: postings });
  for (const { invoiceId, appliedMinor } of paid) await receive(work, await invoiceOf(work, invoiceId), appliedMinor);
  await notifyPayment(work, payment.id);
  return "succeeded";
}

async function failed(
  work: NotifyingContext,
  payment: KnownPayment,
  { ref, code, message }: Extract<ChargeOutcome, { status: "failed" }>,
): Promise<PaymentStatus> {
  if (payment.status === "failed" || payment.status === "cancelled") return payment.status;
  const { db, account } = work;
  await db.payment.updateMany({
    where: { accountId: account.id, id: payment.id },
    data: {
      status: "failed",
      ...(ref === null ? {} : { gatewayRef: ref }),
      failureCode: code,
      failureMessage: message,
      actionUrl: null,
      claimedUntil: null,
      version: { increment: 1 },
    },
  });
  await db.paymentAllocation.updateMany({
    where: { accountId: account.id, paymentId: payment.id, state: "reserved" },
    data: { state: "released" },
  });
  if (nobodyWaits(work, payment)) await notifyPayment(work, payment.id);
  return "failed";
}

/**
 * A payer who is present sees the result on the page. Autopay, a debit returned days later, and a lost answer found
 * later have nobody watching, so the result is emailed.
 */
const nobodyWaits = ({ now }: NotifyingContext, { origin, status, gatewayRef, createdAt }: KnownPayment): boolean =>
  origin === "autopay" || (status === "processing" && (gatewayRef !== null || addMinutes(createdAt, 2) <= now));

async function waiting(
  { db, account }: NotifyingContext,
  payment: KnownPayment,
  outcome: Extract<ChargeOutcome, { status: "actionRequired" | "processing" }>,
): Promise<PaymentStatus> {
  if (payment.status === "failed" || payment.status === "cancelled") return payment.status;
  await db.payment.updateMany({
    where: { accountId: account.id, id: payment.id },
    data: {
      status: outcome.status,
      gatewayRef: outcome.ref,
      actionUrl: outcome.status === "actionRequired" ? outcome.actionUrl : null,
      claimedUntil: null,
      version: { increment: 1 },
    },
  });
  return outcome.status;
}
