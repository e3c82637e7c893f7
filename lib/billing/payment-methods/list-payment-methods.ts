import { z } from "zod";
import { activeGatewayName } from "@/lib/billing/gateways/gateway";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import { nextCharge } from "./next-charge";
import { paymentMethodList } from "./schema";
import { validityOf } from "./validity";

export const listPaymentMethods = defineQuery({
  name: "payment-methods.list",
  permission: "billing.payment-methods.view",
  scope: "account",
  summary: "List stored cards and bank accounts, default first, with the autopay status",
  activity: "view payment methods",
  input: z.object({}),
  output: paymentMethodList,
  http: { method: "GET", path: "/accounts/{accountId}/payment-methods" },
  async run(context) {
    const { db, account, now } = context;
    const methods = db.paymentMethod.findMany({
      where: accessibleWhere(context, "billing.payment-methods.view", { removedAt: null }),
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
    const setting = db.account.findUniqueOrThrow({ where: { id: account.id }, select: { autopay: true } });
    const [found, { autopay }, next] = await Promise.all([methods, setting, nextCharge(context)]);
    return {
      items: found.map((method) => ({ ...method, validity: validityOf(method, now) })),
      autopay: { on: autopay, next },
      online: activeGatewayName(),
    };
  },
});
