import { z } from "zod";
import { recordPayment } from "@/lib/billing/core/payments/record-payment";
import { currency } from "@/lib/platform/kernel/currencies";
import { id } from "@/lib/platform/kernel/ids";
import { money, moneySchema } from "@/lib/platform/kernel/money";
import { oneLine } from "@/lib/platform/kernel/one-line";
import { minorOf, typedAmount } from "@/lib/platform/kernel/typed-amount";
import { issue } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";

const input = z.object({
  invoiceIds: z
    .array(id)
    .min(1, issue("Select the invoices the transfer was for."))
    .max(100, issue("Select at most 100.")),
  currency,
  amount: typedAmount,
  reference: z
    .string()
    .overwrite(oneLine)
    .min(3, issue("Enter the transfer's reference from the bank statement."))
    .max(140, issue("Use at most 140 characters."))
    .describe("The bank's reference for the transfer; each can be recorded only once"),
});

export const recordTransfer = defineCommand({
  name: "payments.record-transfer",
  permission: "billing.invoices.manage",
  scope: "account",
  summary: "Record a bank transfer for one or more invoices; any excess becomes account credit",
  activity: "record a bank transfer",
  input,
  output: z.object({ id, amount: moneySchema, credit: moneySchema.describe("Amount added to account credit") }),
  http: { method: "POST", path: "/accounts/{accountId}/payments/transfers", status: 201 },
  once: true,
  async run(context, { invoiceIds, currency: code, amount, reference }) {
    const amountMinor = minorOf(amount, code, "amount");
    const paid = await recordPayment(context, { invoiceIds, amountMinor, currency: code, reference });
    return {
      output: { id: paid.id, amount: money(amountMinor, code), credit: money(paid.creditMinor, code) },
      audit: {
        summary: say("Recorded a bank transfer of {amount}", {
          amount: { minor: String(amountMinor), currency: code },
        }),
        target: { type: "payment", id: paid.id },
        details: { reference },
      },
    };
  },
});
