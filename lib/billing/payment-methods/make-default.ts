import { z } from "zod";
import { lockMoney } from "@/lib/billing/core/billing-context";
import { methodLabel } from "@/lib/billing/core/payment-methods/method-label";
import { retryAutomatic } from "@/lib/billing/core/payments/retry-automatic";
import { id } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { knownMethod } from "./known-method";
import { validityOf } from "./validity";

export const makeDefault = defineCommand({
  name: "payment-methods.make-default",
  permission: "billing.payment-methods.update",
  scope: "account",
  summary: "Make a stored card or bank account the default for autopay",
  activity: "change the default payment method",
  input: z.object({ methodId: id }),
  output: z.object({ id }),
  http: { method: "POST", path: "/accounts/{accountId}/payment-methods/{methodId}/default" },
  async run(context, { methodId }) {
    await lockMoney(context);
    const method = await knownMethod(context, methodId);
    if (validityOf(method, context.now) === "expired")
      throw new Problem("conflict", t("This card has expired. Replace it, or choose another payment method."));
    const mine = (extra: object) => accessibleWhere(context, "billing.payment-methods.update", extra);
    await context.db.paymentMethod.updateMany({ where: mine({ isDefault: true }), data: { isDefault: false } });
    await context.db.paymentMethod.updateMany({ where: mine({ id: methodId }), data: { isDefault: true } });
    await retryAutomatic(context);
    return {
      output: { id: methodId },
      audit: {
        summary: say("Made {method} the default payment method", { method: methodLabel(method) }),
        target: { type: "paymentMethod", id: methodId },
      },
    };
  },
});
