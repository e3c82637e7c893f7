import { z } from "zod";
import { activeGatewayName } from "@/lib/billing/gateways/gateway";
import { countedBy, FORMS_PAGE_SIZE, pageInput, pageResult, pageSlice } from "@/lib/platform/kernel/page";
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
  input: z.object(pageInput),
  output: paymentMethodList,
  http: { method: "GET", path: "/accounts/{accountId}/payment-methods" },
  async run(context, { page }) {
    const { db, account, now } = context;
    const where = accessibleWhere(context, "billing.payment-methods.view", { removedAt: null });
    const methods = db.paymentMethod.findMany({
      where,
      select: columns,
      orderBy: [{ isDefault: "desc" }, { createdAt: "desc" }, { id: "desc" }],
      ...pageSlice(page, FORMS_PAGE_SIZE),
    });
    const charged = db.paymentMethod.findFirst({ where: { AND: [where, { isDefault: true }] }, select: columns });
    const counted = db.paymentMethod.count({ where, ...countedBy({ createdAt: "desc" }) });
    const setting = db.account.findUniqueOrThrow({ where: { id: account.id }, select: { autopay: true } });
    const [found, preferred, total, { autopay }, next] = await Promise.all([
      methods,
      charged,
      counted,
      setting,
      nextCharge(context),
    ]);
    const withValidity = (method: NonNullable<typeof preferred>) => ({ ...method, validity: validityOf(method, now) });
    return {
      ...pageResult(found.map(withValidity), total, page, FORMS_PAGE_SIZE),
      default: preferred && withValidity(preferred),
      autopay: { on: autopay, next },
      online: activeGatewayName(),
    };
  },
});

const columns = {
  id: true,
  kind: true,
  brand: true,
  last4: true,
  expMonth: true,
  expYear: true,
  holder: true,
  isDefault: true,
} as const;
