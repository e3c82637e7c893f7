import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { issueCreditNote } from "@/lib/billing/core/credits/issue-credit-note";
import { issueInvoice } from "@/lib/billing/core/invoicing/issue-invoice";
import { recordPayment } from "@/lib/billing/core/payments/record-payment";
import { settleDispute } from "@/lib/billing/core/payments/settle-dispute";
import { refundableAmount, refundableFields } from "@/lib/billing/core/refunds/refundable-amount";
import { reserveRefund } from "@/lib/billing/core/refunds/reserve-refund";
import { settleRefund } from "@/lib/billing/core/refunds/settle-refund";
import { findLedgerDrift } from "@/lib/platform/db/ledger-drift";
import { addDays } from "@/lib/platform/kernel/dates";
import type { BookedAccount } from "./books";
import { openRenewalsFixture, type RenewalsFixture } from "./renewals/renewals-fixture";

const now = new Date("2027-05-01T09:00:00Z");

let fixture: RenewalsFixture;
beforeAll(async () => {
  fixture = await openRenewalsFixture();
});
afterAll(async () => {
  expect((await findLedgerDrift()).drift).toEqual([]);
  await fixture.close();
});

const account = () => fixture.books.account();

const invoiced = async (of: BookedAccount, unitMinor = 10_000n) =>
  (
    await of.at(now, (job) =>
      issueInvoice(job, {
        currency: "EUR",
        dueAt: addDays(now, 14),
        lines: [{ kind: "oneOff", description: "Work", quantity: 1, unitMinor, taxCategory: "none" }],
      }),
    )
  ).id;

const transfer = async (of: BookedAccount, invoiceId: string, amountMinor = 10_000n) =>
  (
    await of.at(now, (job) =>
      recordPayment(job, { invoiceIds: [invoiceId], amountMinor, currency: "EUR", reference: randomUUID() }),
    )
  ).id;

const credit = (of: BookedAccount, invoiceId: string, netMinor = 10_000n) =>
  of.at(now, (job) =>
    issueCreditNote(job, {
      invoiceId,
      lines: [{ description: "Back", netMinor, taxBasisPoints: 0 }],
      reason: "callStripe",
      issuedByName: "Claire",
    }),
  );

const refund = (of: BookedAccount, paymentId: string, amountMinor: bigint, from: "credit" | "invoices") =>
  of.at(now, (job) =>
    reserveRefund(job, { paymentId, amountMinor, reason: "callStripe", issuedByName: "Claire", from }),
  );

const dispute = (
  of: BookedAccount,
  paymentId: string,
  status: "open" | "won" | "lost",
  amountMinor = 10_000n,
  ref = `dp-${paymentId}`,
) =>
  of.at(now, (job) =>
    settleDispute(
      job,
      { id: paymentId, gateway: "manual", currency: "EUR" },
      {
        eventId: randomUUID(),
        type: "dispute",
        at: now,
        about: "dispute",
        ref,
        chargeRef: paymentId,
        amountMinor,
        currency: "EUR",
        status,
        reason: null,
      },
    ),
  );

const offered = (of: BookedAccount, paymentId: string) =>
  of.at(now, async (job) =>
    refundableAmount(
      job,
      await job.db.payment.findUniqueOrThrow({
        where: { accountId_id: { accountId: of.id, id: paymentId } },
        select: refundableFields,
      }),
    ),
  );

const invoice = (id: string) => fixture.books.owner.invoice.findUniqueOrThrow({ where: { id } });

async function balance({ id: accountId }: BookedAccount, ledgerAccount: "customerCredit" | "cash" | "badDebt") {
  const { _sum } = await fixture.books.owner.ledgerLine.aggregate({
    where: { accountId, ledgerAccount },
    _sum: { amountMinor: true },
  });
  return _sum.amountMinor ?? 0n;
}

