import { z } from "zod";
import { defineCommand } from "@/lib/access/operation";
import { giveUpPayment } from "@/lib/billing/ask-after-payment";
import { id } from "@/lib/kernel/ids";
import { Problem } from "@/lib/kernel/problem";
import { ownPayment } from "./own-payment";
import { paymentStatus } from "./schema";

/** Frees its invoices to be paid another way. Where the bank was faster the answer says so. */
export const cancelPayment = defineCommand({
  name: "payments.cancel",
  permission: "billing.invoices.pay",
  scope: "account",
  summary: "Give up a payment that waits for its payer to confirm it",
  input: z.object({ paymentId: id }),
  output: z.object({ id, status: paymentStatus }),
  http: { method: "POST", path: "/accounts/{accountId}/payments/{paymentId}/cancel" },
  async run(context, { paymentId }) {
    const { status, method } = await ownPayment(context, paymentId);
    if (status !== "actionRequired") throw new Problem("conflict", "This payment does not wait for anybody any more.");
    return {
      output: { id: paymentId, status },
      audit: { summary: `Gave up a payment by ${method}`, target: { type: "payment", id: paymentId } },
    };
  },
  after: async (output, accountId) => ({ ...output, status: await giveUpPayment(accountId ?? "", output.id) }),
});
