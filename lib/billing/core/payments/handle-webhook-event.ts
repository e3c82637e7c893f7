import { inAccount } from "@/lib/billing/core/in-account";
import { completeSetup } from "@/lib/billing/core/payment-methods/complete-setup";
import { settleRefund } from "@/lib/billing/core/refunds/settle-refund";
import type { GatewayReport } from "@/lib/billing/gateways/payment-gateway";
import { asWorker } from "@/lib/platform/db/transaction";
import { isUniqueViolation } from "@/lib/platform/db/unique-violation";
import { Problem } from "@/lib/platform/kernel/problem";
import { log } from "@/lib/platform/logging/log";
import { refreshPayment } from "./refresh-payment";
import { settleDispute } from "./settle-dispute";
import { settlePayment } from "./settle-payment";

type Gateway = "sandbox" | "stripe";

/**
 * Handles a gateway event and returns a short description of the outcome. Repeated or outdated events change nothing.
 * Throws on our own failures, so the gateway sends the event again.
 */
export async function handleWebhookEvent(gateway: Gateway, report: GatewayReport): Promise<string> {
  if (!(await isNew(gateway, report))) return "already processed";
  const outcome = await act(gateway, report);
  await asWorker((db) =>
    db.gatewayEvent.updateMany({
      where: { gateway, eventId: report.eventId },
      data: { handledAt: new Date(), outcome },
    }),
  );
  return outcome;
}

/** An event is new until it has been handled: if the process died during one, its repeat is handled. */
async function isNew(gateway: Gateway, { eventId, type }: GatewayReport): Promise<boolean> {
  try {
    await asWorker((db) => db.gatewayEvent.create({ data: { gateway, eventId, type } }));
    return true;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const known = await asWorker((db) =>
      db.gatewayEvent.findUniqueOrThrow({ where: { gateway_eventId: { gateway, eventId } } }),
    );
    return known.handledAt === null;
  }
}

async function act(gateway: Gateway, report: GatewayReport): Promise<string> {
  try {
    switch (report.about) {
      case "charge":
        return `payment ${await inAccount(report.accountId, (job) => settlePayment(job, report.key, report.outcome))}`;
      case "refund":
        return `refund ${await inAccount(report.accountId, (job) => settleRefund(job, report.key, report.outcome))}`;
      case "dispute":
        return await disputed(gateway, report);
      case "setup":
        return await arrived(gateway, report.ref);
      case "nothing":
        return "no action needed";
    }
  } catch (error) {
    // An unknown payment or a different amount would be wrong on every retry too.
    if (error instanceof RangeError || (error instanceof Problem && error.code === "not-found")) {
      log().error({ gateway, event: report.eventId, reason: error.message }, "A payment event was rejected.");
      return `rejected: ${error.message}`;
    }
    throw error;
  }
}

async function disputed(gateway: Gateway, report: Extract<GatewayReport, { about: "dispute" }>): Promise<string> {
  const payment = await asWorker((db) =>
    db.payment.findFirst({
      where: { gateway, gatewayRef: report.chargeRef },
      select: { id: true, accountId: true, gateway: true, currency: true },
    }),
  );
  if (payment === null) return "rejected: payment not found";
  // The payment event may still be on its way. A dispute needs a booked payment, so this event must be sent again.
  if ((await refreshPayment(payment.accountId, payment.id)) !== "succeeded") {
    throw new Error(`Payment ${payment.id} is disputed but not received yet.`);
  }
  await inAccount(payment.accountId, (job) => settleDispute(job, payment, report));
  return `dispute ${report.status}`;
}

async function arrived(gateway: Gateway, gatewayRef: string): Promise<string> {
  const setup = await asWorker((db) =>
    db.paymentMethodSetup.findFirst({ where: { gateway, gatewayRef }, select: { id: true, accountId: true } }),
  );
  if (setup === null) return "rejected: payment method setup not found";
  return `setup ${(await completeSetup(setup.accountId, setup.id)).status}`;
}
