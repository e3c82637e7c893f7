import { z } from "zod";
import { pageInput, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { defineQuery } from "@/lib/platform/operations/operation";
import { headFields, toHead, visiblePayments } from "./present-payment";
import { paymentList, paymentStatus } from "./schema";

export const listPayments = defineQuery({
  name: "payments.list",
  permission: "billing.invoices.view",
  scope: "account",
  summary: "List payments, the newest first",
  input: z.object({ ...pageInput, status: paymentStatus.optional() }),
  output: paymentList,
  http: { method: "GET", path: "/accounts/{accountId}/payments" },
  async run(context, { page, status }) {
    const where = visiblePayments(context, status === undefined ? {} : { status });
    const found = await context.db.payment.findMany({
      where,
      select: headFields,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      ...pageSlice(page),
    });
    return pageResult(found.map(toHead), await context.db.payment.count({ where }), page);
  },
});
