import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { grantCredit } from "@/lib/billing/core/credits/grant-credit";
import { creditBalance } from "@/lib/billing/core/ledger/credit-balance";
import { bringSandboxReports } from "@/lib/billing/core/payments/bring-sandbox-reports";
import { giveUpAbandoned } from "@/lib/billing/core/payments/give-up-abandoned";
import { type Behaviour, sandboxMethodRef } from "@/lib/billing/gateways/sandbox/test-methods";
import { cancelPayment } from "@/lib/billing/payments/cancel-payment";
import { checkPayment } from "@/lib/billing/payments/check-payment";
import { confirmSandboxPayment } from "@/lib/billing/payments/confirm-sandbox-payment";
import { listPayments } from "@/lib/billing/payments/list-payments";
import { pay } from "@/lib/billing/payments/pay";
import { previewPayment } from "@/lib/billing/payments/preview-payment";
import { viewPayment } from "@/lib/billing/payments/view-payment";
import { sandboxStore } from "@/lib/platform/db/sandbox-store";
import { asJob } from "@/lib/platform/db/transaction";
import { addDays } from "@/lib/platform/kernel/dates";
import type { Caller } from "@/lib/platform/operations/caller";
import { execute } from "@/lib/platform/operations/execute";
import { buildContact } from "@/prisma/seed/builders/contact";
import { buildInvoice } from "@/prisma/seed/builders/invoice";
import { bookedInvoice } from "@/tests/fixtures/booked-invoice";
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
    email: "payer@northwind.example",
    name: "Pay Only",
    roles: [],
    permissions: [{ permission: "billing.invoices.pay" }, { permission: "billing.invoices.view" }],
  });
});
beforeEach(async () => {
  await portal.owner.outboxMail.deleteMany();
});
afterAll(() => portal.close());

/** An invoice with 12.10 due. */
const invoice = (accountId = northwind) =>
  buildInvoice(portal.owner, accountId, {
    number: `T-${randomUUID()}`,
    status: "open",
    issuedAt: new Date(),
    lines: [{ description: "Server", unitMinor: 1000 }],
  });

const card = async (behaviour: Behaviour, kind: "card" | "sepaDebit" = "card") =>
  (
    await portal.owner.paymentMethod.create({
      data: {
        accountId: northwind,
        kind,
        gatewayRef: sandboxMethodRef(behaviour, randomUUID()),
        brand: "Visa",
        last4: "4242",
        holder: "Priya Raman",
      },
    })
  ).id;

type Paying = Parameters<typeof execute<typeof pay>>[3];

const asking = (input: Paying, caller = billing) =>
  execute(caller, northwind, pay, input, { idempotencyKey: randomUUID() });
/** The same if a payment method is charged. */
const paying = async (input: Paying, caller = billing) => {
  const { id, ...paid } = await asking(input, caller);
  if (id === null) throw new Error("There was nothing left to charge to the payment method.");
  return { ...paid, id };
};
const setCredit = async (wanted: bigint) => {
  const held = (await asJob(northwind, new Date(), creditBalance))?.get("EUR") ?? 0n;
  const grant = { amountMinor: wanted - held, currency: "EUR", reason: "Test", source: `test:${randomUUID()}` };
  if (wanted > held) await asJob(northwind, new Date(), (job) => grantCredit(job, grant));
};
const creditLeft = async () => (await asJob(northwind, new Date(), creditBalance))?.get("EUR") ?? 0n;
const see = (paymentId: string) => execute(billing, northwind, viewPayment, { paymentId });
const invoiceOf = (id: string) => portal.owner.invoice.findUniqueOrThrow({ where: { id } });
const charges = async () =>
  Number((await sandboxStore().query("select count(*) from sandbox.charge where status = 'succeeded'")).rows[0]?.count);
/** Advances the billing clock. */
const later = (days: number) =>
  portal.owner.$executeRaw`insert into "ClockShift" ("id", "shiftMs") values (1, ${days * 86_400_000})
    on conflict ("id") do update set "shiftMs" = excluded."shiftMs"`;

