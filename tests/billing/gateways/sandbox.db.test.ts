import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { activeGateway } from "@/lib/billing/gateways/gateway";
import {
  BadSignature,
  type ChargeRequest,
  type GatewayReport,
  GatewayUnknown,
} from "@/lib/billing/gateways/payment-gateway";
import { answerCharge } from "@/lib/billing/gateways/sandbox/charge";
import { deliverSandboxReports } from "@/lib/billing/gateways/sandbox/reports";
import { answerSetup } from "@/lib/billing/gateways/sandbox/setup";
import { type Behaviour, sandboxMethodRef } from "@/lib/billing/gateways/sandbox/test-methods";
import { sandboxStore } from "@/lib/platform/db/sandbox-store";
import { asIdentity } from "@/lib/platform/db/transaction";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

let portal: TestPortal;
const bank = () => activeGateway();
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());

const request = (behaviour: Behaviour, plan: Partial<ChargeRequest> = {}): ChargeRequest => ({
  key: randomUUID(),
  accountId: portal.demo.northwind.id,
  amountMinor: 12_345n,
  currency: "EUR",
  customerRef: "sbc_test",
  methodRef: sandboxMethodRef(behaviour, randomUUID()),
  description: "Invoice INV-1",
  offSession: false,
  returnUrl: "http://localhost/a/x/payments/y",
  ...plan,
});

const charges = async (key: string) =>
  (await portal.owner.$queryRaw<{ n: number }[]>`select count(*)::int as n from sandbox.charge where key = ${key}`)[0]
    ?.n;

/** Advances the billing clock, and with it the bank's. */
const later = (days: number) =>
  portal.owner.$executeRaw`insert into "ClockShift" ("id", "shiftMs") values (1, ${days * 86_400_000})
    on conflict ("id") do update set "shiftMs" = excluded."shiftMs"`;

/** The bank's events due by now, read like webhooks. */
async function reports(): Promise<GatewayReport[]> {
  const read: GatewayReport[] = [];
  await deliverSandboxReports(async (body, signature) => {
    read.push(await bank().readEvent(body, signature));
  });
  return read;
}

describe("charges of the sandbox bank", () => {
  test.each<[Behaviour, object]>([
    ["success", { status: "succeeded", amountMinor: 12_345n, currency: "EUR" }],
    ["dispute", { status: "succeeded" }],
    ["declined", { status: "failed", code: "card_declined" }],
    ["insufficient", { status: "failed", code: "insufficient_funds" }],
    ["expired", { status: "failed", code: "expired_card" }],
    ["authenticate", { status: "actionRequired", actionUrl: "http://localhost/a/x/payments/y/bank" }],
    ["debit", { status: "processing" }],
  ])("%s", async (behaviour, outcome) => {
    const asked = request(behaviour);
    const first = await bank().charge(asked);
    expect(first).toMatchObject(outcome);
    expect(await bank().charge(asked)).toEqual(first);
    expect(await bank().findCharge(asked.key, null)).toEqual(first);
    expect(await bank().findCharge("unused", first.ref)).toEqual(first);
  });

  test("fifty concurrent requests under one key make one charge", async () => {
    const asked = request("success");
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => bank().charge(asked)));
    expect(new Set(outcomes.map(({ ref }) => ref)).size).toBe(1);
    expect(await charges(asked.key)).toBe(1);
  });

  test("a charge whose answer is lost is found by a retry and by search", async () => {
    const asked = request("silent");
    const attempts = await Promise.allSettled(Array.from({ length: 5 }, () => bank().charge(asked)));
    const lost = attempts.filter(({ status }) => status === "rejected");
    expect(lost).toHaveLength(1);
    expect(lost[0]).toMatchObject({ reason: expect.any(GatewayUnknown) });
    expect(await bank().findCharge(asked.key, null)).toMatchObject({ status: "succeeded", amountMinor: 12_345n });
    expect(await charges(asked.key)).toBe(1);
    expect(await reports()).toContainEqual(
      expect.objectContaining({
        about: "charge",
        key: asked.key,
        outcome: expect.objectContaining({ status: "succeeded" }),
      }),
    );
  });

  test("a charge stays when its caller rolls back", async () => {
    const asked = request("success");
    const work = asIdentity(async () => {
      await bank().charge(asked);
      throw new Error("rolled back");
    });
    await expect(work).rejects.toThrow("rolled back");
    expect(await bank().findCharge(asked.key, null)).toMatchObject({ status: "succeeded" });
  });

  test("one key for two amounts and a removed method are rejected", async () => {
    const asked = request("success");
    await bank().charge(asked);
    await expect(bank().charge({ ...asked, amountMinor: 1n })).rejects.toThrow("another amount");
    await bank().removeMethod(asked.methodRef);
    await bank().removeMethod(asked.methodRef);
    expect(await bank().charge({ ...asked, key: randomUUID() })).toMatchObject({ code: "method_unknown" });
  });

  test("confirmation is requested only if the payer is present", async () => {
    const [approved, refused, cancelled] = [request("authenticate"), request("authenticate"), request("authenticate")];
    const [, , third] = await Promise.all([approved, refused, cancelled].map((one) => bank().charge(one)));
    expect(await answerCharge(approved.key, true)).toMatchObject({ status: "succeeded" });
    expect(await answerCharge(approved.key, false)).toMatchObject({ status: "succeeded" });
    expect(await answerCharge(refused.key, false)).toMatchObject({ code: "authentication_failed" });
    expect(await bank().cancelCharge(third?.ref ?? "")).toMatchObject({ code: "cancelled" });
    expect(await answerCharge(cancelled.key, true)).toMatchObject({ code: "cancelled" });
    const alone = request("authenticate", { offSession: true });
    expect(await bank().charge(alone)).toMatchObject({ code: "authentication_required" });
    expect(await bank().findCharge(randomUUID(), null)).toBeNull();
  });
});

