import { z } from "zod";
import { completeSetup } from "@/lib/billing/core/payment-methods/complete-setup";
import { methodLabel } from "@/lib/billing/core/payment-methods/method-label";
import { activeGateway } from "@/lib/billing/gateways/gateway";
import { id } from "@/lib/platform/kernel/ids";
import { type Said, say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { knownMethod } from "./known-method";
import { methodKind, setupStanding } from "./schema";

const input = z.object({
  kind: methodKind,
  makeDefault: z.boolean().default(false),
  replacesId: id.optional().describe("The stored payment method it replaces"),
});

/** The payment provider collects the number on the next page; it never reaches us. */
export const beginSetup = defineCommand({
  name: "payment-methods.begin-setup",
  permission: "billing.payment-methods.update",
  scope: "account",
  summary: "Start adding a card or bank account",
  activity: "add a payment method",
  input,
  output: setupStanding,
  http: { method: "POST", path: "/accounts/{accountId}/payment-method-setups", status: 201 },
  async run(context, { kind, makeDefault, replacesId }) {
    const { db, account, actor, now } = context;
    const gateway = activeGateway().name;
    const replaced = replacesId === undefined ? null : await knownMethod(context, replacesId);
    const { id: setupId } = await db.paymentMethodSetup.create({
      data: {
        accountId: account.id,
        gateway,
        kind,
        makeDefault,
        replacesId: replaced?.id,
        startedByName: actor.name,
        startedByContactId: actor.contactId,
        startedByPersonId: actor.personId,
        createdAt: now,
      },
      select: { id: true },
    });
    return {
      output: { id: setupId, status: "waiting" as const, methodId: null, message: null },
      audit: {
        summary: begun(kind, replaced && methodLabel(replaced)),
        target: { type: "paymentMethodSetup", id: setupId },
      },
    };
  },
  after: async ({ id: setupId }, accountId) => ({
    id: setupId,
    ...(await completeSetup(accountId ?? "", setupId)),
  }),
});

function begun(kind: "card" | "sepaDebit", method: string | null): Said {
  if (method === null) return kind === "card" ? say("Started adding a card") : say("Started adding a bank account");
  return kind === "card"
    ? say("Started replacing {method} with a card", { method })
    : say("Started replacing {method} with a bank account", { method });
}