describe("paying", () => {
  test("several invoices paid together make one charge, one payment and one receipt", async () => {
    const [first, second] = [await invoice(), await invoice()];
    const before = await charges();
    const paid = await paying({ invoiceIds: [first, second], methodId: await card("success"), totalSeen: 2420 });
    expect(paid).toMatchObject({ status: "succeeded", amount: { amountMinor: 2420, currency: "EUR" } });
    expect(await charges()).toBe(before + 1);
    for (const id of [first, second]) expect(await invoiceOf(id)).toMatchObject({ status: "paid", paidMinor: 1210n });
    const seen = await see(paid.id);
    expect(seen).toMatchObject({ paidBy: "Priya Raman", method: "Visa •••• 4242", sandbox: true, disputed: false });
    expect(seen.invoices.map(({ id }) => id).sort()).toEqual([first, second].sort());
    expect((await execute(billing, northwind, listPayments, {})).items[0]).toMatchObject({ id: paid.id });
    const mails = await portal.owner.outboxMail.findMany({ where: { template: "payment-news" } });
    expect(mails.map(({ toAddress }) => toAddress)).toContain("billing@northwind.example");
    expect(mails.map(({ toAddress }) => toAddress)).not.toContain("support@northwind.example");
  });

  test("a partial payment leaves exactly the rest due", async () => {
    const id = await invoice();
    const methodId = await card("success");
    await paying({ invoiceIds: [id], methodId, amount: "2,10" });
    expect(await invoiceOf(id)).toMatchObject({ status: "open", paidMinor: 210n });
    const over = await problemOf(paying({ invoiceIds: [id], methodId, amount: "10.01" }));
    expect(over).toMatchObject({ code: "invalid", extra: { fields: { amount: [expect.stringContaining("€10.00")] } } });
    for (const amount of ["0", "-1", "1.234", "ten", "1,000.00"]) {
      expect((await problemOf(paying({ invoiceIds: [id], methodId, amount }))).code, amount).toBe("invalid");
    }
    const several = await problemOf(paying({ invoiceIds: [id, await invoice()], methodId, amount: "1" }));
    expect(several.extra.fields).toHaveProperty("amount");
    await paying({ invoiceIds: [id], methodId });
    expect(await invoiceOf(id)).toMatchObject({ status: "paid", paidMinor: 1210n });
  });

  test("two cards with the same digits are told apart by when they expire", async () => {
    const renewed = [await card("success"), await card("success")];
    for (const [index, id] of renewed.entries())
      await portal.owner.paymentMethod.update({ where: { id }, data: { expMonth: 12, expYear: 2040 + index } });
    const { methods } = await execute(billing, northwind, previewPayment, { invoiceIds: [await invoice()] });
    const [old, fresh] = renewed.map((id) => methods.find((one) => one.id === id));
    expect(old).toMatchObject({ label: fresh?.label, expMonth: 12, expYear: 2040 });
    expect(fresh).toMatchObject({ expMonth: 12, expYear: 2041 });
  });

  test("direct debit is offered and accepted only for euros", async () => {
    const { id: crowns } = await bookedInvoice(portal.owner, northwind, "open");
    const [debit, other] = [await card("debit", "sepaDebit"), await card("success")];
    const offered = async (id: string) =>
      (await execute(billing, northwind, previewPayment, { invoiceIds: [id] })).methods.map((one) => one.id);
    expect(await offered(await invoice())).toEqual(expect.arrayContaining([debit, other]));
    expect(await offered(crowns)).toContain(other);
    expect(await offered(crowns)).not.toContain(debit);
    const refused = await problemOf(paying({ invoiceIds: [crowns], methodId: debit }));
    expect(refused.extra.fields).toHaveProperty("methodId");
    expect((await paying({ invoiceIds: [crowns], methodId: other })).status).toBe("succeeded");
  });

  test("concurrent requests with the same key pay once and get the same answer", async () => {
    const [id, methodId, idempotencyKey] = [await invoice(), await card("success"), randomUUID()];
    const before = await charges();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        execute(billing, northwind, pay, { invoiceIds: [id], methodId }, { idempotencyKey }),
      ),
    );
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    expect(await charges()).toBe(before + 1);
    expect(await see(answers[0]?.id ?? "")).toMatchObject({ status: "succeeded" });
  });

  test("two people with different keys pay an invoice once", async () => {
    const [id, methodId] = [await invoice(), await card("success")];
    const owner = await portal.as("owner@northwind.example");
    const before = await charges();
    const attempts = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) => paying({ invoiceIds: [id], methodId }, index % 2 ? owner : billing)),
    );
    expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const attempt of attempts) {
      if (attempt.status === "rejected") expect(attempt.reason).toMatchObject({ code: "conflict" });
    }
    expect(await charges()).toBe(before + 1);
    expect(await invoiceOf(id)).toMatchObject({ status: "paid", paidMinor: 1210n });
  });

  test("a changed amount, a paid invoice and another account's invoice are rejected", async () => {
    const [id, methodId] = [await invoice(), await card("success")];
    expect((await problemOf(paying({ invoiceIds: [id], methodId, totalSeen: 1209 }))).code).toBe("conflict");
    await paying({ invoiceIds: [id], methodId });
    expect((await problemOf(paying({ invoiceIds: [id], methodId }))).detail).toContain("has no amount due");
    const foreign = await invoice(portal.demo.globex.id);
    expect((await problemOf(paying({ invoiceIds: [foreign], methodId }))).code).toBe("not-found");
    expect((await problemOf(paying({ invoiceIds: [], methodId }))).code).toBe("invalid");
    const removed = await card("success");
    await portal.owner.paymentMethod.update({ where: { id: removed }, data: { removedAt: new Date() } });
    const gone = await problemOf(paying({ invoiceIds: [await invoice()], methodId: removed }));
    expect(gone.extra.fields).toHaveProperty("methodId");
  });

  test("a contact who can pay but not see cards pays with the default card", async () => {
    const payer = await portal.as("payer@northwind.example");
    const id = await invoice();
    const preview = await execute(payer, northwind, previewPayment, { invoiceIds: [id] });
    expect(preview).toMatchObject({ methods: [], canUseDefault: true, total: { amountMinor: 1210 } });
    const named = await problemOf(paying({ invoiceIds: [id], methodId: await card("success") }, payer));
    expect(named.extra.fields).toHaveProperty("methodId");
    expect(await paying({ invoiceIds: [id] }, payer)).toMatchObject({ status: "succeeded" });
  });
});

