import { z } from "zod";
import { type Context, defineQuery } from "@/lib/access/operation";
import { rows } from "@/lib/access/rows";
import { methodLabel } from "@/lib/billing/method-label";
import { env } from "@/lib/config/env";
import type { GatewayName } from "@/lib/db/generated/enums";
import { gatewayNamed } from "@/lib/gateways/gateway";
import { GatewayUnknown } from "@/lib/gateways/payment-gateway";
import { testMethods } from "@/lib/gateways/sandbox/test-methods";
import { id } from "@/lib/kernel/ids";
import { notFound } from "@/lib/kernel/problem";
import { type SetupDetail, setupDetail } from "./schema";

export const viewSetup = defineQuery({
  name: "payment-methods.view-setup",
  permission: "billing.payment-methods.update",
  scope: "account",
  summary: "See how adding a card or bank account stands, and what the provider's form needs",
  input: z.object({ setupId: id }),
  output: setupDetail,
  http: { method: "GET", path: "/accounts/{accountId}/payment-method-setups/{setupId}" },
  async run(context, { setupId }) {
    const setup = await context.db.paymentMethodSetup.findFirst({
      where: { accountId: context.account.id, id: setupId },
    });
    if (setup === null) throw notFound("There is no such card or bank account on its way.");
    const { kind, makeDefault, methodId, failure, doneAt } = setup;
    return {
      id: setup.id,
      status: standingOf(setup),
      methodId,
      message: failure,
      kind,
      makeDefault,
      replaces: await labelOf(context, setup.replacesId),
      label: await labelOf(context, methodId),
      creditor: env().COMPANY_NAME,
      gateway: doneAt === null ? await formOf(setup) : { name: "none" as const },
    };
  },
});

function standingOf({ doneAt, methodId }: { doneAt: Date | null; methodId: string | null }): SetupDetail["status"] {
  if (doneAt === null) return "waiting";
  return methodId === null ? "failed" : "succeeded";
}

async function labelOf(context: Context, methodId: string | null): Promise<string | null> {
  if (methodId === null) return null;
  const method = await context.db.paymentMethod.findFirst({
    where: rows(context, "billing.payment-methods.update", { id: methodId }),
  });
  return method && methodLabel(method);
}

interface Begun {
  readonly gateway: GatewayName;
  readonly gatewayRef: string | null;
  readonly kind: "card" | "sepaDebit";
}

/** What the page needs to hand a number to the provider. `none` while the provider cannot be asked. */
async function formOf({ gateway, gatewayRef, kind }: Begun): Promise<SetupDetail["gateway"]> {
  if (gatewayRef === null || gateway === "manual") return { name: "none" };
  if (gateway === "sandbox") {
    const tests = testMethods.filter((one) => one.kind === kind);
    return {
      name: "sandbox",
      tests: tests.map(({ token, number, brand, effect }) => ({ token, number, brand, effect })),
    };
  }
  try {
    const found = await gatewayNamed(gateway).findSetup(gatewayRef);
    const publishableKey = env().STRIPE_PUBLISHABLE_KEY;
    if (found.status !== "waiting" || publishableKey === undefined) return { name: "none" };
    return { name: "stripe", publishableKey, clientSecret: found.clientSecret };
  } catch (error) {
    if (error instanceof GatewayUnknown) return { name: "none" };
    throw error;
  }
}
