import { randomUUID } from "node:crypto";
import fc from "fast-check";
import Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { inAccount } from "@/lib/billing/core/in-account";
import { reservePayment } from "@/lib/billing/core/payments/reserve-payment";
import { reserveRefund } from "@/lib/billing/core/refunds/reserve-refund";
import { stripeWebhook } from "@/lib/http/stripe-webhook";
import { log } from "@/lib/platform/logging/log";
import { buildInvoice } from "@/prisma/seed/builders/invoice";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import type { FakeStripe } from "@/tests/fixtures/stripe/fake-stripe";
import {
  cardIntent,
  chargeObject,
  disputeObject,
  eventOf,
  type Fields,
  type Intent,
  refundObject,
} from "@/tests/fixtures/stripe/objects";
import { stripeInUse, WEBHOOK_SECRET } from "@/tests/fixtures/stripe/stripe-in-use";

let portal: TestPortal;
let stripe: FakeStripe;
let northwind: string;
beforeAll(async () => {
  stripe = await stripeInUse();
  portal = await testPortal();
  northwind = portal.demo.northwind.id;
});
afterAll(async () => {
  await portal.close();
  await stripe.close();
});

/** A reserved payment of 12.10 at Stripe, as Stripe represents it. */
async function paying(): Promise<{
  paymentId: string;
  invoiceId: string;
  intent: Partial<Intent> & { amount: number };
}> {
  const { id: methodId } = await portal.owner.paymentMethod.create({
    data: {
      accountId: northwind,
      kind: "card",
      gateway: "stripe",
      gatewayRef: "pm_1",
      brand: "Visa",
      last4: "4242",
      holder: "A",
    },
  });
  const invoiceId = await buildInvoice(portal.owner, northwind, {
    number: `T-${randomUUID()}`,
    status: "open",
    issuedAt: new Date(),
    lines: [{ description: "Server", unitMinor: 1000 }],
  });
  const reserved = await inAccount(northwind, (job) =>
    reservePayment(job, { invoices: [{ id: invoiceId }], methodId, origin: "person", payer: null }),
  );
  const { paymentId } = reserved;
  const intent = { id: `pi_${randomUUID()}`, amount: 1210, metadata: { payment: paymentId, account: northwind } };
  return { paymentId, invoiceId, intent };
}

const delivery = (body: string, header: string) =>
  stripeWebhook(
    new Request("http://localhost/api/webhooks/stripe", {
      method: "POST",
      body,
      headers: { "stripe-signature": header },
    }),
  );

/** Signed with the SDK's own helper. */
async function deliver(event: Fields, options: { secret?: string; timestamp?: number } = {}): Promise<Response> {
  const payload = JSON.stringify(event);
  const header = new Stripe("sk_test_1").webhooks.generateTestHeaderString({
    payload,
    secret: WEBHOOK_SECRET,
    ...options,
  });
  return delivery(payload, header);
}
const told = async (type: string, object: Fields, fields: Fields = {}) => {
  const response = await deliver(eventOf(type, object, fields));
  expect(response.status).toBe(200);
  return (await response.json()).outcome as string;
};

const paymentOf = (id: string) => portal.owner.payment.findUniqueOrThrow({ where: { id } });
const invoiceOf = (id: string) => portal.owner.invoice.findUniqueOrThrow({ where: { id } });
const entriesOf = (paymentId: string) =>
  portal.owner.ledgerEntry.count({ where: { source: `payment:${paymentId}:received` } });

