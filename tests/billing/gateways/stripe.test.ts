import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  type ChargeRequest,
  GatewayUnknown,
  type PaymentGateway,
  UnknownReport,
} from "@/lib/billing/gateways/payment-gateway";
import { fromStripe, toStripe } from "@/lib/billing/gateways/stripe/amounts";
import { stripeClient } from "@/lib/billing/gateways/stripe/stripe-client";
import { stripeGateway } from "@/lib/billing/gateways/stripe/stripe-gateway";
import { type FakeStripe, fakeStripe } from "@/tests/fixtures/stripe/fake-stripe";
import { eventOf } from "@/tests/fixtures/stripe/objects";

let stripe: FakeStripe;
let gateway: PaymentGateway;
beforeAll(async () => {
  stripe = await fakeStripe();
});
beforeEach(() => {
  gateway = stripeGateway(stripeClient({ secretKey: "sk_test_1", apiUrl: stripe.url }), {
    webhookSecret: "whsec_1",
    live: false,
  });
});
afterAll(() => stripe.close());

const accountId = randomUUID();
const request = (methodRef: string, plan: Partial<ChargeRequest> = {}): ChargeRequest => ({
  key: randomUUID(),
  accountId,
  amountMinor: 8_470n,
  currency: "EUR",
  customerRef: "cus_1",
  methodRef,
  description: "Invoice INV-1",
  offSession: false,
  returnUrl: "https://portal.example/a/1/payments/2",
  ...plan,
});
const intentsOf = (key: string) => [...stripe.intents.values()].filter(({ metadata }) => metadata.payment === key);

describe("charges at Stripe", () => {
  test("a charge carries its payment, its account and our idempotency key", async () => {
    const asked = request("pm_card");
    expect(await gateway.charge(asked)).toMatchObject({ status: "succeeded", amountMinor: 8_470n, currency: "EUR" });
    expect(intentsOf(asked.key)).toMatchObject([
      { amount: 8_470, currency: "eur", metadata: { payment: asked.key, account: accountId } },
    ]);
    const sent = stripe.requests.find(({ key }) => key === asked.key);
    expect(Object.fromEntries(sent?.body ?? [])).toMatchObject({
      confirm: "true",
      customer: "cus_1",
      payment_method: "pm_card",
      return_url: asked.returnUrl,
    });
  });

  test("fifty concurrent requests under one key make one charge", async () => {
    const asked = request("pm_card");
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => gateway.charge(asked)));
    expect(new Set(outcomes.map(({ ref }) => ref)).size).toBe(1);
    expect(intentsOf(asked.key)).toHaveLength(1);
  });

  test.each<[string, Partial<ChargeRequest>, object]>([
    [
      "pm_declined",
      {},
      { status: "failed", code: "insufficient_funds", message: "The account has insufficient funds." },
    ],
    ["pm_gone", {}, { status: "failed", code: "resource_missing", ref: null }],
    ["pm_debit", {}, { status: "processing" }],
    ["pm_authenticate", {}, { status: "actionRequired", actionUrl: "https://hooks.stripe.com/3d_secure/authenticate" }],
    ["pm_authenticate", { offSession: true }, { status: "failed", code: "authentication_required" }],
  ])("%s %o", async (method, plan, outcome) => {
    const asked = request(method, plan);
    expect(await gateway.charge(asked)).toMatchObject(outcome);
    const found = await gateway.findCharge(asked.key, null);
    if (method === "pm_gone") expect(found).toBeNull();
    else expect(found).toMatchObject(outcome);
  });

  test("a charge without an answer is unknown, not failed, and is found by its metadata later", async () => {
    const asked = request("pm_silent");
    await expect(gateway.charge(asked)).rejects.toThrow(GatewayUnknown);
    expect(intentsOf(asked.key)).toHaveLength(1);
    await expect(gateway.charge(asked)).rejects.toThrow(GatewayUnknown);
    expect(intentsOf(asked.key)).toHaveLength(1);
    expect(await gateway.findCharge(asked.key, null)).toMatchObject({ status: "succeeded", amountMinor: 8_470n });
  });

  test("an outage, a connection failure or a reused key leaves the outcome unknown", async () => {
    await expect(gateway.charge(request("pm_down"))).rejects.toThrow(GatewayUnknown);
    const nobody = stripeGateway(stripeClient({ secretKey: "sk_test_1", apiUrl: "http://127.0.0.1:9", timeout: 500 }), {
      webhookSecret: "whsec_1",
      live: false,
    });
    await expect(nobody.charge(request("pm_card"))).rejects.toThrow(GatewayUnknown);
    const asked = request("pm_card");
    await gateway.charge(asked);
    await expect(gateway.charge({ ...asked, amountMinor: 1n })).rejects.toThrow(GatewayUnknown);
    expect(intentsOf(asked.key)).toMatchObject([{ amount: 8_470 }]);
  });

  test("a charge awaiting confirmation can be cancelled, and one that succeeded can't", async () => {
    const [waiting, done] = [
      await gateway.charge(request("pm_authenticate")),
      await gateway.charge(request("pm_card")),
    ];
    expect(await gateway.cancelCharge(waiting.ref ?? "")).toMatchObject({ status: "failed", code: "cancelled" });
    expect(await gateway.cancelCharge(done.ref ?? "")).toEqual(done);
  });
});

