import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { behaviourOf } from "@/lib/billing/gateways/sandbox/test-methods";
import { beginSetup } from "@/lib/billing/payment-methods/begin-setup";
import { changeAutopay } from "@/lib/billing/payment-methods/change-autopay";
import { finishSetup } from "@/lib/billing/payment-methods/finish-setup";
import { listPaymentMethods } from "@/lib/billing/payment-methods/list-payment-methods";
import { makeDefault } from "@/lib/billing/payment-methods/make-default";
import { removeMethod } from "@/lib/billing/payment-methods/remove-method";
import { viewSetup } from "@/lib/billing/payment-methods/view-setup";
import { sandboxStore } from "@/lib/platform/db/sandbox-store";
import type { Caller } from "@/lib/platform/operations/caller";
import { execute } from "@/lib/platform/operations/execute";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

let portal: TestPortal;
let billing: Caller;
let northwind: string;
beforeAll(async () => {
  portal = await testPortal();
  northwind = portal.demo.northwind.id;
  billing = await portal.as("billing@northwind.example");
  await buildContact(portal.owner, northwind, {
    email: "cards@northwind.example",
    name: "Cards Only",
    roles: [],
    permissions: [{ permission: "billing.payment-methods.view" }, { permission: "billing.payment-methods.update" }],
  });
});
beforeEach(async () => {
  await portal.owner.outboxMail.deleteMany();
  await portal.owner.account.update({ where: { id: northwind }, data: { autopay: false } });
});
afterAll(() => portal.close());

const list = () => execute(billing, northwind, listPaymentMethods, {});
const stored = (id: string | null) => portal.owner.paymentMethod.findUniqueOrThrow({ where: { id: id ?? "" } });
const year = new Date().getUTCFullYear();
const answer = { token: "tok_success", holder: "Priya Raman", expiry: `04/${year + 3}` };

async function add(options: { makeDefault?: boolean; replacesId?: string } = {}) {
  const { id: setupId } = await execute(billing, northwind, beginSetup, { kind: "card", ...options });
  const { methodId } = await execute(billing, northwind, finishSetup, { setupId, ...answer });
  return stored(methodId);
}
const mails = () => portal.owner.outboxMail.findMany({ orderBy: { toAddress: "asc" } });

describe("adding a payment method", () => {
  test("a card is stored with only its displayable details, and recipients of billing notifications are notified", async () => {
    const method = await add();
    expect(method).toMatchObject({ brand: "Visa", last4: "4242", expMonth: 4, expYear: year + 3, isDefault: false });
    expect(behaviourOf(method.gatewayRef ?? "")).toBe("success");
    const sent = await mails();
    expect(sent.map(({ toAddress }) => toAddress)).toContain("notices@northwind.example");
    expect(sent.map(({ toAddress }) => toAddress)).not.toContain("support@northwind.example");
    expect(sent[0]?.subject).toBe("Visa •••• 4242 was added");
    const logged = await portal.owner.auditEvent.findFirst({ where: { targetId: method.id } });
    expect(logged).toMatchObject({ actorName: "Priya Raman", summary: "Added Visa •••• 4242" });
  });

  test("finishing twice or concurrently stores one card", async () => {
    const { id: setupId } = await execute(billing, northwind, beginSetup, { kind: "card" });
    const before = (await list()).items.length;
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => execute(billing, northwind, finishSetup, { setupId, ...answer })),
    );
    expect(new Set(answers.map(({ methodId }) => methodId)).size).toBe(1);
    expect((await list()).items).toHaveLength(before + 1);
  });

  test("invalid input is reported at its field, and a number sent instead of a token is stored nowhere", async () => {
    const { id: setupId } = await execute(billing, northwind, beginSetup, { kind: "card" });
    const wrong: [Partial<typeof answer>, string][] = [
      [{ token: "4242424242424242" }, "token"],
      [{ token: "" }, "token"],
      [{ expiry: "13/31" }, "expiry"],
      [{ expiry: "01/20" }, "expiry"],
      [{ expiry: "soon" }, "expiry"],
      [{ holder: " " }, "holder"],
    ];
    for (const [part, field] of wrong) {
      const problem = await problemOf(execute(billing, northwind, finishSetup, { setupId, ...answer, ...part }));
      expect(problem.extra.fields, JSON.stringify(part)).toHaveProperty(field);
    }
    expect(await execute(billing, northwind, viewSetup, { setupId })).toMatchObject({ status: "waiting" });
    const everything = await portal.owner.$queryRaw<{ found: boolean }[]>`
      select exists (select from "AuditEvent" e where e::text like '%4242424242424242%')
        or exists (select from "IdempotencyKey" k where k::text like '%4242424242424242%')
        or exists (select from "PaymentMethodSetup" s where s::text like '%4242424242424242%')
        or exists (select from sandbox.setup s where s::text like '%4242424242424242%') as found`;
    expect(everything).toEqual([{ found: false }]);
  });

  test("a bank account is stored only with its mandate", async () => {
    const { id: setupId } = await execute(billing, northwind, beginSetup, { kind: "sepaDebit" });
    const debit = { setupId, token: "tok_debit", holder: "Northwind Robotics B.V." };
    const problem = await problemOf(execute(billing, northwind, finishSetup, debit));
    expect(problem.extra.fields).toHaveProperty("mandate");
    const { methodId } = await execute(billing, northwind, finishSetup, { ...debit, mandate: true });
    expect(await stored(methodId)).toMatchObject({ kind: "sepaDebit", last4: "3000", expMonth: null });
  });

  test("a replacement becomes the default, and the old card is deleted at the bank", async () => {
    const old = await add({ makeDefault: true });
    const next = await add({ replacesId: old.id });
    expect(next.isDefault).toBe(true);
    expect(await stored(old.id)).toMatchObject({ isDefault: false, removedAt: expect.any(Date) });
    const forgotten = await sandboxStore().query("select ref from sandbox.removed_method where ref = $1", [
      old.gatewayRef,
    ]);
    expect(forgotten.rows).toHaveLength(1);
    expect((await mails()).some(({ text }) => text.includes("Replaces"))).toBe(true);
    expect((await problemOf(execute(billing, northwind, beginSetup, { kind: "card", replacesId: old.id }))).code).toBe(
      "not-found",
    );
  });

  test("a setup of another account isn't found", async () => {
    const { id: setupId } = await execute(billing, northwind, beginSetup, { kind: "card" });
    const stranger = await portal.as("owner@globex.example");
    const globex = portal.demo.globex.id;
    expect((await problemOf(execute(stranger, globex, viewSetup, { setupId }))).code).toBe("not-found");
    expect((await problemOf(execute(stranger, globex, finishSetup, { setupId, ...answer }))).code).toBe("not-found");
  });
});