describe("webhook authentication", () => {
  test("a wrong secret, an old timestamp, another body or no signature is rejected and saves nothing", async () => {
    const { paymentId, intent } = await paying();
    const event = eventOf("payment_intent.succeeded", cardIntent(intent));
    const old = Math.floor(Date.now() / 1000) - 600;
    const payload = JSON.stringify(event);
    const header = new Stripe("sk_test_1").webhooks.generateTestHeaderString({ payload, secret: WEBHOOK_SECRET });
    for (const refused of [
      await deliver(event, { secret: "whsec_other" }),
      await deliver(event, { timestamp: old }),
      await delivery(payload.replace('"amount":1210', '"amount":1'), header),
      await delivery(payload, ""),
    ]) {
      expect(refused.status).toBe(400);
      expect(await refused.text()).not.toContain(paymentId);
    }
    expect(await paymentOf(paymentId)).toMatchObject({ status: "processing", gatewayRef: null });
    expect(await portal.owner.gatewayEvent.count({ where: { eventId: String(event.id) } })).toBe(0);
    expect((await delivery(payload, header)).status).toBe(200);
    expect(await paymentOf(paymentId)).toMatchObject({ status: "succeeded" });
  });

  test("a signature from the future is rejected like one from the past", async () => {
    const event = eventOf("customer.created", { id: "cus_1", object: "customer" });
    const at = (seconds: number) => ({ timestamp: Math.floor(Date.now() / 1000) + seconds });
    expect((await deliver(event, at(600))).status).toBe(400);
    expect((await deliver(event, at(240))).status).toBe(200);
    expect((await deliver({ ...event, id: "evt_other" }, at(-240))).status).toBe(200);
  });

  test("an oversized body is rejected without being read to the end", async () => {
    expect((await delivery("x".repeat(300_000), "t=1,v1=00")).status).toBe(413);
  });
});

describe("payment events", () => {
  test("a payment goes from processing to confirmation to failed and releases its invoice", async () => {
    const { paymentId, intent } = await paying();
    const waiting = { ...intent, amount_received: 0 };
    await told("payment_intent.processing", cardIntent({ ...waiting, status: "processing" }));
    expect(await paymentOf(paymentId)).toMatchObject({ status: "processing", gatewayRef: intent.id });
    const next_action = {
      type: "redirect_to_url",
      redirect_to_url: { url: "https://hooks.stripe.com/3ds", return_url: "x" },
    };
    await told("payment_intent.requires_action", cardIntent({ ...waiting, status: "requires_action", next_action }));
    expect(await paymentOf(paymentId)).toMatchObject({
      status: "actionRequired",
      actionUrl: "https://hooks.stripe.com/3ds",
    });
    const last_payment_error = {
      type: "card_error",
      code: "card_declined",
      decline_code: "stolen_card",
      message: "Stolen.",
    };
    const declined = cardIntent({ ...waiting, status: "requires_payment_method", last_payment_error });
    expect(await told("payment_intent.payment_failed", declined)).toBe("payment failed");
    expect(await paymentOf(paymentId)).toMatchObject({
      failureCode: "stolen_card",
      failureMessage: "The bank declined the payment.",
    });
    const [allocation] = await portal.owner.paymentAllocation.findMany({ where: { paymentId } });
    expect(allocation?.state).toBe("released");
  });

  test("twenty concurrent deliveries of one or many events book the payment once", async () => {
    const { paymentId, invoiceId, intent } = await paying();
    const one = eventOf("payment_intent.succeeded", cardIntent(intent));
    const events = Array.from({ length: 20 }, (_, index) => (index % 2 ? one : { ...one, id: `evt_${randomUUID()}` }));
    const answers = await Promise.all(events.map((event) => deliver(event)));
    expect(answers.map(({ status }) => status)).toEqual(events.map(() => 200));
    expect(await entriesOf(paymentId)).toBe(1);
    expect(await invoiceOf(invoiceId)).toMatchObject({ status: "paid", paidMinor: 1210n });
    expect(await (await deliver(one)).json()).toEqual({ outcome: "already processed" });
  });

  test("an outdated event changes nothing", async () => {
    const { paymentId, invoiceId, intent } = await paying();
    await told("payment_intent.succeeded", cardIntent(intent));
    await told("payment_intent.processing", cardIntent({ ...intent, status: "processing", amount_received: 0 }));
    await told(
      "payment_intent.payment_failed",
      cardIntent({ ...intent, status: "requires_payment_method", amount_received: 0 }),
    );
    expect(await paymentOf(paymentId)).toMatchObject({ status: "succeeded" });
    expect(await invoiceOf(invoiceId)).toMatchObject({ status: "paid" });
  });

  test("a payment reported as failed can still succeed", async () => {
    const { paymentId, invoiceId, intent } = await paying();
    await told(
      "payment_intent.payment_failed",
      cardIntent({ ...intent, status: "requires_payment_method", amount_received: 0 }),
    );
    await told("payment_intent.succeeded", cardIntent(intent));
    expect(await paymentOf(paymentId)).toMatchObject({ status: "succeeded", failureCode: null });
    expect(await entriesOf(paymentId)).toBe(1);
    expect(await invoiceOf(invoiceId)).toMatchObject({ paidMinor: 1210n });
  });

  test.each<[string, (id: string, known: Intent) => Fields]>([
    ["another amount", (_, known) => ({ ...known, amount: 1, amount_received: 1 })],
    ["another currency", (_, known) => ({ ...known, currency: "usd" })],
    ["another account", (globex, known) => ({ ...known, metadata: { ...known.metadata, account: globex } })],
    ["an unknown payment", (_, known) => ({ ...known, metadata: { ...known.metadata, payment: randomUUID() } })],
  ])("%s is rejected with a reason, and nothing is booked", async (_, changed) => {
    const { paymentId, invoiceId, intent } = await paying();
    const event = changed(portal.demo.globex.id, cardIntent(intent));
    expect(await told("payment_intent.succeeded", event)).toMatch(/^rejected: /);
    expect(await paymentOf(paymentId)).toMatchObject({ status: "processing" });
    expect(await entriesOf(paymentId)).toBe(0);
    expect(await invoiceOf(invoiceId)).toMatchObject({ status: "open", paidMinor: 0n });
  });

  test("events of other programs or without required action are accepted and ignored", async () => {
    expect(await told("payment_intent.succeeded", cardIntent({ amount: 1 }))).toBe("no action needed");
    expect(await told("customer.created", { id: "cus_1", object: "customer" })).toBe("no action needed");
  });
});

