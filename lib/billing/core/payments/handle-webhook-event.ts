import { inAccount } from "@/lib/billing/core/in-account";
import { completeSetup } from "@/lib/billing/core/payment-methods/complete-setup";
import { settleRefund } from "@/lib/billing/core/refunds/settle-refund";
import type { GatewayReport } from "@/lib/billing/gateways/payment-gateway";
import { asWorker } from "@/lib/platform/db/transaction";
import { isUniqueViolation } from "@/lib/platform/db/unique-violation";
import { Problem } from "@/lib/platform/kernel/problem";
import { refreshPayment } from "./refresh-payment";
import { settleDispute } from "./settle-dispute";
import { settlePayment } from "./settle-payment";

type Gateway = "sandbox" | "stripe";

/**
 * Acts on what a gateway reports by itself, and returns in a few words what was done, or why nothing was. A repeat
 * changes nothing, and a report that is older than what is known changes nothing either. Throws where our side fails,
 * so that the gateway repeats it.
 */
export async function handleWebhookEvent(gateway: Gateway, report: GatewayReport): Promise<string> {
  if (!(await isNew(gateway, report))) return "known already";
  const outcome = await act(gateway, report);
  await asWorker((db) =>
    db.gatewayEvent.updateMany({
      where: { gateway, eventId: report.eventId },
      data: { handledAt: new Date(), outcome },
    }),
  );
  return outcome;
}

/** New is what has not been handled: a report during which this process died is taken up when it is repeated. */
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
        return "nothing to do";
    }
  } catch (error) {
    // What names no payment of ours, or another sum, would be wrong again however often it is repeated.
    if (error instanceof RangeError || (error instanceof Problem && error.code === "not-found")) {
      console.error(`${gateway} event ${report.eventId}: ${error.message}`);
      return `refused: ${error.message}`;
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
  if (payment === null) return "refused: no such payment";
  // Word of the money itself may be late. Until it is booked no dispute can take it away: this is told again.
  if ((await refreshPayment(payment.accountId, payment.id)) !== "succeeded") {
    throw new Error(`The money of the payment ${payment.id} has not come yet, and is disputed already.`);
  }
  await inAccount(payment.accountId, (job) => settleDispute(job, payment, report));
  return `dispute ${report.status}`;
}

async function arrived(gateway: Gateway, gatewayRef: string): Promise<string> {
  const setup = await asWorker((db) =>
    db.paymentMethodSetup.findFirst({ where: { gateway, gatewayRef }, select: { id: true, accountId: true } }),
  );
  if (setup === null) return "refused: no such setup";
  return `setup ${(await completeSetup(setup.accountId, setup.id)).status}`;
}
