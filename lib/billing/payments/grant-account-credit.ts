import { randomUUID } from "node:crypto";
import { z } from "zod";
import { grantCredit } from "@/lib/billing/core/credits/grant-credit";
import { creditBalance } from "@/lib/billing/core/ledger/credit-balance";
import { currency } from "@/lib/platform/kernel/currencies";
import { money, moneySchema } from "@/lib/platform/kernel/money";
import { reason } from "@/lib/platform/kernel/reason";
import { minorOf, typedAmount } from "@/lib/platform/kernel/typed-amount";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";

/** Grants goodwill credit: no invoice is credited, and it is applied to future invoices. */
export const grantAccountCredit = defineCommand({
  name: "payments.grant-credit",
  permission: "billing.credit.grant",
  scope: "account",
  summary: "Grant account credit",
  activity: "grant account credit",
  input: z.object({ currency, amount: typedAmount, reason }),
  output: z.object({ balance: moneySchema.describe("The account credit balance after the grant") }),
  http: { method: "POST", path: "/accounts/{accountId}/credit", status: 201 },
  once: true,
  async run(context, { currency: code, amount, reason: why }) {
    const amountMinor = minorOf(amount, code, "amount");
    await grantCredit(context, { amountMinor, currency: code, reason: why, source: `credit:${randomUUID()}:granted` });
    const balance = (await creditBalance(context)).get(code) ?? 0n;
    return {
      output: { balance: money(balance, code) },
      audit: {
        summary: say("Granted {amount} account credit", { amount: { minor: String(amountMinor), currency: code } }),
        target: { type: "account", id: context.account.id },
        details: { reason: why },
      },
    };
  },
});
