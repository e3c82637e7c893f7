import { z } from "zod";
import { inAccount } from "@/lib/billing/core/in-account";
import { methodLabel } from "@/lib/billing/core/payment-methods/method-label";
import { gatewayNamed } from "@/lib/billing/gateways/gateway";
import { GatewayUnknown } from "@/lib/billing/gateways/payment-gateway";
import { testMethods } from "@/lib/billing/gateways/sandbox/test-methods";
import { currentBrand } from "@/lib/platform/brand/current-brand";
import { env } from "@/lib/platform/config/env";
import type { GatewayName } from "@/lib/platform/db/generated/enums";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { t, translated } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { type SetupDetail, setupDetail } from "./schema";

export const viewSetup = defineQuery({
  name: "payment-methods.view-setup",
  permission: "billing.payment-methods.update",
  scope: "account",
  summary: "View the progress of adding a card or bank account",
  activity: "view a new payment method",
  input: z.object({ setupId: id }),
  output: setupDetail,
  http: { method: "GET", path: "/accounts/{accountId}/payment-method-setups/{setupId}" },
  async run(context, { setupId }) {
    const setup = await context.db.paymentMethodSetup.findFirst({
      where: { accountId: context.account.id, id: setupId },
    });
    if (setup === null) throw notFound(t("Payment method setup not found."));
    const { kind, makeDefault, methodId, failure, doneAt } = setup;
    return {
      id: setup.id,
      status: standingOf(setup),
      methodId,
      message: failure && translated(failure),
      kind,
      makeDefault,
      replaces: await labelOf(context, setup.replacesId),
      label: await labelOf(context, methodId),
      creditor: (await currentBrand()).name,
      gateway: doneAt === null ? sandboxForm(setup) : { name: "none" as const },
    };
  },
  async after(setup, accountId) {
    if (accountId === null || setup.status !== "waiting" || setup.gateway.name !== "none") return setup;
    return { ...setup, gateway: await providersForm(accountId, setup.id) };
  },
});

function standingOf({ doneAt, methodId }: { doneAt: Date | null; methodId: string | null }): SetupDetail["status"] {
  if (doneAt === null) return "waiting";
  return methodId === null ? "failed" : "succeeded";
}

async function labelOf(context: Context, methodId: string | null): Promise<string | null> {
  if (methodId === null) return null;
  const method = await context.db.paymentMethod.findFirst({
    where: accessibleWhere(context, "billing.payment-methods.update", { id: methodId }),
  });
  return method && methodLabel(method);
}

type Form = SetupDetail["gateway"];

function sandboxForm({
  gateway,
  gatewayRef,
  kind,
}: {
  gateway: GatewayName;
  gatewayRef: string | null;
  kind: string;
}): Form {
  if (gateway !== "sandbox" || gatewayRef === null) return { name: "none" };
  const tests = testMethods.filter((one) => one.kind === kind);
  return {
    name: "sandbox",
    tests: tests.map(({ token, number, brand, effect }) => ({ token, number, brand, effect: t(effect) })),
  };
}

/** What the page needs to collect the number. `none` while the provider can't be reached. */
async function providersForm(accountId: string, setupId: string): Promise<Form> {
  const publishableKey = env().STRIPE_PUBLISHABLE_KEY;
  const setup = await inAccount(accountId, ({ db }) =>
    db.paymentMethodSetup.findFirst({
      where: { accountId, id: setupId, doneAt: null },
      select: { gateway: true, gatewayRef: true },
    }),
  );
  if (setup?.gateway !== "stripe" || setup.gatewayRef === null || publishableKey === undefined) return { name: "none" };
  try {
    const found = await gatewayNamed(setup.gateway).findSetup(setup.gatewayRef);
    if (found.status !== "waiting") return { name: "none" };
    return { name: "stripe", publishableKey, clientSecret: found.clientSecret };
  } catch (error) {
    if (error instanceof GatewayUnknown) return { name: "none" };
    throw error;
  }
}