describe("events of the sandbox bank", () => {
  test("direct debits succeed or fail after days, and a dispute is lost later", async () => {
    await later(30);
    await reports();
    await later(0);
    const [well, badly, disputed] = [request("debit"), request("debitFails"), request("dispute")];
    for (const one of [well, badly, disputed]) await bank().charge(one);
    expect((await reports()).map(({ type }) => type)).toEqual(["dispute.opened"]);
    await later(4);
    const ends = await reports();
    expect(ends).toHaveLength(2);
    expect(ends).toContainEqual(
      expect.objectContaining({ key: well.key, outcome: await bank().findCharge(well.key, null) }),
    );
    expect(ends).toContainEqual(
      expect.objectContaining({ key: badly.key, outcome: expect.objectContaining({ code: "debit_returned" }) }),
    );
    await later(11);
    expect(await reports()).toMatchObject([
      { about: "dispute", status: "lost", amountMinor: 12_345n, currency: "EUR" },
    ]);
    expect(await reports()).toEqual([]);
    await later(0);
  });

  test("an event that fails is redelivered without holding up the others", async () => {
    await bank()
      .charge(request("silent"))
      .catch(() => undefined);
    await bank()
      .charge(request("silent"))
      .catch(() => undefined);
    let calls = 0;
    const failing = deliverSandboxReports(async () => {
      calls += 1;
      if (calls === 1) throw new Error("not now");
    });
    await expect(failing).rejects.toThrow("1 events could not be delivered");
    expect(await reports()).toHaveLength(1);
  });

  test("an event is accepted only with a valid recent signature", async () => {
    await bank()
      .charge(request("silent"))
      .catch(() => undefined);
    await deliverSandboxReports(async (body, signature) => {
      const changed = body.replace("12345", "99999");
      await expect(bank().readEvent(changed, signature)).rejects.toThrow(BadSignature);
      await expect(bank().readEvent(body, signature.replace(/t=\d+/, "t=1"))).rejects.toThrow(BadSignature);
      await expect(bank().readEvent(body, "")).rejects.toThrow(BadSignature);
    });
  });
});

describe("refunds of the sandbox bank", () => {
  test("concurrent refunds never exceed the payment", async () => {
    const { ref: chargeRef } = await bank().charge(request("success"));
    const refund = (key: string, amountMinor: bigint) => ({
      key,
      accountId: portal.demo.northwind.id,
      chargeRef: chargeRef ?? "",
      amountMinor,
      currency: "EUR",
    });
    const keys = Array.from({ length: 10 }, () => randomUUID());
    const outcomes = await Promise.all(keys.flatMap((key) => [1, 2].map(() => bank().refund(refund(key, 5_000n)))));
    expect(outcomes.filter(({ status }) => status === "succeeded")).toHaveLength(4);
    const [sum] = await portal.owner.$queryRaw<{ minor: number }[]>`
      select sum(amount_minor)::int as minor from sandbox.refund where charge_ref = ${chargeRef} and status = 'succeeded'`;
    expect(sum?.minor).toBe(10_000);
    expect(await bank().findRefund(keys[0] ?? "", null, chargeRef ?? "")).toEqual(outcomes[0]);
    expect(await bank().refund({ ...refund(randomUUID(), 1n), chargeRef: "sbp_none" })).toMatchObject({
      status: "failed",
    });
  });
});

describe("adding a method at the sandbox bank", () => {
  const answer = { token: "tok_declined", holder: "A. Holder", expMonth: 4, expYear: 2031 };

  test("the first answer counts, and a token of the other kind is rejected", async () => {
    const key = randomUUID();
    const { ref } = await bank().beginSetup({ key, customerRef: "sbc_test", kind: "card" });
    expect(await bank().beginSetup({ key, customerRef: "sbc_test", kind: "card" })).toEqual({ ref });
    expect(await bank().findSetup(ref)).toMatchObject({ status: "waiting" });
    expect(await answerSetup(ref, "card", { ...answer, token: "4242 4242 4242 4242" })).toBe(false);
    expect(await answerSetup(ref, "card", { ...answer, token: "tok_debit" })).toBe(false);
    expect(await answerSetup(ref, "card", answer)).toBe(true);
    await answerSetup(ref, "card", { ...answer, token: "tok_success" });
    const found = await bank().findSetup(ref);
    expect(found).toMatchObject({ status: "succeeded", method: { last4: "0002", kind: "card", holder: "A. Holder" } });
    const methodRef = found.status === "succeeded" ? found.method.ref : "";
    expect(await bank().charge(request("success", { methodRef }))).toMatchObject({ code: "card_declined" });
    expect(await bank().findSetup("sbs_none")).toMatchObject({ status: "failed" });
  });
});

describe("the sandbox bank's database", () => {
  test("the portal's roles can't access it, and it can't access the portal's tables", async () => {
    for (const role of ["portcullis_app", "portcullis_staff", "portcullis_worker", "portcullis_identity"]) {
      const [row] = await portal.owner.$queryRaw<{ may: boolean }[]>`
        select has_schema_privilege(${role}, 'sandbox', 'usage') as may`;
      expect(row?.may, role).toBe(false);
    }
    await expect(sandboxStore().query('select * from "Payment"')).rejects.toThrow(/permission denied/);
    await expect(sandboxStore().query("delete from sandbox.charge")).rejects.toThrow(/permission denied/);
  });
});
