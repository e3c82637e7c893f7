import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { grantCredit } from "@/lib/billing/core/credits/grant-credit";
import { voidInvoice } from "@/lib/billing/core/invoicing/void-invoice";
import { writeOffInvoice } from "@/lib/billing/core/invoicing/write-off-invoice";
import type { Job } from "@/lib/platform/db/transaction";
import type { AnyOperation, Context } from "@/lib/platform/operations/operation";
import { cancelOrder } from "@/lib/services/orders/cancel-order";
import { orderService } from "@/lib/services/orders/order-service";
import { cancelService } from "@/lib/services/services/cancel-service";
import { changePlan } from "@/lib/services/services/change-plan";
import { keepPlan } from "@/lib/services/services/keep-plan";
import { undoCancellation } from "@/lib/services/services/undo-cancellation";
import * as money from "./money-model";
import * as plain from "./plan-acts";
import { coupons, products } from "./plan-catalogue";
import { runJobs } from "./plan-jobs";
import type { Service, World } from "./plan-model";
import { both, type Customer, creditWhole, pay, refund, settle } from "./plan-pay";
import type { Act } from "./plan-steps";

/** Takes a step on both sides; false if both reject it. The portal must reject what the model doesn't do. */
export async function take(customer: Customer, world: World, act: Act): Promise<boolean> {
  const { account } = customer;
  // Every step gets its own millisecond.
  world.now = new Date(world.now.getTime() + 1);
  const at = <T>(work: (job: Job) => Promise<T>) => account.at(world.now, work);
  const service = "which" in act ? money.pick(world.services, act.which) : undefined;
  const invoice = "which" in act ? money.pick(world.invoices, act.which) : undefined;
  switch (act.do) {
    case "order":
      return order(customer, world, act);
    case "changePlan":
    case "keepPlan":
    case "cancelLater":
    case "cancelNow":
    case "undo":
    case "cancelOrder":
      return service === undefined ? false : ofService(customer, world, service, act);
    case "pay":
      return invoice === undefined ? false : pay(customer, world, invoice, act);
    case "settle": {
      const payment = money.pick(world.money.payments, act.which);
      if (payment !== undefined) await settle(customer, world, payment, act.outcome);
      return payment !== undefined;
    }
    case "refund":
      return refund(customer, world, act);
    case "void":
      if (invoice === undefined) return false;
      return both(plain.takeBackInvoice(world, invoice), () => at((job) => voidInvoice(job, invoice.id)));
    case "writeOff": {
      if (invoice === undefined) return false;
      const allowed = invoice.status === "open" && !money.isReserved(world.money, invoice);
      if (allowed) invoice.status = "uncollectible";
      return both(allowed, () => at((job) => writeOffInvoice(job, invoice.id)));
    }
    case "credit":
      return invoice === undefined ? false : creditWhole(customer, world, invoice);
    case "grant": {
      world.money.credit += act.amount;
      const grant = { amountMinor: act.amount, currency: "EUR", reason: "goodwill", source: `grant:${randomUUID()}` };
      return both(true, () => at((job) => grantCredit(job, grant)));
    }
    case "wait":
      world.now = new Date(world.now.getTime() + act.minutes * 60_000);
      await runJobs(customer, world);
      return true;
    case "waitForRenewal":
      if (service === undefined || service.renews === null || service.renews < world.now) return false;
      world.now = service.renews;
      await runJobs(customer, world);
      return true;
  }
}

/** Runs an operation as the owner, in the transaction an HTTP request would open. */
function ask<Op extends AnyOperation>(customer: Customer, now: Date, operation: Op, input: z.input<Op["input"]>) {
  const { account, viewer, actor } = customer;
  return account.at(now, async (job) => {
    const asked = {
      members: job.people,
      roster: async () => [],
      memberships: async () => [],
      passwordHash: async () => null,
      concerning: async () => {},
    };
    const context = { ...job, viewer, actor, realNow: now, via: "form", ...asked } satisfies Context<"account">;
    return operation.run(context, operation.input.parse(input));
  });
}

function order(customer: Customer, world: World, act: Extract<Act, { do: "order" }>): Promise<boolean> {
  const product = products[act.product % products.length];
  if (product === undefined) throw new Error("There are no products.");
  const coupon = act.coupon === null ? null : (coupons[act.coupon] ?? null);
  const input = { term: act.interval, options: optionsOf(act), name: "order.example", coupon: coupon?.code ?? "" };
  const productId = customer.productIds.get(product.slug) ?? "";
  return both(plain.order(world, product, act, coupon), () =>
    ask(customer, world.now, orderService, { ...input, productId }),
  );
}

const optionsOf = ({ backup }: { readonly backup: string | undefined }): Record<string, string> =>
  backup === undefined ? {} : { backup };

type OfService = Extract<Act, { do: "changePlan" | "keepPlan" | "cancelLater" | "cancelNow" | "undo" | "cancelOrder" }>;

function ofService(customer: Customer, world: World, service: Service, act: OfService): Promise<boolean> {
  const seen = { serviceId: service.id, version: service.version };
  const { now } = world;
  switch (act.do) {
    case "changePlan": {
      const product = products[act.product % products.length] ?? service.product;
      const productId = customer.productIds.get(product.slug) ?? "";
      const input = { ...seen, productId, term: act.interval, options: optionsOf(act), when: act.when };
      const done = plain.changePlan(world, service, product, act, act.when);
      return both(done, () => ask(customer, now, changePlan, input));
    }
    case "keepPlan":
      return both(plain.keepPlan(service), () => ask(customer, now, keepPlan, seen));
    case "cancelLater":
    case "cancelNow": {
      const when = act.do === "cancelNow" ? ("now" as const) : ("periodEnd" as const);
      const input = { ...seen, confirmName: "order.example", when };
      const done = act.do === "cancelNow" ? plain.cancelNow(world, service) : plain.cancelLater(service);
      return both(done, () => ask(customer, now, cancelService, input));
    }
    case "undo":
      return both(plain.undo(service), () => ask(customer, now, undoCancellation, seen));
    case "cancelOrder":
      return both(plain.cancelOrder(world, service), () =>
        ask(customer, now, cancelOrder, { orderId: service.order.id }),
      );
  }
}
