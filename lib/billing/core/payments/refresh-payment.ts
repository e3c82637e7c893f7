import { inAccount } from "@/lib/billing/core/in-account";
import { gatewayNamed } from "@/lib/billing/gateways/gateway";
import { type ChargeOutcome, GatewayUnknown, type PaymentGateway } from "@/lib/billing/gateways/payment-gateway";
import type { PaymentStatus } from "@/lib/platform/db/generated/enums";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { completePayment } from "./complete-payment";
import { settlePayment } from "./settle-payment";

/** Asks the gateway for a payment's status after the payer's bank step, instead of waiting for its event. */
export const refreshPayment = (accountId: string, paymentId: string): Promise<PaymentStatus> =>
  onwards(accountId, paymentId, (gateway, ref) => gateway.findCharge(paymentId, ref));

/** Cancels a payment awaiting confirmation. If the bank has already decided, returns that result. */
export const giveUpPayment = (accountId: string, paymentId: string): Promise<PaymentStatus> =>
  onwards(accountId, paymentId, (gateway, ref) => gateway.cancelCharge(ref));

async function onwards(
  accountId: string,
  paymentId: string,
  ask: (gateway: PaymentGateway, ref: string) => Promise<ChargeOutcome | null>,
): Promise<PaymentStatus> {
  const payment = await inAccount(accountId, ({ db, account }) =>
    db.payment.findFirst({ where: { accountId: account.id, id: paymentId } }),
  );
  if (payment === null) throw notFound(t("Payment not found."));
  const { status, gateway, gatewayRef: ref } = payment;
  if (status === "processing") return completePayment(accountId, paymentId);
  if (status !== "actionRequired" || ref === null) return status;
  try {
    const outcome = await ask(gatewayNamed(gateway), ref);
    if (outcome === null) return status;
    return await inAccount(accountId, (job) => settlePayment(job, paymentId, outcome));
  } catch (error) {
    if (error instanceof GatewayUnknown) return status;
    throw error;
  }
}