describe("the outcome of a payment", () => {
  test("a declined payment charges nothing, gives the reason and leaves the invoice payable", async () => {
    const id = await invoice();
    const failed = await paying({ invoiceIds: [id], methodId: await card("insufficient") });
    expect(failed.status).toBe("failed");
    expect(await see(failed.id)).toMatchObject({ failure: "The account has insufficient funds." });
    expect(await invoiceOf(id)).toMatchObject({ status: "open", paidMinor: 0n });
    expect((await paying({ invoiceIds: [id], methodId: await card("success") })).status).toBe("succeeded");
  });

  test("a payment succeeds when confirmed, fails when declined, and releases its invoice when cancelled", async () => {
    const methodId = await card("authenticate");
    const [yes, no, never] = [await invoice(), await invoice(), await invoice()];
    const waiting = await paying({ invoiceIds: [yes], methodId });
    expect(waiting.status).toBe("actionRequired");
    expect((await see(waiting.id)).actionUrl).toMatch(new RegExp(`/a/${northwind}/payments/${waiting.id}/bank$`));
    const { underWay } = await execute(billing, northwind, previewPayment, { invoiceIds: [yes] });
    expect(underWay).toMatchObject([{ paymentId: waiting.id }]);
    expect((await problemOf(paying({ invoiceIds: [yes], methodId }))).code).toBe("conflict");
    expect((await execute(billing, northwind, checkPayment, { paymentId: waiting.id })).status).toBe("actionRequired");
    const answer = (paymentId: string, words: "approve" | "refuse") =>
      execute(billing, northwind, confirmSandboxPayment, { paymentId, answer: words });
    expect((await answer(waiting.id, "approve")).status).toBe("succeeded");
    expect(await invoiceOf(yes)).toMatchObject({ status: "paid" });
    expect((await problemOf(answer(waiting.id, "refuse"))).code).toBe("conflict");

    const refused = await paying({ invoiceIds: [no], methodId });
    expect((await answer(refused.id, "refuse")).status).toBe("failed");
    const dropped = await paying({ invoiceIds: [never], methodId });
    expect((await execute(billing, northwind, cancelPayment, { paymentId: dropped.id })).status).toBe("failed");
    for (const id of [no, never]) {
      expect((await paying({ invoiceIds: [id], methodId: await card("success") })).status).toBe("succeeded");
    }
  });

  test("a payment whose answer is lost stays in progress until the bank's event settles it once", async () => {
    const id = await invoice();
    const before = await charges();
    const lost = await paying({ invoiceIds: [id], methodId: await card("silent") });
    expect(lost.status).toBe("processing");
    expect((await problemOf(paying({ invoiceIds: [id], methodId: await card("success") }))).code).toBe("conflict");
    expect(await bringSandboxReports()).toBe(1);
    expect(await bringSandboxReports()).toBe(0);
    expect(await see(lost.id)).toMatchObject({ status: "succeeded" });
    expect(await charges()).toBe(before + 1);
    expect(await invoiceOf(id)).toMatchObject({ status: "paid", paidMinor: 1210n });
  });

  test("a direct debit succeeds or fails after days, and a lost dispute is announced", async () => {
    const [well, badly, disputed] = [await invoice(), await invoice(), await invoice()];
    const good = await paying({ invoiceIds: [well], methodId: await card("debit", "sepaDebit") });
    const bad = await paying({ invoiceIds: [badly], methodId: await card("debitFails", "sepaDebit") });
    const taken = await paying({ invoiceIds: [disputed], methodId: await card("dispute") });
    expect([good.status, bad.status, taken.status]).toEqual(["processing", "processing", "succeeded"]);
    expect(await see(good.id)).toMatchObject({ kind: "sepaDebit" });
    await bringSandboxReports();
    expect(await see(taken.id)).toMatchObject({ disputed: true });
    await later(4);
    await bringSandboxReports();
    expect(await see(good.id)).toMatchObject({ status: "succeeded" });
    expect(await see(bad.id)).toMatchObject({ status: "failed", failure: "The bank returned the direct debit." });
    expect(await invoiceOf(disputed)).toMatchObject({ status: "paid" });
    await later(15);
    await bringSandboxReports();
    expect(await invoiceOf(disputed)).toMatchObject({ status: "open", paidMinor: 0n });
    await later(0);
    const told = await portal.owner.outboxMail.findMany({
      where: { template: "payment-news", toAddress: "billing@northwind.example" },
    });
    const [returned, lost] = [(await invoiceOf(badly)).number, (await invoiceOf(disputed)).number];
    expect(told.filter(({ subject }) => subject === `Payment failed: €12.10 for ${returned}`)).toHaveLength(1);
    expect(told.filter(({ subject }) => subject === `Payment reversed: €12.10 for ${lost}`)).toHaveLength(1);
    // Billing notifications can't be turned off, and payments made by people aren't retried.
    expect(told.map(({ text }) => text).join()).not.toMatch(/turn them off|try again/);
  });

  test("a payment that fails to cancel doesn't hold up the others", async () => {
    const said = vi.spyOn(console, "error").mockReturnValue();
    const [lost, other] = [await invoice(), await invoice()];
    const methodId = await card("authenticate");
    const [first, second] = [
      await paying({ invoiceIds: [lost], methodId }),
      await paying({ invoiceIds: [other], methodId }),
    ];
    const createdAt = addDays(new Date(), -2);
    await portal.owner.payment.update({ where: { id: first.id }, data: { createdAt, gatewayRef: "sbp_lost" } });
    await portal.owner.payment.update({ where: { id: second.id }, data: { createdAt } });
    expect(await giveUpAbandoned()).toBe(1);
    expect(await see(second.id)).toMatchObject({ status: "failed" });
    expect(said.mock.calls.join()).toContain("sbp_lost");
    said.mockRestore();
    await portal.owner.payment.update({ where: { id: first.id }, data: { status: "failed" } });
  });

  test("a payment whose payer never returns from the bank is cancelled and releases its invoice", async () => {
    const id = await invoice();
    const waiting = await paying({ invoiceIds: [id], methodId: await card("authenticate") });
    expect(await giveUpAbandoned()).toBe(0);
    await portal.owner.payment.update({ where: { id: waiting.id }, data: { createdAt: addDays(new Date(), -2) } });
    expect(await giveUpAbandoned()).toBe(1);
    expect(await see(waiting.id)).toMatchObject({ status: "failed" });
    expect((await paying({ invoiceIds: [id], methodId: await card("success") })).status).toBe("succeeded");
  });
});