describe("a paid invoice that was credited in full", () => {
  it("is refunded once from account credit, and doesn't become due again", async () => {
    const one = await account();
    const id = await invoiced(one);
    const paymentId = await transfer(one, id);
    await credit(one, id);
    expect(await offered(one, paymentId)).toEqual({ left: 10_000n, credit: 10_000n, invoices: 10_000n });
    await refund(one, paymentId, 10_000n, "invoices");
    expect(await offered(one, paymentId)).toEqual({ left: 0n, credit: 0n, invoices: 0n });
    expect(await invoice(id)).toMatchObject({ status: "paid", paidMinor: 10_000n, releasedMinor: 10_000n });
    expect(await balance(one, "cash")).toBe(0n);
  });

  it("can't be refunded once the credit has paid another invoice, and gets no reminders", async () => {
    const one = await account();
    const first = await invoiced(one);
    const paymentId = await transfer(one, first);
    await credit(one, first);
    const second = await invoiced(one);
    expect(await invoice(second)).toMatchObject({ status: "paid", paidMinor: 10_000n });
    expect(await offered(one, paymentId)).toEqual({ left: 10_000n, credit: 0n, invoices: 0n });
    for (const from of ["credit", "invoices"] as const) {
      await expect(refund(one, paymentId, 1n, from)).rejects.toMatchObject({ code: "invalid" });
    }
    expect(await invoice(first)).toMatchObject({ status: "paid" });
    await fixture.run(addDays(now, 30));
    const mails = await fixture.books.owner.outboxMail.findMany({ where: { accountId: one.id } });
    expect(mails.filter(({ template }) => template === "invoice-reminder")).toEqual([]);
  });

  it("is refunded from the invoice as far as it isn't credited", async () => {
    const one = await account();
    const first = await invoiced(one);
    const paymentId = await transfer(one, first);
    await credit(one, first, 4_000n);
    await invoiced(one, 4_000n);
    expect(await offered(one, paymentId)).toEqual({ left: 10_000n, credit: 0n, invoices: 6_000n });
    await expect(refund(one, paymentId, 6_001n, "invoices")).rejects.toMatchObject({ code: "invalid" });
    await refund(one, paymentId, 6_000n, "invoices");
    expect(await invoice(first)).toMatchObject({ status: "open", paidMinor: 4_000n, releasedMinor: 4_000n });
    await credit(one, first, 6_000n);
    expect(await invoice(first)).toMatchObject({ status: "paid", creditedMinor: 6_000n });
  });
});

describe("the check of the books", () => {
  it("names an invoice that says it released other money than its credit notes did", async () => {
    const one = await account();
    const id = await invoiced(one);
    await transfer(one, id);
    await credit(one, id, 4_000n);
    const says = (releasedMinor: bigint) =>
      fixture.books.owner.invoice.update({ where: { id }, data: { releasedMinor } });
    await says(3_999n);
    const { drift } = await findLedgerDrift();
    expect(drift).toEqual([
      {
        what: "invoice amount released as account credit",
        id,
        currency: "EUR",
        expected: 3_999n,
        found: 4_000n,
      },
    ]);
    await says(4_000n);
  });
});

