import { z } from "zod";
import { refreshPayment } from "@/lib/billing/core/payments/refresh-payment";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { ownPayment } from "./own-payment";
import { paymentStatus } from "./schema";

export const checkPayment = defineCommand({
  name: "payments.check",
  permission: "billing.invoices.pay",
  scope: "account",
  summary: "Refresh a payment's status from the payment provider",
  activity: "check a payment",
  input: z.object({ paymentId: id }),
  output: z.object({ id, status: paymentStatus }),
  http: { method: "POST", path: "/accounts/{accountId}/payments/{paymentId}/check" },
  async run(context, { paymentId }) {
    const { status, method } = await ownPayment(context, paymentId);
    return {
      output: { id: paymentId, status },
      audit: {
        summary: say("Checked the status of a payment by {method}", { method }),
        target: { type: "payment", id: paymentId },
      },
    };
  },
  after: async (output, accountId) => ({ ...output, status: await refreshPayment(accountId ?? "", output.id) }),
});