describe("refunds at Stripe", () => {
  test("one key makes one refund, found without its id and never above the payment", async () => {
    const { ref: chargeRef } = await gateway.charge(request("pm_card"));
    const refund = { key: randomUUID(), accountId, chargeRef: chargeRef ?? "", amountMinor: 5_000n, currency: "EUR" };
    const [first, second] = await Promise.all([gateway.refund(refund), gateway.refund(refund)]);
    expect(first).toMatchObject({ status: "succeeded" });
    expect(second).toEqual(first);
    expect(await gateway.findRefund(refund.key, null, refund.chargeRef)).toEqual(first);
    expect(await gateway.findRefund("unused", first.ref, refund.chargeRef)).toEqual(first);
    expect(await gateway.findRefund(randomUUID(), null, refund.chargeRef)).toBeNull();
    expect(await gateway.refund({ ...refund, key: randomUUID() })).toMatchObject({ status: "failed", ref: null });
  });
});

describe("cards and mandates at Stripe", () => {
  const setup = (kind: "card" | "sepaDebit", key: string = randomUUID()) =>
    gateway.beginSetup({ key, customerRef: "cus_1", kind });

  test("concurrent requests create one customer", async () => {
    const asked = { accountId, name: "Northwind", email: "billing@northwind.example" };
    const refs = await Promise.all([1, 2, 3].map(() => gateway.customer(asked)));
    expect(new Set(refs.map(({ ref }) => ref)).size).toBe(1);
  });

  test("a setup waits with its client secret until the browser has submitted the number", async () => {
    const key = randomUUID();
    const { ref } = await setup("card", key);
    expect(await setup("card", key)).toEqual({ ref });
    expect(await gateway.findSetup(ref)).toEqual({ status: "waiting", clientSecret: `${ref}_secret_1` });
    const card = { display_brand: null, brand: "visa", last4: "4242", exp_month: 4, exp_year: 2031 };
    const method = { id: "pm_1", billing_details: { name: "P. Raman" }, card, sepa_debit: null };
    stripe.setups.set(ref, { ...stripe.setups.get(ref), status: "succeeded", payment_method: method });
    expect(await gateway.findSetup(ref)).toEqual({
      status: "succeeded",
      method: {
        ref: "pm_1",
        kind: "card",
        brand: "Visa",
        last4: "4242",
        expMonth: 4,
        expYear: 2031,
        holder: "P. Raman",
      },
    });
  });

  test("a mandate shows its bank, and a setup can be cancelled", async () => {
    const { ref } = await setup("sepaDebit");
    const debit = { bank_code: "37040044", last4: "3000" };
    const method = { id: "pm_2", billing_details: { name: "P. Raman" }, sepa_debit: debit };
    stripe.setups.set(ref, { ...stripe.setups.get(ref), status: "succeeded", payment_method: method });
    expect(await gateway.findSetup(ref)).toMatchObject({
      method: { kind: "sepaDebit", brand: "Bank 37040044", expMonth: null },
    });
    stripe.setups.set(ref, { ...stripe.setups.get(ref), status: "canceled", payment_method: null });
    expect(await gateway.findSetup(ref)).toMatchObject({ status: "failed" });
  });

  test("removing a method that is already gone is not an error", async () => {
    await expect(gateway.removeMethod("pm_1")).resolves.toBeUndefined();
    await expect(gateway.removeMethod("pm_gone")).resolves.toBeUndefined();
  });
});

test("amounts keep their value in currencies Stripe counts differently", () => {
  for (const [minor, currency, amount] of [
    [8_470n, "EUR", 8_470],
    [500n, "JPY", 500],
    [500n, "ISK", 50_000],
  ] as const) {
    expect(toStripe(minor, currency)).toEqual({ amount, currency: currency.toLowerCase() });
    expect(fromStripe(amount, currency.toLowerCase())).toEqual({ amountMinor: minor, currency });
  }
  expect(() => toStripe(2n ** 60n, "EUR")).toThrow(RangeError);
});

test("an event of the other mode is ignored in test and live mode", async () => {
  const sdk = stripeClient({ secretKey: "sk_test_1", apiUrl: stripe.url });
  const read = (live: boolean, livemode: boolean) => {
    const payload = JSON.stringify(eventOf("customer.created", { id: "cus_1", object: "customer" }, { livemode }));
    const signature = sdk.webhooks.generateTestHeaderString({ payload, secret: "whsec_1" });
    return stripeGateway(sdk, { webhookSecret: "whsec_1", live }).readEvent(payload, signature);
  };
  for (const mode of [true, false]) {
    expect(await read(mode, mode)).toMatchObject({ about: "nothing", type: "customer.created" });
    await expect(read(mode, !mode)).rejects.toThrow(UnknownReport);
  }
});