describe("an unusable event is answered 200, changes nothing and is logged", () => {
  const ignored = async (event: unknown) => {
    const logged = vi.spyOn(log(), "warn").mockImplementation(() => {});
    const response = await deliver(event as Fields);
    const lines = logged.mock.calls.map((line) => JSON.stringify(line));
    logged.mockRestore();
    expect(response.status).toBe(200);
    return { outcome: ((await response.json()) as { outcome: string }).outcome, lines };
  };
  const nul = "a\u0000b";
  const intent = () => cardIntent({ amount: 1210, metadata: { payment: randomUUID(), account: northwind } });

  test.each<[string, () => unknown]>([
    ["nothing", () => ({})],
    ["a list", () => []],
    ["null", () => null],
    ["a string", () => "paid"],
    ["an event without an object", () => ({ ...eventOf("payment_intent.succeeded", {}), data: {} })],
    ["an id with NUL", () => ({ ...eventOf("customer.created", {}), id: nul })],
    ["a type with NUL", () => eventOf(nul, {})],
    ["an id that is a number", () => ({ ...eventOf("customer.created", {}), id: 7 })],
    ["no mode", () => ({ ...eventOf("customer.created", {}), livemode: undefined })],
    ["live mode with a test key", () => eventOf("payment_intent.succeeded", intent(), { livemode: true })],
    [
      "the future",
      () => eventOf("payment_intent.succeeded", intent(), { created: Math.floor(Date.now() / 1000) + 86_400 }),
    ],
    ["a year beyond dates", () => eventOf("customer.created", {}, { created: 9e15 })],
    ["no amount", () => eventOf("payment_intent.succeeded", { ...intent(), amount_received: undefined })],
    ["half a cent", () => eventOf("payment_intent.succeeded", { ...intent(), amount_received: 0.5 })],
    ["an invalid currency", () => eventOf("payment_intent.succeeded", { ...intent(), currency: null })],
    [
      "a message with NUL",
      () => eventOf("payment_intent.payment_failed", { ...intent(), last_payment_error: { message: nul } }),
    ],
    [
      "a refund without an id",
      () => eventOf("refund.updated", { metadata: { refund: randomUUID(), account: northwind } }),
    ],
    ["a dispute without a charge", () => eventOf("charge.dispute.created", {})],
    [
      "a dispute with NUL",
      () => eventOf("charge.dispute.closed", { ...disputeObject({ amount: 1, payment_intent: "pi_1" }), reason: nul }),
    ],
    ["a setup without an id", () => eventOf("setup_intent.succeeded", {})],
    ["a setup whose id is a path", () => eventOf("setup_intent.succeeded", { id: "../customers" })],
  ])("%s", async (_, event) => {
    const { outcome, lines } = await ignored(event());
    expect(outcome).toMatch(/^ignored: /);
    expect(lines).toEqual([expect.stringMatching(/A Stripe webhook was ignored/)]);
  });

  test.each<[string, string, () => Fields]>([
    [
      "a payment of another program",
      "payment_intent.succeeded",
      () => ({ ...intent(), metadata: { payment: "4711", account: "shop" } }),
    ],
    [
      "metadata with NUL",
      "payment_intent.succeeded",
      () => ({ ...intent(), metadata: { payment: nul, account: nul } }),
    ],
    ["a payment without metadata", "payment_intent.succeeded", () => ({ id: "pi_1" })],
    ["an empty payment", "payment_intent.payment_failed", () => ({})],
    ["an empty refund", "refund.updated", () => ({})],
    ["a charge without refunds", "charge.refunded", () => ({})],
    ["a setup unknown to Stripe", "setup_intent.succeeded", () => ({ id: "seti_unknown" })],
  ])("%s", async (_, type, object) => {
    expect(await told(type, object())).toMatch(/^(no action needed$|rejected: )/);
  });

  test("any object contents", async () => {
    const types = [
      "payment_intent.succeeded",
      "refund.updated",
      "charge.refunded",
      "charge.dispute.closed",
      "charge.dispute.created",
    ];
    const logged = [vi.spyOn(log(), "warn"), vi.spyOn(log(), "error")].map((spy) => spy.mockImplementation(() => {}));
    const known = fc.constantFrom(...Object.keys(intent()), "refunds", "payment_intent", "reason", "failure_reason");
    const object = fc.oneof(
      fc.dictionary(known, fc.jsonValue()),
      fc.dictionary(known, fc.jsonValue()).map((fields) => ({ ...intent(), ...fields })),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...types), object, async (type, fields) => {
        expect((await deliver(eventOf(type, fields))).status).toBe(200);
      }),
      { numRuns: 150 },
    );
    for (const spy of logged) spy.mockRestore();
  });
});

