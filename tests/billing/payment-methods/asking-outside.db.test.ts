import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { viewSetup } from "@/lib/billing/payment-methods/view-setup";
import { afterCommit, execute, withRequest } from "@/lib/platform/operations/execute";
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
afterAll(async () => {
  await portal.close();
  await stripe.close();
});

async function waitingSetup(): Promise<string> {
  const gatewayRef = `seti_${randomUUID()}`;
  stripe.setups.set(gatewayRef, {
    id: gatewayRef,
    status: "requires_payment_method",
    client_secret: `${gatewayRef}_secret_1`,
    payment_method: null,
  });
  const begun = { accountId: northwind, gateway: "stripe", gatewayRef, kind: "card" } as const;
  return (await portal.owner.paymentMethodSetup.create({ data: { ...begun, startedByName: "Priya Raman" } })).id;
}

/** Other connections to this database that are in a transaction now. */
const underWay = () =>
  portal.owner.$queryRaw<{ query: string }[]>`select query from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`;

const stripeForm = { name: "stripe", publishableKey: "pk_test_1", clientSecret: expect.stringContaining("_secret_1") };

test("Stripe's form is requested while no transaction is open", async () => {
  const setupId = await waitingSetup();
  const seen: unknown[] = [];
  stripe.meanwhile = async () => void seen.push(await underWay());
  const setup = await execute(await portal.as("billing@northwind.example"), northwind, viewSetup, { setupId });
  expect(setup).toMatchObject({ status: "waiting", gateway: stripeForm });
  expect(seen).toEqual([[]]);
});

test("a page contacts Stripe only after its transaction", async () => {
  const setupId = await waitingSetup();
  const before = stripe.requests.length;
  const caller = await portal.as("billing@northwind.example");
  const known = await withRequest(caller, { accountId: northwind }, ({ execute }) => execute(viewSetup, { setupId }));
  expect(known).toMatchObject({ status: "waiting", gateway: { name: "none" } });
  expect(stripe.requests).toHaveLength(before);
  expect(await afterCommit(viewSetup, { output: known, input: { setupId } }, northwind)).toMatchObject({
    gateway: stripeForm,
  });
});

test("the setup page shows no form while Stripe is unavailable", async () => {
  const setupId = await waitingSetup();
  stripe.down = true;
  const setup = await execute(await portal.as("billing@northwind.example"), northwind, viewSetup, { setupId });
  stripe.down = false;
  expect(setup).toMatchObject({ status: "waiting", gateway: { name: "none" } });
});
