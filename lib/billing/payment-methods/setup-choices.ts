import { z } from "zod";
import { methodLabel } from "@/lib/billing/core/payment-methods/method-label";
import { activeGatewayName } from "@/lib/billing/gateways/gateway";
import { id } from "@/lib/platform/kernel/ids";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import { knownMethod } from "./known-method";
import { setupChoices } from "./schema";

export const viewSetupChoices = defineQuery({
  name: "payment-methods.view-setup-choices",
  permission: "billing.payment-methods.update",
  scope: "account",
  summary: "View the payment method types that can be added, and the method being replaced",
  activity: "view payment method types",
  input: z.object({ replacesId: id.optional() }),
  output: setupChoices,
  http: { method: "GET", path: "/accounts/{accountId}/payment-method-choices" },
  async run(context, { replacesId }) {
    const replaced = replacesId === undefined ? null : await knownMethod(context, replacesId);
    const others = accessibleWhere(context, "billing.payment-methods.update", { isDefault: true, removedAt: null });
    return {
      online: activeGatewayName(),
      replaces: replaced && { label: methodLabel(replaced), isDefault: replaced.isDefault },
      hasDefault: (await context.db.paymentMethod.count({ where: others })) > 0,
    };
  },
});
