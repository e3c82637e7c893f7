import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { t, translated } from "@/lib/platform/language/t";
import { defineQuery } from "@/lib/platform/operations/operation";
import { headFields, toHead, visiblePayments } from "./present-payment";
import { paymentDetail } from "./schema";

export const viewPayment = defineQuery({
  name: "payments.view",
  permission: "billing.invoices.view",
  scope: "account",
  summary: "View a payment: invoices, status and next step",
  activity: "view a payment",
  input: z.object({ paymentId: id }),
  output: paymentDetail,
  http: { method: "GET", path: "/accounts/{accountId}/payments/{paymentId}" },
  async run(context, { paymentId }) {
    const payment = await context.db.payment.findFirst({
      where: visiblePayments(context, { id: paymentId }),
      select: {
        ...headFields,
        gateway: true,
        actionUrl: true,
        failureMessage: true,
        paymentMethod: { select: { kind: true } },
        disputes: { where: { status: { not: "won" } }, select: { id: true } },
      },
    });
    if (payment === null) throw notFound(t("Payment not found."));
    return {
      ...toHead(payment),
      kind: payment.paymentMethod?.kind ?? null,
      actionUrl: payment.actionUrl,
      failure: payment.failureMessage && translated(payment.failureMessage),
      disputed: payment.disputes.length > 0,
      sandbox: payment.gateway === "sandbox",
    };
  },
});
