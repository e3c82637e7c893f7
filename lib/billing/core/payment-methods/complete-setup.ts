import { inAccount } from "@/lib/billing/core/in-account";
import { gatewayCustomer } from "@/lib/billing/core/payments/gateway-customer";
import { gatewayNamed } from "@/lib/billing/gateways/gateway";
import { GatewayUnknown } from "@/lib/billing/gateways/payment-gateway";
import type { Job } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { detachPaymentMethod } from "./detach-payment-method";
import { type SetupStanding, settleSetup } from "./settle-setup";

/**
 * Starts a setup at the gateway, or refreshes its status, and stores the card or mandate once it is complete.
 * Idempotent; must not run inside a transaction. If the gateway doesn't answer, the status stays `waiting`.
 *
 * @throws Problem `not-found`.
 */
export async function completeSetup(accountId: string, setupId: string): Promise<SetupStanding> {
  const known = await inAccount(accountId, (job) => read(job, setupId));
  if (known.standing.status !== "waiting") return known.standing;
  const gateway = gatewayNamed(known.gateway);
  try {
    const ref = known.ref ?? (await begin(accountId, setupId, known));
    const outcome = await gateway.findSetup(ref);
    const settled = await inAccount(accountId, (job) => settleSetup(job, setupId, outcome));
    if (settled.replacedId !== null) await detachPaymentMethod(accountId, settled.replacedId);
    return settled.standing;
  } catch (error) {
    if (error instanceof GatewayUnknown) return known.standing;
    throw error;
  }
}

interface KnownSetup {
  readonly gateway: "sandbox" | "stripe" | "manual";
  readonly ref: string | null;
  readonly kind: "card" | "sepaDebit";
  readonly standing: SetupStanding;
}

async function read({ db, account }: Job, setupId: string): Promise<KnownSetup> {
  const setup = await db.paymentMethodSetup.findFirst({ where: { accountId: account.id, id: setupId } });
  if (setup === null) throw notFound(t("Payment method setup not found."));
  const { gateway, gatewayRef: ref, kind, doneAt, methodId, failure } = setup;
  const status = doneAt === null ? "waiting" : methodId === null ? "failed" : "succeeded";
  return { gateway, ref, kind, standing: { status, methodId, message: failure } };
}

async function begin(accountId: string, setupId: string, { gateway: name, kind }: KnownSetup): Promise<string> {
  const gateway = gatewayNamed(name);
  const customerRef = await gatewayCustomer(accountId, gateway);
  const { ref } = await gateway.beginSetup({ key: setupId, customerRef, kind });
  await inAccount(accountId, ({ db, account }) =>
    db.paymentMethodSetup.updateMany({ where: { accountId: account.id, id: setupId }, data: { gatewayRef: ref } }),
  );
  return ref;
}
