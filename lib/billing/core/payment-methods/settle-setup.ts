import { lockMoney } from "@/lib/billing/core/billing-context";
import { retryAutomatic } from "@/lib/billing/core/payments/retry-automatic";
import type { GatewayMethod, SetupOutcome } from "@/lib/billing/gateways/payment-gateway";
import type { Job } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/kernel/problem";
import { currentRequestId } from "@/lib/platform/kernel/request-id";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { stored } from "@/lib/platform/operations/stored";
import { methodLabel } from "./method-label";
import { notifyPaymentMethod } from "./notify-payment-method";

/** The status of a card or mandate being added. */
export interface SetupStanding {
  readonly status: "waiting" | "succeeded" | "failed";
  readonly methodId: string | null;
  readonly message: string | null;
}

interface Setup {
  readonly id: string;
  readonly gateway: "sandbox" | "stripe" | "manual";
  readonly makeDefault: boolean;
  readonly replacesId: string | null;
  readonly startedByName: string;
  readonly startedByContactId: string | null;
  readonly startedByPersonId: string | null;
}

/**
 * Stores a card or mandate once the gateway has it. Idempotent. It becomes the default if requested, if it replaces the
 * default, or if there is none.
 *
 * @returns also the replaced method, to be deleted at the gateway
 */
export async function settleSetup(
  job: Job,
  setupId: string,
  outcome: SetupOutcome,
): Promise<{ standing: SetupStanding; replacedId: string | null }> {
  await lockMoney(job);
  const { db, account, now } = job;
  const mine = { accountId: account.id, id: setupId };
  const setup = await db.paymentMethodSetup.findFirst({ where: mine });
  if (setup === null) throw notFound(t("Payment method setup not found."));
  const { doneAt, methodId: known, failure } = setup;
  if (doneAt !== null) return standing(known === null ? "failed" : "succeeded", known, failure);
  if (outcome.status === "waiting") return standing("waiting", null, null);
  if (outcome.status === "failed") {
    await db.paymentMethodSetup.updateMany({ where: mine, data: { doneAt: now, failure: outcome.message } });
    return standing("failed", null, outcome.message);
  }
  const replaced = await takeAway(job, setup.replacesId);
  const methodId = await store(job, setup, outcome.method, replaced?.isDefault === true);
  await db.paymentMethodSetup.updateMany({ where: mine, data: { doneAt: now, methodId } });
  await note(job, setup, methodId, outcome.method, replaced && methodLabel(replaced));
  return standing("succeeded", methodId, null, replaced?.id ?? null);
}

const standing = (
  status: SetupStanding["status"],
  methodId: string | null,
  message: string | null,
  replacedId: string | null = null,
) => ({ standing: { status, methodId, message }, replacedId });

/** The method being replaced; null if it is already removed or nothing is replaced. */
async function takeAway({ db, account, now }: Job, id: string | null) {
  if (id === null) return null;
  const found = await db.paymentMethod.findFirst({ where: { accountId: account.id, id, removedAt: null } });
  if (found === null) return null;
  await db.paymentMethod.updateMany({
    where: { accountId: account.id, id },
    data: { removedAt: now, isDefault: false },
  });
  return found;
}

async function store(job: Job, setup: Setup, method: GatewayMethod, wasDefault: boolean): Promise<string> {
  const { db, account, now } = job;
  const others = { accountId: account.id, isDefault: true, removedAt: null };
  const isDefault = setup.makeDefault || wasDefault || (await db.paymentMethod.count({ where: others })) === 0;
  if (isDefault) await db.paymentMethod.updateMany({ where: others, data: { isDefault: false } });
  const { ref: gatewayRef, ...shown } = method;
  const { id } = await db.paymentMethod.create({
    data: { ...shown, gatewayRef, gateway: setup.gateway, isDefault, accountId: account.id, createdAt: now },
    select: { id: true },
  });
  if (isDefault) await retryAutomatic(job);
  return id;
}

async function note(job: Job, setup: Setup, methodId: string, method: GatewayMethod, replaced: string | null) {
  const { db, account } = job;
  const label = methodLabel(method);
  await db.auditEvent.createMany({
    data: {
      accountId: account.id,
      actorPersonId: setup.startedByPersonId,
      actorContactId: setup.startedByContactId,
      actorName: setup.startedByName,
      via: "system",
      operation: "payment-methods.finish-setup",
      permission: "billing.payment-methods.update",
      outcome: "done",
      ...stored(
        replaced === null
          ? say("Added {label}", { label })
          : say("Replaced {replaced} with {label}", { replaced, label }),
      ),
      targetType: "paymentMethod",
      targetId: methodId,
      requestId: currentRequestId(),
    },
  });
  await notifyPaymentMethod(job, { change: "added", label, by: setup.startedByName, replaced });
}
