import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { issueInvoice } from "@/lib/billing/core/invoicing/issue-invoice";
import { completePayment } from "@/lib/billing/core/payments/complete-payment";
import { handleWebhookEvent } from "@/lib/billing/core/payments/handle-webhook-event";
import { reservePayment } from "@/lib/billing/core/payments/reserve-payment";
import { completeRefund } from "@/lib/billing/core/refunds/complete-refund";
import { reserveRefund } from "@/lib/billing/core/refunds/reserve-refund";
import type { GatewayReport } from "@/lib/billing/gateways/payment-gateway";
import { findLedgerDrift } from "@/lib/platform/db/ledger-drift";
import { addDays } from "@/lib/platform/kernel/dates";
import { Problem } from "@/lib/platform/kernel/problem";
import { type BookedAccount, type Books, openBooks } from "./books";

const now = new Date();

let books: Books;
beforeAll(async () => {
  books = await openBooks();
});
afterAll(async () => {
  expect((await findLedgerDrift()).drift).toEqual([]);
  await books.close();
});

const invoiceOf = (account: BookedAccount, unitMinor = 10_000n) =>
  account.at(now, (job) =>
    issueInvoice(job, {
      currency: "EUR",
      dueAt: addDays(now, 14),
      lines: [{ kind: "oneOff", description: "Work", quantity: 1, unitMinor, taxCategory: "standard" }],
    }),
  );

const reserve = (account: BookedAccount, invoiceId: string, origin: "person" | "autopay" = "person") =>
  account.at(now, (job) =>
    reservePayment(job, { invoices: [{ id: invoiceId }], methodId: account.methodId, origin, payer: null }),
  );

/** The bank's own record of the account's charges. */
async function chargesOf(account: BookedAccount): Promise<{ status: string; amount: bigint }[]> {
  return books.owner
    .$queryRaw`select "status", "amount_minor" as "amount" from sandbox.charge where "account_id" = ${account.id}`;
}

describe("one invoice", () => {
  it("is paid once by 50 concurrent payers, half of them autopay, while the bank reports the payment", async () => {
    const account = await books.account();
    const { id, totalMinor } = await invoiceOf(account);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, async (_, index) => {
        const { paymentId } = await reserve(account, id, index % 2 === 0 ? "person" : "autopay");
        const both = await Promise.all([
          completePayment(account.id, paymentId),
          completePayment(account.id, paymentId),
          handleWebhookEvent("sandbox", report(account, paymentId, totalMinor, `evt-${index}`)),
        ]);
        return both[0];
      }),
    );
    const refused = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(refused).toHaveLength(49);
    expect(new Set(refused.map((reason) => (reason instanceof Problem ? reason.code : reason)))).toEqual(
      new Set(["conflict"]),
    );
    expect(await chargesOf(account)).toEqual([{ status: "succeeded", amount: totalMinor }]);
    expect(await books.owner.payment.count({ where: { accountId: account.id } })).toBe(1);
    expect(await books.owner.invoice.findUniqueOrThrow({ where: { id } })).toMatchObject({
      status: "paid",
      paidMinor: totalMinor,
    });
  });

  it("is charged and announced once when 50 processes complete one payment concurrently", async () => {
    const account = await books.account();
    const { id, totalMinor } = await invoiceOf(account);
    const { paymentId } = await reserve(account, id);
    const states = await Promise.all(Array.from({ length: 50 }, () => completePayment(account.id, paymentId)));
    expect(states).toContain("succeeded");
    expect(await completePayment(account.id, paymentId)).toBe("succeeded");
    expect(await chargesOf(account)).toEqual([{ status: "succeeded", amount: totalMinor }]);
    expect(await books.owner.outboxMail.count({ where: { accountId: account.id, template: "payment-news" } })).toBe(1);
  });

  it("can be paid with another card after the first was declined", async () => {
    const account = await books.account({ behaviour: "declined" });
    const { id } = await invoiceOf(account);
    const { paymentId } = await reserve(account, id);
    expect(await completePayment(account.id, paymentId)).toBe("failed");
    const second = await reserve(account, id);
    expect(second.paymentId).not.toBe(paymentId);
  });
});

describe("a bank that charges but doesn't answer", () => {
  it("is asked for the outcome later, and not to charge again", async () => {
    const account = await books.account({ behaviour: "silent" });
    const { id, totalMinor } = await invoiceOf(account);
    const { paymentId } = await reserve(account, id);
    expect(await completePayment(account.id, paymentId)).toBe("processing");
    await expect(reserve(account, id)).rejects.toMatchObject({ code: "conflict" });
    expect(await completePayment(account.id, paymentId)).toBe("processing");
    // The asking process has died, so its claim is released.
    await books.owner.payment.update({ where: { id: paymentId }, data: { claimedUntil: new Date(0) } });
    expect(await completePayment(account.id, paymentId)).toBe("succeeded");
    expect(await chargesOf(account)).toEqual([{ status: "succeeded", amount: totalMinor }]);
  });
});

describe("a refund", () => {
  it("happens once when requested in full concurrently", async () => {
    const account = await books.account();
    const { id, totalMinor } = await invoiceOf(account);
    const { paymentId } = await reserve(account, id);
    await completePayment(account.id, paymentId);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, () =>
        account.at(now, (job) =>
          reserveRefund(job, {
            paymentId,
            amountMinor: totalMinor,
            reason: "paid twice",
            issuedByName: "Claire",
            from: "invoices",
          }),
        ),
      ),
    );
    const reserved = outcomes.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    expect(reserved).toHaveLength(1);
    const refundId = reserved[0]?.refundId ?? "";
    const states = await Promise.all(Array.from({ length: 10 }, () => completeRefund(account.id, refundId)));
    expect(states).toContain("succeeded");
    const [row] = await books.owner.$queryRaw<{ sum: bigint }[]>`
      select coalesce(sum(r."amount_minor"), 0)::bigint as sum from sandbox.refund r where r."status" = 'succeeded'`;
    expect(row?.sum).toBe(totalMinor);
    expect(await books.owner.invoice.findUniqueOrThrow({ where: { id } })).toMatchObject({
      status: "open",
      paidMinor: 0n,
    });
  });
});

describe("a gateway event", () => {
  it("with a different amount, another account or an unknown payment is rejected and saves nothing", async () => {
    const account = await books.account();
    const other = await books.account();
    const { id, totalMinor } = await invoiceOf(account);
    const { paymentId } = await reserve(account, id);
    const wrong = [
      report(account, paymentId, totalMinor - 1n, "evt-sum"),
      report(other, paymentId, totalMinor, "evt-account"),
      report(account, crypto.randomUUID(), totalMinor, "evt-nobody"),
    ];
    for (const one of wrong) expect(await handleWebhookEvent("sandbox", one)).toMatch(/^rejected/);
    expect(await books.owner.payment.findUniqueOrThrow({ where: { id: paymentId } })).toMatchObject({
      status: "processing",
    });
    expect(await handleWebhookEvent("sandbox", report(account, paymentId, totalMinor, "evt-right"))).toBe(
      "payment succeeded",
    );
    expect(await handleWebhookEvent("sandbox", report(account, paymentId, totalMinor, "evt-right"))).toBe(
      "already processed",
    );
  });
});

const report = (account: BookedAccount, key: string, amountMinor: bigint, eventId: string): GatewayReport => ({
  eventId,
  type: "charge.succeeded",
  at: now,
  about: "charge",
  key,
  accountId: account.id,
  outcome: { status: "succeeded", ref: `report-${key}`, amountMinor, currency: "EUR" },
});
