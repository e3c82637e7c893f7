import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { completeSetup } from "@/lib/billing/core/payment-methods/complete-setup";
import { forget } from "@/lib/billing/core/payment-methods/forget";
import { removeMethod } from "@/lib/billing/payment-methods/remove-method";
import { runJobs } from "@/lib/jobs/run-jobs";
import { forgetEnvironment } from "@/lib/platform/config/env";
import { asWorker } from "@/lib/platform/db/transaction";
import { addMinutes } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import type { FakeStripe } from "@/tests/fixtures/stripe/fake-stripe";
import { stripeInUse } from "@/tests/fixtures/stripe/stripe-in-use";

let portal: TestPortal;
let stripe: FakeStripe;
let northwind: string;
beforeAll(async () => {
  stripe = await stripeInUse();
  portal = await testPortal();
  northwind = portal.demo.northwind.id;
});
beforeEach(async () => {
  stripe.down = false;
  await portal.owner.paymentMethod.updateMany({
    where: { removedAt: { not: null } },
    data: { forgottenAt: new Date() },
  });
});
afterAll(async () => {
  await portal.close();
  await stripe.close();
});

async function stored(gatewayRef: string): Promise<string> {
  const card = { kind: "card" as const, brand: "Visa", last4: "4242", holder: "A" };
  const { id } = await portal.owner.paymentMethod.create({
    data: { accountId: northwind, gateway: "stripe", gatewayRef, ...card },
  });
  return id;
}
const remove = async (methodId: string) =>
  execute(await portal.as("billing@northwind.example"), northwind, removeMethod, { methodId });
const later = () => runJobs(addMinutes(new Date(), 3), ["forget"]);
const asked = (ref: string) => stripe.requests.filter(({ call }) => call.endsWith(`${ref}/detach`)).length;
const row = (id: string) => portal.owner.paymentMethod.findUniqueOrThrow({ where: { id } });

test("a removed card is deleted at Stripe immediately, and only once", async () => {
  const ref = `pm_${randomUUID()}`;
  const id = await stored(ref);
  await remove(id);
  expect((await row(id)).forgottenAt).toBeInstanceOf(Date);
  expect(await later()).toEqual({ did: {}, failures: [] });
  expect(asked(ref)).toBe(1);
});

test("a card can be removed while Stripe is unavailable, and is deleted there once Stripe answers", async () => {
  const ref = `pm_${randomUUID()}`;
  const id = await stored(ref);
  stripe.down = true;
  await remove(id);
  expect(await row(id)).toMatchObject({ removedAt: expect.any(Date), forgottenAt: null });
  expect(await later()).toEqual({ did: {}, failures: [] });
  expect((await row(id)).forgottenAt).toBeNull();
  stripe.down = false;
  expect(await later()).toEqual({ did: { forget: 1 }, failures: [] });
  expect((await row(id)).forgottenAt).toBeInstanceOf(Date);
  const before = asked(ref);
  expect(await later()).toEqual({ did: {}, failures: [] });
  expect(asked(ref)).toBe(before);
});

test("a card already unknown to Stripe counts as deleted", async () => {
  const id = await stored("pm_gone");
  await remove(id);
  expect((await row(id)).forgottenAt).toBeInstanceOf(Date);
});

test("a deletion missed by a crashed process is found, and stored cards are left alone", async () => {
  const [left, kept] = [`pm_${randomUUID()}`, `pm_${randomUUID()}`];
  const id = await stored(left);
  await portal.owner.paymentMethod.update({ where: { id }, data: { removedAt: new Date() } });
  const other = await stored(kept);
  expect(await later()).toEqual({ did: { forget: 1 }, failures: [] });
  expect([asked(left), asked(kept)]).toEqual([1, 0]);
  expect((await row(other)).forgottenAt).toBeNull();
});

test("a card of an unconfigured gateway waits until the gateway is configured again", async () => {
  const ref = `pm_${randomUUID()}`;
  const id = await stored(ref);
  await portal.owner.paymentMethod.update({ where: { id }, data: { removedAt: new Date() } });
  const settings = Object.entries(process.env).filter(([name]) => name.startsWith("STRIPE_"));
  for (const [name] of settings) delete process.env[name];
  forgetEnvironment();
  const first = "00000000-0000-0000-0000-000000000000";
  expect(await asWorker((db) => forget.find(db, addMinutes(new Date(), 3), first, 10))).toEqual([]);
  Object.assign(process.env, Object.fromEntries(settings));
  forgetEnvironment();
  expect(await later()).toEqual({ did: { forget: 1 }, failures: [] });
  expect(asked(ref)).toBe(1);
});

test("a replaced card is deleted too, later if Stripe stops answering in between", async () => {
  const ref = `pm_${randomUUID()}`;
  const replacesId = await stored(ref);
  const { id: setupId } = await portal.owner.paymentMethodSetup.create({
    data: {
      accountId: northwind,
      gateway: "stripe",
      gatewayRef: "seti_done",
      kind: "card",
      replacesId,
      startedByName: "Priya Raman",
    },
  });
  const method = { id: "pm_new", object: "payment_method", type: "card", billing_details: { name: "Priya Raman" } };
  const card = { brand: "visa", last4: "4242", exp_month: 1, exp_year: 2040 };
  stripe.setups.set("seti_done", { id: "seti_done", status: "succeeded", payment_method: { ...method, card } });
  stripe.meanwhile = async () => {
    stripe.down = stripe.requests.at(-1)?.call.endsWith("/detach") === true;
  };
  expect(await completeSetup(northwind, setupId)).toMatchObject({ status: "succeeded" });
  expect(await row(replacesId)).toMatchObject({ removedAt: expect.any(Date), forgottenAt: null });
  stripe.meanwhile = null;
  stripe.down = false;
  expect(await later()).toEqual({ did: { forget: 1 }, failures: [] });
});
