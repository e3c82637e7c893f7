import { z } from "zod";
import type { IssuedInvoice } from "@/lib/billing/core/invoicing/book-invoice";
import { issueInvoice } from "@/lib/billing/core/invoicing/issue-invoice";
import { setUpPaidOrders } from "@/lib/billing/core/orders/set-up-paid-orders";
import { redeemCode } from "@/lib/billing/core/pricing/coupon-code";
import { dueDate, schedule } from "@/lib/billing/core/renewals/schedule";
import { id } from "@/lib/platform/kernel/ids";
import { moneySchema } from "@/lib/platform/kernel/money";
import { invalidField, notFound, Problem } from "@/lib/platform/kernel/problem";
import { issue } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { canSome } from "@/lib/policy/evaluate";
import { type CatalogueProduct, currencyOf, loadProduct } from "@/lib/services/core/catalogue";
import { choosePlan, locationOf, type Plan } from "@/lib/services/core/plan";
import { serviceName, term, wantedOptions } from "@/lib/services/core/schema";
import { couponCode, useCredit } from "@/lib/services/orders/schema";
import { notifyOrder } from "./notify-order";
import { orderLines } from "./order-lines";

const input = z.object({
  productId: id,
  term,
  options: wantedOptions,
  name: serviceName,
  coupon: couponCode,
  useCredit,
  note: z.string().trim().max(1000, issue("A note can have up to 1,000 characters.")).default(""),
  totalSeen: moneySchema.shape.amountMinor
    .optional()
    .describe("The total shown to the customer, in minor units; the order is rejected if it has changed"),
});

/**
 * The policy reserves ordering to the owner, and to those the owner lets order. The service stays `pending`
 * until its invoice is paid, and is set up immediately if nothing is due; the account's owner is notified.
 */
export const orderService = defineCommand({
  name: "services.order",
  permission: "services.order",
  scope: "account",
  alsoChecks: ["billing.prices.view"],
  summary: "Order a service",
  activity: "order a service",
  lockAccount: true,
  once: true,
  input,
  output: z.object({ id, number: z.int(), serviceId: id }),
  http: { method: "POST", path: "/accounts/{accountId}/orders", status: 201 },
  async run(context, { productId, note, totalSeen, ...wanted }) {
    const { db, account } = context;
    const product = await loadProduct(db, productId, await currencyOf(db, account.id));
    if (product === null) throw invalidField("productId", t("This product is no longer available."));
    const plan = choosePlan(product, wanted.term, wanted.options);
    const { order, invoice } = await place(context, product, plan, { ...wanted, note });
    refuseOtherTotal(context, invoice, totalSeen);
    await notifyOrder(context, { ...order, note, product: product.name, name: wanted.name, plan, invoice });
    return {
      output: order,
      audit: {
        summary: say("Ordered {product} as {name} (order #{number})", {
          product: product.name,
          name: wanted.name,
          number: order.number,
        }),
        target: { type: "service", id: order.serviceId },
        details: { orderId: order.id, productId },
      },
    };
  },
});

/** Throws, and so rolls everything back. Viewers who can't see prices must not find them out by trying. */
function refuseOtherTotal(context: Context, { totalMinor }: IssuedInvoice, seen: number | undefined): void {
  if (seen === undefined || BigInt(seen) === totalMinor || !canSome(context.viewer, "billing.prices.view")) return;
  throw new Problem("conflict", t("The total has changed. Review the order before placing it."));
}

interface Wanted {
  readonly name: string;
  readonly coupon: string;
  readonly useCredit: boolean;
  readonly note: string;
}

async function place(context: Context<"account">, product: CatalogueProduct, plan: Plan, wanted: Wanted) {
  const { db, account, actor, now } = context;
  const { contactId } = actor;
  if (contactId === null) throw notFound(t("Order not found."));
  const { interval, currency, options, priceMinor } = plan;
  const of = { accountId: account.id, productId: product.id, priceMinor, currency };
  const service = await db.service.create({
    data: {
      ...of,
      name: wanted.name,
      location: locationOf(plan),
      options,
      interval,
      status: "pending",
      startedAt: now,
      createdAt: now,
    },
    select: { id: true, name: true },
  });
  const coupon = wanted.coupon === "" ? null : await redeemCode(context, wanted.coupon, currency);
  const lines = orderLines(product, plan, service);
  const invoice = await issueInvoice(context, {
    currency,
    lines,
    dueAt: dueDate(schedule(), now, now),
    useCredit: wanted.useCredit,
  });
  const order = await db.order.create({
    data: {
      ...of,
      contactId,
      serviceId: service.id,
      invoiceId: invoice.id,
      couponId: coupon?.id ?? null,
      note: wanted.note === "" ? null : wanted.note,
      createdAt: now,
    },
    select: { id: true, number: true, serviceId: true },
  });
  await setUpPaidOrders(context, invoice.id);
  return { order, invoice };
}