test("a contact without billing access sees no payments in any response", async () => {
  const support = await portal.as("support@northwind.example");
  const { items } = await execute(billing, northwind, listPayments, {});
  const paymentId = items[0]?.id ?? "";
  const asking = [
    () => execute(support, northwind, listPayments, {}),
    () => execute(support, northwind, viewPayment, { paymentId }),
    () => execute(support, northwind, checkPayment, { paymentId }),
  ];
  for (const ask of asking) {
    const problem = await problemOf(ask());
    expect(problem.code).toBe("refused");
    expect(JSON.stringify(problem)).not.toMatch(/€|\d\.\d\d|Visa|Mastercard/);
  }
});

describe("account credit", () => {
  const preview = (ids: string[], caller = billing) => execute(caller, northwind, previewPayment, { invoiceIds: ids });

  test("is applied only on request", async () => {
    await setCredit(500n);
    const id = await invoice();
    const before = await creditLeft();
    expect(await paying({ invoiceIds: [id], methodId: await card("success") })).toMatchObject({
      amount: { amountMinor: 1210 },
      credit: { amountMinor: 0 },
    });
    expect(await creditLeft()).toBe(before);
  });

  test("is applied first on request, oldest invoice first, and the method is charged the rest", async () => {
    await setCredit(1500n);
    const held = await creditLeft();
    const ids = [await invoice(), await invoice()];
    const shown = (await preview(ids)).credit?.amountMinor ?? 0;
    expect(BigInt(shown)).toBe(held < 2420n ? held : 2420n);
    const charged = 2420 - shown;
    const paid = await paying({ invoiceIds: ids, methodId: await card("success"), useCredit: true, creditSeen: shown });
    expect(paid).toMatchObject({
      status: "succeeded",
      amount: { amountMinor: charged },
      credit: { amountMinor: shown },
    });
    for (const id of ids) expect(await invoiceOf(id)).toMatchObject({ status: "paid", paidMinor: 1210n });
    expect(await creditLeft()).toBe(held - BigInt(shown));
  });

  test("can cover the full amount without a charge or a payment method", async () => {
    await setCredit(2000n);
    const held = await creditLeft();
    const id = await invoice();
    const before = await charges();
    expect(await asking({ invoiceIds: [id], useCredit: true, creditSeen: 1210 })).toMatchObject({
      id: null,
      status: "succeeded",
      amount: { amountMinor: 0 },
      credit: { amountMinor: 1210 },
    });
    expect(await charges()).toBe(before);
    expect(await invoiceOf(id)).toMatchObject({ status: "paid" });
    expect(await creditLeft()).toBe(held - 1210n);
  });

  test("is spent once by ten concurrent payers", async () => {
    await setCredit(2420n);
    const held = await creditLeft();
    const ids = await Promise.all(Array.from({ length: 10 }, () => invoice()));
    const shown = (await preview([ids[0] ?? ""])).credit?.amountMinor;
    const methodId = await card("success");
    const answers = await Promise.allSettled(
      ids.map((id) => asking({ invoiceIds: [id], methodId, useCredit: true, creditSeen: shown })),
    );
    const paid = answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : []));
    const spent = paid.reduce((sum, { credit }) => sum + credit.amountMinor, 0);
    expect(paid.length).toBe(Number(held / 1210n));
    expect(await creditLeft()).toBe(held - BigInt(spent));
  });

  test("that changed since it was shown, or is combined with a partial payment, is rejected and not spent", async () => {
    await setCredit(500n);
    const held = await creditLeft();
    const id = await invoice();
    const methodId = await card("success");
    const wanted = { invoiceIds: [id], methodId, useCredit: true };
    expect((await problemOf(asking({ ...wanted, creditSeen: 1 }))).code).toBe("conflict");
    expect((await problemOf(asking({ ...wanted, amount: "5" }))).extra.fields).toHaveProperty("useCredit");
    expect(await creditLeft()).toBe(held);
    expect(await invoiceOf(id)).toMatchObject({ status: "open", paidMinor: 0n });
  });

  test("is neither shown to nor spent by a viewer who can't see it", async () => {
    await setCredit(500n);
    const id = await invoice();
    const payer = await portal.as("payer@northwind.example");
    expect(await preview([id], payer)).not.toHaveProperty("credit");
    const { code, extra } = await problemOf(
      asking({ invoiceIds: [id], methodId: await card("success"), useCredit: true }, payer),
    );
    expect([code, extra.permission]).toEqual(["refused", "billing.credit.view"]);
  });
});
