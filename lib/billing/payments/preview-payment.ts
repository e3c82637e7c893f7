import { z } from "zod";
import { activeGatewayName } from "@/lib/billing/gateways/gateway";
import { isoOrNull } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { money } from "@/lib/platform/kernel/money";
import { issue } from "@/lib/platform/language/msg";
import { defineQuery } from "@/lib/platform/operations/operation";
import { canSome } from "@/lib/policy/evaluate";
import { creditFor } from "./credit-for";
import { payableInvoices } from "./payable-invoices";
import { paymentPreview } from "./schema";
import { defaultMethod, usableMethods } from "./usable-methods";

export const previewPayment = defineQuery({
  name: "payments.preview",
  permission: "billing.invoices.pay",
  scope: "account",
  summary: "Preview the amount and the payment methods for paying invoices",
  activity: "preview a payment",
  input: z.object({
    invoiceIds: z
      .array(id)
      .min(1, issue("Select at least one invoice."))
      .max(50, issue("You can pay at most 50 invoices at once.")),
  }),
  output: paymentPreview,
  http: { method: "GET", path: "/accounts/{accountId}/payment-preview" },
  async run(context, { invoiceIds }) {
    const invoices = await payableInvoices(context, invoiceIds);
    const currency = invoices[0]?.currency ?? "";
    const underWay = await context.db.paymentAllocation.findMany({
      where: { accountId: context.account.id, invoiceId: { in: invoices.map((one) => one.id) }, state: "reserved" },
      select: { paymentId: true, invoice: { select: { number: true } } },
    });
    return {
      invoices: invoices.map((one) => ({
        id: one.id,
        number: one.number,
        due: money(one.dueMinor, one.currency),
        dueAt: isoOrNull(one.dueAt),
      })),
      total: money(
        invoices.reduce((sum, { dueMinor }) => sum + dueMinor, 0n),
        currency,
      ),
      ...(canSome(context.viewer, "billing.credit.view")
        ? { credit: money(await creditFor(context, invoices), currency) }
        : {}),
      methods: await usableMethods(context, currency),
      canUseDefault: (await defaultMethod(context, currency)) !== null,
      online: activeGatewayName(),
      underWay: underWay.map(({ paymentId, invoice }) => ({ paymentId, number: invoice.number ?? "" })),
    };
  },
});
