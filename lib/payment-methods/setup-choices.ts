import { z } from "zod";
import { defineQuery } from "@/lib/access/operation";
import { rows } from "@/lib/access/rows";
import { methodLabel } from "@/lib/billing/method-label";
import { activeGatewayName } from "@/lib/gateways/gateway";
import { id } from "@/lib/kernel/ids";
import { knownMethod } from "./known-method";
import { setupChoices } from "./schema";

export const viewSetupChoices = defineQuery({
  name: "payment-methods.setup-choices",
  permission: "billing.payment-methods.update",
  scope: "account",
  summary: "See whether a card or bank account can be added, and whose place it would take",
  input: z.object({ replacesId: id.optional() }),
  output: setupChoices,
  http: { method: "GET", path: "/accounts/{accountId}/payment-method-choices" },
  async run(context, { replacesId }) {
    const replaced = replacesId === undefined ? null : await knownMethod(context, replacesId);
    const others = rows(context, "billing.payment-methods.update", { isDefault: true, removedAt: null });
    return {
      online: activeGatewayName(),
      replaces: replaced && { label: methodLabel(replaced), isDefault: replaced.isDefault },
      hasDefault: (await context.db.paymentMethod.count({ where: others })) > 0,
    };
  },
});