describe("refund and dispute events", () => {
  const paid = async () => {
    const made = await paying();
    await told("payment_intent.succeeded", cardIntent(made.intent));
    return made;
  };

  test("a refund is settled by its own events in any order, and `charge.refunded` adds nothing", async () => {
    const { paymentId, intent } = await paid();
    const { refundId } = await inAccount(northwind, (job) =>
      reserveRefund(job, { paymentId, amountMinor: 500n, reason: "Goodwill", issuedByName: "Acc", from: "invoices" }),
    );
    const refund = refundObject({
      amount: 500,
      payment_intent: intent.id,
      metadata: { refund: refundId, account: northwind },
    });
    const standing = () => portal.owner.refund.findUniqueOrThrow({ where: { id: refundId } });
    await told("refund.created", { ...refund, status: "pending" });
    expect(await standing()).toMatchObject({ status: "processing" });
    expect(await told("charge.refunded", chargeObject({ amount: 500, payment_intent: intent.id }))).toBe(
      "no action needed",
    );
    await told("refund.updated", refund);
    expect(await standing()).toMatchObject({ status: "succeeded", gatewayRef: refund.id });
    await told("refund.updated", { ...refund, status: "pending" });
    expect(await standing()).toMatchObject({ status: "succeeded" });
    expect(await paymentOf(paymentId)).toMatchObject({ refundedMinor: 500n });
  });

  test("a dispute holds the money and, if lost, makes the invoice due again, even if events arrive out of order", async () => {
    for (const order of [
      ["created", "closed"],
      ["closed", "created"],
    ]) {
      const { paymentId, invoiceId, intent } = await paid();
      const dispute = disputeObject({ amount: 1210, payment_intent: intent.id });
      for (const what of order) {
        const status = what === "closed" ? "lost" : "needs_response";
        await told(`charge.dispute.${what}`, { ...dispute, status });
      }
      expect(await portal.owner.dispute.findFirstOrThrow({ where: { paymentId } })).toMatchObject({ status: "lost" });
      expect(await invoiceOf(invoiceId)).toMatchObject({ status: "open", paidMinor: 0n });
    }
  });

  test("a dispute reported before its payment is redelivered until the payment has arrived", async () => {
    const { paymentId, invoiceId, intent } = await paying();
    const underWay = cardIntent({ ...intent, amount_received: 0, status: "processing" });
    stripe.intents.set(intent.id ?? "", underWay as Intent);
    await told("payment_intent.processing", underWay);
    const event = eventOf("charge.dispute.closed", {
      ...disputeObject({ amount: 1210, payment_intent: intent.id }),
      status: "lost",
    });
    expect((await deliver(event)).status).toBe(500);
    expect(await portal.owner.dispute.count({ where: { paymentId } })).toBe(0);
    await told("payment_intent.succeeded", cardIntent(intent));
    expect(await invoiceOf(invoiceId)).toMatchObject({ status: "paid" });
    expect(await (await deliver(event)).json()).toEqual({ outcome: "dispute lost" });
    expect(await invoiceOf(invoiceId)).toMatchObject({ status: "open", paidMinor: 0n });
  });

  test("a won dispute and a bank inquiry change nothing, and an unknown charge is rejected", async () => {
    const { paymentId, invoiceId, intent } = await paid();
    const dispute = disputeObject({ amount: 1210, payment_intent: intent.id });
    expect(await told("charge.dispute.created", { ...dispute, status: "warning_needs_response" })).toBe(
      "no action needed",
    );
    await told("charge.dispute.created", dispute);
    await told("charge.dispute.closed", { ...dispute, status: "won" });
    expect(await portal.owner.dispute.findFirstOrThrow({ where: { paymentId } })).toMatchObject({ status: "won" });
    expect(await invoiceOf(invoiceId)).toMatchObject({ status: "paid" });
    const other = disputeObject({ amount: 1210, payment_intent: intent.id });
    expect(await told("charge.dispute.created", { ...other, currency: "usd" })).toMatch(/^rejected: .*disputed in USD/);
    expect(await portal.owner.dispute.count({ where: { paymentId } })).toBe(1);
    expect(await told("charge.dispute.created", { ...dispute, payment_intent: "pi_other" })).toBe(
      "rejected: payment not found",
    );
  });
});