describe("a payment reversed by the bank", () => {
  it("makes invoices paid from its credit due again, without negative credit", async () => {
    const one = await account();
    const first = await invoiced(one);
    const paymentId = await transfer(one, first);
    await credit(one, first);
    const [second, third] = [await invoiced(one, 7_000n), await invoiced(one, 3_000n)];
    await dispute(one, paymentId, "lost");
    expect(await invoice(first)).toMatchObject({ status: "paid", paidMinor: 10_000n });
    expect(await invoice(second)).toMatchObject({ status: "open", paidMinor: 0n });
    expect(await invoice(third)).toMatchObject({
      status: "open",
      paidMinor: 0n,
      nextChargeAt: null,
      chargeAttempts: 1,
    });
    expect(await balance(one, "customerCredit")).toBe(0n);
    // The balance due can be paid, and is then zero.
    await transfer(one, second, 7_000n);
    await transfer(one, third, 3_000n);
    expect(await balance(one, "cash")).toBe(10_000n);
  });

  it("uses account credit first, then the invoice most recently paid from credit, and no more than needed", async () => {
    const one = await account();
    const first = await invoiced(one);
    const paymentId = await transfer(one, first);
    await credit(one, first);
    const [second, third] = [await invoiced(one, 4_000n), await invoiced(one, 5_000n)];
    await dispute(one, paymentId, "lost", 3_000n);
    // 1,000 was available as credit.
    expect(await invoice(third)).toMatchObject({ status: "open", paidMinor: 3_000n });
    expect(await invoice(second)).toMatchObject({ status: "paid" });
    expect(await balance(one, "customerCredit")).toBe(0n);
  });

  it("makes an invoice paid by another payment due again if that payment was refunded from credit", async () => {
    const one = await account();
    const [first, second] = [await invoiced(one), await invoiced(one)];
    const [firstPayment, secondPayment] = [await transfer(one, first), await transfer(one, second)];
    await credit(one, first);
    await refund(one, secondPayment, 10_000n, "credit");
    await dispute(one, firstPayment, "lost");
    expect(await invoice(first)).toMatchObject({ status: "paid" });
    expect(await invoice(second)).toMatchObject({ status: "open", paidMinor: 0n });
    expect(await balance(one, "customerCredit")).toBe(0n);
    expect(await balance(one, "cash")).toBe(0n);
  });

  it("is a loss as far as it was also refunded", async () => {
    const one = await account();
    const id = await invoiced(one);
    const paymentId = await transfer(one, id);
    await credit(one, id);
    await refund(one, paymentId, 10_000n, "credit");
    await dispute(one, paymentId, "lost");
    expect(await invoice(id)).toMatchObject({ status: "paid" });
    expect(await balance(one, "customerCredit")).toBe(0n);
    expect(await balance(one, "badDebt")).toBe(10_000n);
  });

  it("can't be refunded while disputed or lost, and can be once the dispute is won", async () => {
    const one = await account();
    const id = await invoiced(one);
    const paymentId = await transfer(one, id);
    await dispute(one, paymentId, "open", 4_000n);
    expect(await offered(one, paymentId)).toMatchObject({ left: 6_000n, invoices: 6_000n });
    await expect(refund(one, paymentId, 6_001n, "invoices")).rejects.toMatchObject({ code: "invalid" });
    await dispute(one, paymentId, "won", 4_000n);
    expect(await offered(one, paymentId)).toMatchObject({ left: 10_000n, invoices: 10_000n });
    await dispute(one, paymentId, "lost", 2_500n, `dp-second-${paymentId}`);
    expect(await offered(one, paymentId)).toMatchObject({ left: 7_500n, invoices: 7_500n });
    await expect(refund(one, paymentId, 7_501n, "invoices")).rejects.toMatchObject({ code: "invalid" });
    await refund(one, paymentId, 7_500n, "invoices");
    expect(await invoice(id)).toMatchObject({ status: "open", paidMinor: 0n });
    expect(await balance(one, "cash")).toBe(0n);
  });
});

describe("a refund that fails", () => {
  it("becomes account credit that can be refunded, and leaves its invoice due", async () => {
    const one = await account();
    const id = await invoiced(one);
    const paymentId = await transfer(one, id);
    const { refundId } = await refund(one, paymentId, 10_000n, "invoices");
    await one.at(now, (job) => settleRefund(job, refundId, { status: "failed", ref: null, message: "closed account" }));
    expect(await offered(one, paymentId)).toEqual({ left: 10_000n, credit: 10_000n, invoices: 10_000n });
    await refund(one, paymentId, 10_000n, "credit");
    expect(await invoice(id)).toMatchObject({ status: "open", paidMinor: 0n });
    expect(await balance(one, "customerCredit")).toBe(0n);
  });
});
