import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chargeInvoice } from "@/lib/billing/core/dunning/charge-invoice";
import { inAccount } from "@/lib/billing/core/in-account";
import { issueInvoice } from "@/lib/billing/core/invoicing/issue-invoice";
import { completePayment } from "@/lib/billing/core/payments/complete-payment";
import { handleWebhookEvent } from "@/lib/billing/core/payments/handle-webhook-event";
import { schedule } from "@/lib/billing/core/renewals/schedule";
import { pay } from "@/lib/billing/payments/pay";
import { findLedgerDrift } from "@/lib/platform/db/ledger-drift";
import { addDays } from "@/lib/platform/kernel/dates";
import { Problem } from "@/lib/platform/kernel/problem";
import { execute } from "@/lib/platform/operations/execute";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());

test("an invoice paid concurrently by two people, autopay and a bank event is charged once", async () => {
  const accountId = portal.demo.northwind.id;
  await portal.owner.account.update({ where: { id: accountId }, data: { autopay: true } });
  const invoice = await inAccount(accountId, (job) =>
    issueInvoice(job, {
      currency: "EUR",
      // Due yesterday, so autopay charges it too.
      dueAt: addDays(job.now, -1),
      lines: [{ kind: "oneOff", description: "Work", quantity: 1, unitMinor: 731_137n, taxCategory: "standard" }],
    }),
  );
  const people = [await portal.as("owner@northwind.example"), await portal.as("billing@northwind.example")];
  const [ownerKey, billingKey] = [randomUUID(), randomUUID()];
  const press = (index: number) => {
    const caller = people[index % 2];
    if (caller === undefined) throw new Error("nobody");
    const shared = index % 2 === 0 ? ownerKey : billingKey;
    const idempotencyKey = index < 25 ? shared : randomUUID();
    return execute(caller, accountId, pay, { invoiceIds: [invoice.id] }, { idempotencyKey });
  };
  const automatically = async () => {
    const paymentId = await inAccount(accountId, (job) => chargeInvoice(job, invoice.id, schedule()));
    return paymentId === null ? null : completePayment(accountId, paymentId);
  };
  const reported = async () => {
    const found = await portal.owner.payment.findFirst({
      where: { accountId, allocations: { some: { invoiceId: invoice.id } } },
    });
    if (found === null) return "nothing to report yet";
    return handleWebhookEvent("sandbox", {
      eventId: randomUUID(),
      type: "charge.succeeded",
      at: new Date(),
      about: "charge",
      key: found.id,
      accountId,
      outcome: { status: "succeeded", ref: `sbc_${found.id}`, amountMinor: found.amountMinor, currency: "EUR" },
    });
  };
  const outcomes = await Promise.allSettled([
    ...Array.from({ length: 50 }, (_, index) => press(index)),
    ...Array.from({ length: 4 }, automatically),
    ...Array.from({ length: 4 }, reported),
  ]);
  const failures = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  expect(failures.filter((reason) => !(reason instanceof Problem && reason.code === "conflict"))).toEqual([]);

  const payments = await portal.owner.payment.findMany({
    where: { accountId, allocations: { some: { invoiceId: invoice.id } } },
  });
  expect(payments.map(({ status, amountMinor }) => ({ status, amountMinor }))).toEqual([
    { status: "succeeded", amountMinor: invoice.dueMinor },
  ]);
  const charges = await portal.owner.$queryRaw<{ status: string }[]>`
    select "status" from sandbox.charge where "account_id" = ${accountId}::uuid and "amount_minor" = ${invoice.dueMinor}`;
  expect(charges).toEqual([{ status: "succeeded" }]);
  expect(await portal.owner.invoice.findUniqueOrThrow({ where: { id: invoice.id } })).toMatchObject({
    status: "paid",
    paidMinor: invoice.totalMinor,
  });
  expect((await findLedgerDrift()).drift).toEqual([]);
});
