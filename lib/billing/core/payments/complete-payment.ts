import { inAccount } from "@/lib/billing/core/in-account";
import { gatewayNamed } from "@/lib/billing/gateways/gateway";
import { type ChargeOutcome, type ChargeRequest, GatewayUnknown } from "@/lib/billing/gateways/payment-gateway";
import { env } from "@/lib/platform/config/env";
import type { PaymentStatus } from "@/lib/platform/db/generated/enums";
import type { Job } from "@/lib/platform/db/transaction";
import { addMinutes } from "@/lib/platform/kernel/dates";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { settlePayment } from "./settle-payment";

/** Longer than a gateway takes to answer, so no second caller asks while the first is still waiting. */
const CLAIM_MINUTES = 2;

/**
 * Requests a reserved payment from the gateway and saves the result. Only one caller asks at a time; others get the
 * current status. If the gateway doesn't answer, or this process dies, the payment stays
 * `processing`, and the next caller first asks what happened to the charge.
 *
 * Must not run inside a transaction: the reservation must be visible to everyone, whatever happens here.
 *
 * @throws Problem `not-found`.
 */
export async function completePayment(accountId: string, paymentId: string): Promise<PaymentStatus> {
  const claimed = await inAccount(accountId, (job) => claim(job, paymentId));
  if (claimed.request === null) return claimed.status;
  const outcome = await ask(claimed.request, claimed.knownRef);
  if (outcome === null) return "processing";
  return inAccount(accountId, (job) => settlePayment(job, paymentId, outcome));
}

interface Claimed {
  readonly status: PaymentStatus;
  /** Null if there is nothing to ask the gateway. */
  readonly request: (ChargeRequest & { readonly gateway: "sandbox" | "stripe" }) | null;
  readonly knownRef: string | null;
}

async function claim({ db, account, now }: Job, paymentId: string): Promise<Claimed> {
  const mine = { accountId: account.id, id: paymentId };
  const { count } = await db.payment.updateMany({
    where: { ...mine, status: "processing", OR: [{ claimedUntil: null }, { claimedUntil: { lt: now } }] },
    data: { claimedUntil: addMinutes(now, CLAIM_MINUTES) },
  });
  const payment = await db.payment.findFirst({
    where: mine,
    include: {
      paymentMethod: true,
      // In a fixed order: a retry under the same key must send the same request.
      allocations: { select: { invoice: { select: { number: true } } }, orderBy: { id: "asc" } },
    },
  });
  if (payment === null) throw new Problem("not-found", t("Payment not found."));
  const { status, gateway, paymentMethod: method, gatewayRef } = payment;
  if (count === 0 || gateway === "manual" || method === null) return { status, request: null, knownRef: null };
  const customer = await db.gatewayCustomer.findFirst({ where: { accountId: account.id, gateway } });
  return {
    status,
    knownRef: gatewayRef,
    request: {
      gateway,
      key: payment.id,
      accountId: account.id,
      amountMinor: payment.amountMinor,
      currency: payment.currency,
      customerRef: customer?.gatewayRef ?? "",
      methodRef: method.gatewayRef ?? "",
      description: payment.allocations.map(({ invoice }) => invoice.number ?? "").join(", "),
      offSession: payment.origin === "autopay",
      returnUrl: `${env().PORTAL_URL}/a/${account.id}/payments/${payment.id}`,
    },
  };
}

/** Null if the outcome isn't known yet. */
async function ask(
  { gateway: name, ...request }: NonNullable<Claimed["request"]>,
  knownRef: string | null,
): Promise<ChargeOutcome | null> {
  const gateway = gatewayNamed(name);
  try {
    return (await gateway.findCharge(request.key, knownRef)) ?? (await gateway.charge(request));
  } catch (error) {
    if (error instanceof GatewayUnknown) return null;
    throw error;
  }
}
