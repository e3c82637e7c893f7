import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { issueInvoice } from "@/lib/billing/core/invoicing/issue-invoice";
import { reservePayment } from "@/lib/billing/core/payments/reserve-payment";
import { settlePayment } from "@/lib/billing/core/payments/settle-payment";
import { addDays } from "@/lib/platform/kernel/dates";
import { type BookedAccount, type Books, openBooks } from "./books";

const now = new Date("2027-05-01T09:00:00Z");
const declined = { status: "failed", ref: "ch-1", code: "card_declined", message: "declined" } as const;
const expired = { status: "failed", ref: "ch-2", code: "expired_card", message: "expired" } as const;

let books: Books;
beforeAll(async () => {
  books = await openBooks();
});
afterAll(() => books.close());

async function automaticPayment(account: BookedAccount) {
  return account.at(now, async (job) => {
    const line = { kind: "oneOff", description: "Work", quantity: 1, unitMinor: 10_000n, taxCategory: "none" } as const;
    const { id } = await issueInvoice(job, { currency: "EUR", dueAt: addDays(now, 14), lines: [line] });
    const wanted = { invoices: [{ id }], methodId: account.methodId, origin: "autopay" as const, payer: null };
    return { invoiceId: id, paymentId: (await reservePayment(job, wanted)).paymentId };
  });
}

const mails = ({ id }: BookedAccount) =>
  books.owner.outboxMail.count({ where: { accountId: id, template: "payment-news" } });
const payment = (id: string) => books.owner.payment.findUniqueOrThrow({ where: { id } });

describe("a late payment result", () => {
  it("for a failed payment sends no second notification and keeps the first reason", async () => {
    const account = await books.account();
    const { paymentId } = await automaticPayment(account);
    expect(await account.at(now, (job) => settlePayment(job, paymentId, declined))).toBe("failed");
    const first = await payment(paymentId);
    expect(await mails(account)).toBe(1);
    expect(await account.at(now, (job) => settlePayment(job, paymentId, expired))).toBe("failed");
    expect(await payment(paymentId)).toEqual(first);
    expect(first).toMatchObject({ failureCode: "card_declined", gatewayRef: "ch-1" });
    expect(await mails(account)).toBe(1);
  });

  it("for a cancelled payment leaves it cancelled, whether it reports failed or pending", async () => {
    const account = await books.account();
    const { paymentId } = await automaticPayment(account);
    await books.owner.payment.update({ where: { id: paymentId }, data: { status: "cancelled" } });
    const waiting = { status: "processing", ref: "ch-3" } as const;
    for (const outcome of [declined, waiting]) {
      expect(await account.at(now, (job) => settlePayment(job, paymentId, outcome))).toBe("cancelled");
    }
    expect(await payment(paymentId)).toMatchObject({ status: "cancelled", failureCode: null, gatewayRef: null });
    expect(await mails(account)).toBe(0);
  });

  it("that reports success books the payment, whatever was reported before", async () => {
    const account = await books.account();
    const { paymentId, invoiceId } = await automaticPayment(account);
    await account.at(now, (job) => settlePayment(job, paymentId, { ...declined, ref: "ch-4" }));
    const came = { status: "succeeded", ref: "ch-4", amountMinor: 10_000n, currency: "EUR" } as const;
    expect(await account.at(now, (job) => settlePayment(job, paymentId, came))).toBe("succeeded");
    expect(await books.owner.invoice.findUniqueOrThrow({ where: { id: invoiceId } })).toMatchObject({ status: "paid" });
    expect(await account.at(now, (job) => settlePayment(job, paymentId, expired))).toBe("succeeded");
  });
});
