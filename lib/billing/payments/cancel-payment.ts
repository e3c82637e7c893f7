import { z } from "zod";
import { giveUpPayment } from "@/lib/billing/core/payments/refresh-payment";
import { id } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { ownPayment } from "./own-payment";
import { paymentStatus } from "./schema";

/**
 * Cancels a payment so its invoices can be paid another way. If the bank has already decided, that result is returned.
 */
export const cancelPayment = defineCommand({
  name: "payments.cancel",
  permission: "billing.invoices.pay",
  scope: "account",
  summary: "Cancel a payment awaiting the payer's confirmation",
  activity: "cancel a payment",
  input: z.object({ paymentId: id }),
  output: z.object({ id, status: paymentStatus }),
  http: { method: "POST", path: "/accounts/{accountId}/payments/{paymentId}/cancel" },
  async run(context, { paymentId }) {
    const { status, method } = await ownPayment(context, paymentId);
    if (status !== "actionRequired")
      throw new Problem("conflict", t("This payment can no longer be cancelled. Refresh the page to see its status."));
    return {
      output: { id: paymentId, status },
      audit: {
        summary: say("Cancelled a payment by {method}", { method }),
        target: { type: "payment", id: paymentId },
      },
    };
  },
  after: async (output, accountId) => ({ ...output, status: await giveUpPayment(accountId ?? "", output.id) }),
});
