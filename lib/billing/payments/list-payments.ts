import { z } from "zod";
import { loadAllocations } from "@/lib/billing/core/payments/load-allocations";
import { PaymentStatus } from "@/lib/platform/db/enum-values";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { keysetList } from "@/lib/platform/kernel/keyset-list";
import { countedBy, cursorInput } from "@/lib/platform/kernel/page";
import { type Direction, sortInput } from "@/lib/platform/kernel/sort";
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
  input: z.object({ ...cursorInput, ...sortInput(orders, "at", "desc"), status: paymentStatus.optional() }),
  output: paymentList,
  http: { method: "GET", path: "/accounts/{accountId}/payments" },
  async run(context, asked) {
    const { db } = context;
    const list = keysetList("payments.list", orders, asked, { status: PaymentStatus });
    const where = visiblePayments(context, asked.status === undefined ? {} : { statusKey: asked.status });
    const select = list.select(paymentFields);
    const [found, total] = await Promise.all([
      list.read((part) => db.payment.findMany({ ...part, where: { AND: [where, part.where] }, select })),
      db.payment.count({ where, ...countedBy({ createdAt: "desc" }) }),
    ]);
    const page = list.page(found, total);
    const allocationsOf = await loadAllocations(db, page.items);
    const items = page.items.map((payment) => toHead({ ...payment, allocations: [...allocationsOf(payment)] }));
    return { ...page, items };
  },
});
