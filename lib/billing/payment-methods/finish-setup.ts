import { z } from "zod";
import { inAccount } from "@/lib/billing/core/in-account";
import { completeSetup } from "@/lib/billing/core/payment-methods/complete-setup";
import { answerSetup, isTestToken, type SandboxAnswer } from "@/lib/billing/gateways/sandbox/setup";
import { id } from "@/lib/platform/kernel/ids";
import { invalidField, notFound, Problem } from "@/lib/platform/kernel/problem";
import { defineCommand } from "@/lib/platform/operations/operation";
import { readExpiry } from "./expiry";
import { setupStanding } from "./schema";

const input = z.object({
  setupId: id,
  token: z.string().max(100).default("").describe("What the sandbox's form made of the number; Stripe needs none"),
  holder: z.string().trim().max(120, "A name has 120 characters at most.").default(""),
  expiry: z.string().max(20).default("").describe("Month and year of a card, as on it: 04/31"),
  mandate: z.boolean().default(false).describe("The holder of the bank account agrees to be debited"),
});

/** A number, should one arrive in place of a token, is refused before anything keeps it. */
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
    if (setup === null) throw notFound("There is no such card or bank account on its way.");
    const { gateway, gatewayRef, kind, doneAt } = setup;
    if (doneAt === null && gatewayRef === null) {
      throw new Problem("conflict", "The payment provider could not be reached when this began. Begin again.");
    }
    if (doneAt === null && gateway === "sandbox") answerFor(context.now, kind, answer);
    return {
      output: { id: setupId, status: "waiting" as const, methodId: null, message: null },
      audit: {
        summary:
          kind === "card" ? "Gave a card to the payment provider" : "Gave a bank account to the payment provider",
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

/** What the sandbox is to be told, by those who filled its form in. */
function answerFor(now: Date, kind: "card" | "sepaDebit", { token, holder, expiry, mandate }: Answer): SandboxAnswer {
  if (holder === "") throw invalidField("holder", "Write the name of whoever the card or account belongs to.");
  if (kind === "sepaDebit" && !mandate) {
    throw invalidField("mandate", "Without your agreement the account cannot be debited.");
  }
  if (!isTestToken(token, kind)) {
    throw invalidField("token", "The sandbox takes its test numbers and no others. Choose one of them.");
  }
  return { token, holder, ...(kind === "card" ? readExpiry(expiry, now) : { expMonth: null, expYear: null }) };
}

/** What Stripe's script does by itself in the browser. */
async function handOver(accountId: string, setupId: string, answer: Answer): Promise<void> {
  const known = await inAccount(accountId, async ({ db, now }) => ({
    setup: await db.paymentMethodSetup.findFirst({ where: { accountId, id: setupId } }),
    now,
  }));
  const { setup, now } = known;
  if (setup === null || setup.doneAt !== null || setup.gateway !== "sandbox" || setup.gatewayRef === null) return;
  await answerSetup(setup.gatewayRef, setup.kind, answerFor(now, setup.kind, answer));
}
