import { z } from "zod";
import { refreshPayment } from "@/lib/billing/core/payments/refresh-payment";
import { answerCharge } from "@/lib/billing/gateways/sandbox/charge";
import { id } from "@/lib/platform/kernel/ids";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { ownPayment } from "./own-payment";
import { paymentStatus } from "./schema";

/** The payer's answer on the sandbox bank's page; a real bank hosts its own. */
export const confirmSandboxPayment = defineCommand({
  name: "payments.confirm-sandbox",
  permission: "billing.invoices.pay",
  scope: "account",
  summary: "Approve or decline a payment at the sandbox bank",
  activity: "confirm a test payment",
  input: z.object({ paymentId: id, answer: z.enum(["approve", "refuse"]) }),
  output: z.object({ id, status: paymentStatus }),
  http: { method: "POST", path: "/accounts/{accountId}/payments/{paymentId}/bank" },
  async run(context, { paymentId, answer }) {
    const { status, gateway, method } = await ownPayment(context, paymentId);
    if (gateway !== "sandbox") throw notFound(t("Test payment not found."));
    if (status !== "actionRequired")
      throw new Problem("conflict", t("This payment no longer needs confirmation. Open it to see its status."));
    return {
      output: { id: paymentId, status },
      audit: {
        summary:
          answer === "approve"
            ? say("Confirmed a payment by {method} at the bank", { method })
            : say("Declined a payment by {method} at the bank", { method }),
        target: { type: "payment", id: paymentId },
      },
    };
  },
  after: async (output, accountId, { answer }) => {
    await answerCharge(output.id, answer === "approve");
    return { ...output, status: await refreshPayment(accountId ?? "", output.id) };
  },
});
