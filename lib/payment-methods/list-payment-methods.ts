import { z } from "zod";
import { defineQuery } from "@/lib/access/operation";
import { rows } from "@/lib/access/rows";
import { paymentMethod } from "./schema";
import { validityOf } from "./validity";

export const listPaymentMethods = defineQuery({
  name: "payment-methods.list",
  permission: "billing.payment-methods.view",
  scope: "account",
  summary: "List the stored cards and bank accounts, the default first",
  input: z.object({}),
  output: z.object({ items: z.array(paymentMethod) }),
  http: { method: "GET", path: "/accounts/{accountId}/payment-methods" },
  async run(context) {
    const found = await context.db.paymentMethod.findMany({
      where: rows(context, "billing.payment-methods.view"),
      select: {
        id: true,
        kind: true,
        brand: true,
        last4: true,
        expMonth: true,
        expYear: true,
        holder: true,
        isDefault: true,
      },
      orderBy: [{ isDefault: "desc" }, { createdAt: "desc" }, { id: "desc" }],
    });
    return { items: found.map((method) => ({ ...method, validity: validityOf(method, context.now) })) };
  },
});
