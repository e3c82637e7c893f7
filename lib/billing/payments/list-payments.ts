import { z } from "zod";
import { loadAllocations } from "@/lib/billing/core/payments/load-allocations";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { countedBy, pageInput, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { type Direction, orderBy, sortInput } from "@/lib/platform/kernel/sort";
import { defineQuery } from "@/lib/platform/operations/operation";
import { paymentFields, toHead, visiblePayments } from "./present-payment";
import { paymentList, paymentStatus } from "./schema";

const orders = {
  at: (sort) => [{ createdAt: sort }],
  status: (sort) => [{ status: sort }, { createdAt: "desc" }],
  method: (sort) => [{ method: sort }, { createdAt: "desc" }],
  who: (sort) => [{ payerName: { sort, nulls: "last" } }, { createdAt: "desc" }],
  amount: (sort) => [{ amountMinor: sort }, { createdAt: "desc" }],
} satisfies Record<string, (sort: Direction) => Prisma.PaymentOrderByWithRelationInput[]>;

export const listPayments = defineQuery({
  name: "payments.list",
  permission: "billing.invoices.view",
  scope: "account",
  summary: "List payments, newest first",
  activity: "view payments",
  input: z.object({ ...pageInput, ...sortInput(orders, "at", "desc"), status: paymentStatus.optional() }),
  output: paymentList,
  http: { method: "GET", path: "/accounts/{accountId}/payments" },
  async run(context, { page, status, ...order }) {
    const where = visiblePayments(context, status === undefined ? {} : { statusKey: status });
    const payments = context.db.payment.findMany({
      where,
      select: paymentFields,
      orderBy: orderBy(orders, order),
      ...pageSlice(page),
    });
    const [found, total] = await Promise.all([
      payments,
      context.db.payment.count({ where, ...countedBy({ createdAt: "desc" }) }),
    ]);
    const allocationsOf = await loadAllocations(context.db, found);
    return pageResult(
      found.map((payment) => toHead({ ...payment, allocations: [...allocationsOf(payment)] })),
      total,
      page,
    );
  },
});
