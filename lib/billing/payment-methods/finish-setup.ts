import { z } from "zod";
import { inAccount } from "@/lib/billing/core/in-account";
import { completeSetup } from "@/lib/billing/core/payment-methods/complete-setup";
import { answerSetup, isTestToken, type SandboxAnswer } from "@/lib/billing/gateways/sandbox/setup";
import { id } from "@/lib/platform/kernel/ids";
import { invalidField, notFound, Problem } from "@/lib/platform/kernel/problem";
import { issue } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { readExpiry } from "./expiry";
import { setupStanding } from "./schema";

const input = z.object({
  setupId: id,
  token: z.string().max(100).default("").describe("Token from the sandbox form; not used with Stripe"),
  holder: z.string().trim().max(120, issue("Use at most 120 characters.")).default(""),
  expiry: z.string().max(20).default("").describe("Expiry date of the card, e.g. 04/31"),
  mandate: z.boolean().default(false).describe("The account holder authorises the direct debit"),
});

/** A card number sent instead of a token is rejected before anything is stored. */
export const finishSetup = defineCommand({
  name: "payment-methods.finish-setup",
  permission: "billing.payment-methods.update",
  scope: "account",
  summary: "Save the card or bank account given to the payment provider",
  activity: "save a payment method",
  input,
  output: setupStanding,
  http: { method: "POST", path: "/accounts/{accountId}/payment-method-setups/{setupId}/finish" },
  async run(context, { setupId, ...answer }) {
    const { db, account } = context;
    const setup = await db.paymentMethodSetup.findFirst({ where: { accountId: account.id, id: setupId } });
    if (setup === null) throw notFound(t("Payment method setup not found."));
    const { gateway, gatewayRef, kind, doneAt } = setup;
    if (doneAt === null && gatewayRef === null) {
      throw new Problem("conflict", t("The payment provider couldn't be reached. Start again."));
    }
    if (doneAt === null && gateway === "sandbox") answerFor(context.now, kind, answer);
    return {
      output: { id: setupId, status: "waiting" as const, methodId: null, message: null },
      audit: {
        summary:
          kind === "card"
            ? say("Submitted a card to the payment provider")
            : say("Submitted a bank account to the payment provider"),
        target: { type: "paymentMethodSetup", id: setupId },
      },
    };
  },
  after: async ({ id: setupId }, accountId, answer) => {
    await handOver(accountId ?? "", setupId, answer);
    return { id: setupId, ...(await completeSetup(accountId ?? "", setupId)) };
  },
});

type Answer = Omit<z.output<typeof input>, "setupId">;

/** The values of the sandbox form. */
function answerFor(now: Date, kind: "card" | "sepaDebit", { token, holder, expiry, mandate }: Answer): SandboxAnswer {
  if (holder === "") throw invalidField("holder", t("Enter the name of the card or account holder."));
  if (kind === "sepaDebit" && !mandate) {
    throw invalidField("mandate", t("Accept the mandate so the account can be debited."));
  }
  if (!isTestToken(token, kind)) {
    throw invalidField("token", t("Only test numbers are accepted. Choose one from the list."));
  }
  return { token, holder, ...(kind === "card" ? readExpiry(expiry, now) : { expMonth: null, expYear: null }) };
}

/** Submits the token to the sandbox; Stripe's script does this in the browser. */
async function handOver(accountId: string, setupId: string, answer: Answer): Promise<void> {
  const known = await inAccount(accountId, async ({ db, now }) => ({
    setup: await db.paymentMethodSetup.findFirst({ where: { accountId, id: setupId } }),
    now,
  }));
  const { setup, now } = known;
  if (setup === null || setup.doneAt !== null || setup.gateway !== "sandbox" || setup.gatewayRef === null) return;
  await answerSetup(setup.gatewayRef, setup.kind, answerFor(now, setup.kind, answer));
}