test("a card is stored once even if the browser never returns", async () => {
  const id = `seti_${randomUUID()}`;
  const setup = {
    accountId: northwind,
    gateway: "stripe",
    gatewayRef: id,
    kind: "card",
    startedByName: "Priya Raman",
  } as const;
  await portal.owner.paymentMethodSetup.create({ data: { ...setup, makeDefault: true } });
  const card = { display_brand: null, brand: "visa", last4: "1881", exp_month: 4, exp_year: 2031 };
  const method = { id: "pm_new", object: "payment_method", type: "card", billing_details: { name: "P. Raman" }, card };
  const intent = {
    id,
    object: "setup_intent",
    status: "succeeded",
    client_secret: "s",
    payment_method: method,
    metadata: {},
  };
  stripe.setups.set(id, intent);
  const outcomes = await Promise.all(
    [1, 2, 3].map(() => told("setup_intent.succeeded", { ...intent, payment_method: "pm_new" })),
  );
  expect(new Set(outcomes)).toEqual(new Set(["setup succeeded"]));
  const stored = await portal.owner.paymentMethod.findMany({ where: { gatewayRef: "pm_new" } });
  expect(stored).toMatchObject([
    { last4: "1881", brand: "Visa", isDefault: true, gateway: "stripe", accountId: northwind },
  ]);
  expect(await portal.owner.paymentMethod.count({ where: { accountId: northwind, isDefault: true } })).toBe(1);
  stripe.setups.set("seti_other", { ...intent, id: "seti_other" });
  expect(await told("setup_intent.succeeded", { ...intent, id: "seti_other" })).toBe(
    "rejected: payment method setup not found",
  );
});