describe("default, removal and autopay", () => {
  test("there is one default under any concurrency, and it can't be an expired card", async () => {
    const [one, other] = [await add(), await add()];
    await Promise.all(
      [one, other, one, other].map(({ id }) => execute(billing, northwind, makeDefault, { methodId: id })),
    );
    expect(await portal.owner.paymentMethod.count({ where: { accountId: northwind, isDefault: true } })).toBe(1);
    await portal.owner.paymentMethod.update({ where: { id: one.id }, data: { expYear: 2020 } });
    expect((await problemOf(execute(billing, northwind, makeDefault, { methodId: one.id }))).code).toBe("conflict");
  });

  test("removing the default returns its replacement and sends a notification", async () => {
    const first = await add();
    const second = await add({ makeDefault: true });
    await portal.owner.outboxMail.deleteMany();
    const removed = await execute(billing, northwind, removeMethod, { methodId: second.id });
    expect(removed).toEqual({ id: second.id, newDefault: "Visa •••• 4242", autopayEnded: false });
    expect(await stored(first.id)).toMatchObject({ isDefault: true });
    expect((await list()).items.map(({ id }) => id)).not.toContain(second.id);
    expect((await mails())[0]?.subject).toBe("Visa •••• 4242 was removed");
    expect((await problemOf(execute(billing, northwind, removeMethod, { methodId: second.id }))).code).toBe(
      "not-found",
    );
  });

  test("autopay shows its next charge, and needs a payment method", async () => {
    await add({ makeDefault: true });
    const on = await execute(billing, northwind, changeAutopay, { on: true });
    const open = await portal.owner.invoice.findFirstOrThrow({
      where: { accountId: northwind, status: "open" },
      orderBy: { dueAt: "asc" },
    });
    expect(on).toMatchObject({ on: true, next: { amount: { currency: "EUR" } } });
    expect(new Date(on.next?.at ?? 0).getTime()).toBeGreaterThanOrEqual(open.dueAt?.getTime() ?? 0);
    expect((await list()).autopay.on).toBe(true);
    expect(await execute(billing, northwind, changeAutopay, { on: false })).toEqual({ on: false, next: null });
    await portal.owner.paymentMethod.updateMany({ where: { accountId: northwind }, data: { isDefault: false } });
    expect((await problemOf(execute(billing, northwind, changeAutopay, { on: true }))).detail).toContain(
      "There is no card or bank account to charge",
    );
  });

  test("the last autopay card is removed only with confirmation from someone who can turn autopay off", async () => {
    await portal.owner.paymentMethod.updateMany({
      where: { accountId: northwind, removedAt: null },
      data: { removedAt: new Date(), isDefault: false },
    });
    const last = await add();
    expect(last.isDefault).toBe(true);
    await execute(billing, northwind, changeAutopay, { on: true });
    const cards = await portal.as("cards@northwind.example");
    const refused = await problemOf(execute(cards, northwind, removeMethod, { methodId: last.id, endsAutopay: true }));
    expect(refused).toMatchObject({ code: "refused", extra: { permission: "billing.autopay.change" } });
    const unasked = await problemOf(execute(billing, northwind, removeMethod, { methodId: last.id }));
    expect(unasked).toMatchObject({ code: "conflict", detail: expect.stringContaining("turning off autopay") });
    expect(await stored(last.id)).toMatchObject({ removedAt: null, isDefault: true });
    const removed = await execute(billing, northwind, removeMethod, { methodId: last.id, endsAutopay: true });
    expect(removed).toMatchObject({ autopayEnded: true, newDefault: null });
    expect((await list()).autopay.on).toBe(false);
    const told = (await mails()).find(({ subject }) => subject.endsWith("was removed"));
    expect(told?.text).toMatch(/autopay\s+is\s+now\s+off/);
  });
});
