import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { issueCreditNote } from "@/lib/billing/core/credits/issue-credit-note";
import { issueInvoice } from "@/lib/billing/core/invoicing/issue-invoice";
import { voidInvoice } from "@/lib/billing/core/invoicing/void-invoice";
import { writeOffInvoice } from "@/lib/billing/core/invoicing/write-off-invoice";
import { takeBackOrder } from "@/lib/billing/core/orders/take-back-order";
import { recordPayment } from "@/lib/billing/core/payments/record-payment";
import { asJob } from "@/lib/platform/db/transaction";
import { addDays } from "@/lib/platform/kernel/dates";
import type { BookedAccount } from "./books";
import { openRenewalsFixture, type RenewalsFixture } from "./renewals/renewals-fixture";

const now = new Date("2027-05-01T00:00:00Z");
const because = { reason: "callStripe", issuedByName: "Claire" };

let fixture: RenewalsFixture;
beforeAll(async () => {
  fixture = await openRenewalsFixture();
});
afterAll(() => fixture.close());

let count = 0;
/** An account with redeemed coupons: each a percentage for a number of invoices. */
async function holder(...coupons: readonly { basisPoints: number; left: number | null }[]) {
  const account = await fixture.books.account();
  const ids: string[] = [];
  for (const [index, { basisPoints, left }] of coupons.entries()) {
    const { id: couponId } = await fixture.books.owner.coupon.create({
      data: { code: `USE-${++count}`, name: "Coupon", basisPoints, invoices: left },
    });
    const redeemedAt = new Date(now.getTime() + index);
    const data = { accountId: account.id, couponId, left, redeemedAt };
    ids.push((await fixture.books.owner.accountCoupon.create({ data })).id);
  }
  const left = async () => {
    const rows = await fixture.books.owner.accountCoupon.findMany({ where: { id: { in: ids } } });
    return ids.map((id) => rows.find((row) => row.id === id)?.left);
  };
  return { account, left };
}

const issue = (account: BookedAccount, kind: "recurring" | "oneOff" = "recurring") =>
  account.at(now, (job) =>
    issueInvoice(job, {
      currency: "EUR",
      dueAt: addDays(now, 14),
      lines: [{ kind, description: "Server", quantity: 1, unitMinor: 10_000n, taxCategory: "none" }],
    }),
  );

const credit = (account: BookedAccount, invoiceId: string, netMinor: bigint) =>
  account.at(now, (job) =>
    issueCreditNote(job, { invoiceId, lines: [{ description: "Back", netMinor, taxBasisPoints: 0 }], ...because }),
  );

describe("a coupon use consumed by an invoice", () => {
  it("is returned when a renewal is voided, and discounts the next invoice", async () => {
    const settled = await fixture.addAccount({ services: [{ renewsAt: now }] });
    const { id: couponId } = await fixture.books.owner.coupon.create({
      data: { code: "RENEW", name: "Half", basisPoints: 5000 },
    });
    const held = { accountId: settled.id, couponId };
    await fixture.books.owner.accountCoupon.create({ data: { ...held, left: 1, redeemedAt: now } });
    const left = async () =>
      (await fixture.books.owner.accountCoupon.findUniqueOrThrow({ where: { accountId_couponId: held } })).left;
    await fixture.run(now, ["renew"]);
    const [renewal] = await fixture.books.owner.invoice.findMany({ where: { accountId: settled.id } });
    expect(renewal).toMatchObject({ totalMinor: 605n });
    expect(await left()).toBe(0);
    await asJob(settled.id, now, (job) => voidInvoice(job, renewal?.id ?? ""));
    expect(await left()).toBe(1);
    await fixture.run(addDays(now, 31), ["renew"]);
    const next = await fixture.books.owner.invoice.findFirstOrThrow({
      where: { accountId: settled.id, status: "open" },
    });
    expect(next).toMatchObject({ totalMinor: 605n });
    expect(await left()).toBe(0);
  });

  it("is returned once for every coupon on the invoice, and not by a rejected action", async () => {
    const { account, left } = await holder({ basisPoints: 5000, left: 1 }, { basisPoints: 1000, left: 3 });
    const { id, totalMinor } = await issue(account);
    expect(totalMinor).toBe(4_500n);
    expect(await left()).toEqual([0, 2]);
    await account.at(now, (job) => voidInvoice(job, id));
    expect(await left()).toEqual([1, 3]);
    await expect(account.at(now, (job) => voidInvoice(job, id))).rejects.toMatchObject({ code: "conflict" });
    expect(await left()).toEqual([1, 3]);
  });

  it("is returned when the invoice, paid or unpaid, is credited in full or with the last partial credit", async () => {
    const { account, left } = await holder({ basisPoints: 5000, left: 2 });
    const [unpaid, paid] = [await issue(account), await issue(account)];
    expect(await left()).toEqual([0]);
    await credit(account, unpaid.id, 5_000n);
    expect(await left()).toEqual([1]);
    const transfer = { invoiceIds: [paid.id], amountMinor: 5_000n, currency: "EUR", reference: "USE-PAID" };
    await account.at(now, (job) => recordPayment(job, transfer));
    await credit(account, paid.id, 4_999n);
    expect(await left()).toEqual([1]);
    await credit(account, paid.id, 1n);
    expect(await left()).toEqual([2]);
    await expect(credit(account, paid.id, 1n)).rejects.toMatchObject({ code: "invalid" });
    expect(await left()).toEqual([2]);
  });

  it("is returned when an order is cancelled by voiding or crediting its invoice", async () => {
    for (const paidMinor of [0n, 1_000n]) {
      const { account, left } = await holder({ basisPoints: 5000, left: 1 }, { basisPoints: 5000, left: 1 });
      const { id } = await issue(account);
      expect(await left()).toEqual([0, 0]);
      const transfer = { invoiceIds: [id], amountMinor: paidMinor, currency: "EUR", reference: `USE-${paidMinor}` };
      if (paidMinor > 0n) await account.at(now, (job) => recordPayment(job, transfer));
      await account.at(now, (job) => takeBackOrder(job, id, because));
      const expected =
        paidMinor > 0n ? { status: "paid", creditedMinor: 1_500n, releasedMinor: 1_000n } : { status: "void" };
      expect(await fixture.books.owner.invoice.findUniqueOrThrow({ where: { id } })).toMatchObject(expected);
      expect(await left()).toEqual([1, 1]);
    }
  });

  it("is kept when the invoice is written off, because it is still owed", async () => {
    const { account, left } = await holder({ basisPoints: 5000, left: 1 });
    const { id } = await issue(account);
    await account.at(now, (job) => writeOffInvoice(job, id));
    expect(await left()).toEqual([0]);
  });

  it("isn't consumed if the coupon discounted nothing", async () => {
    const { account, left } = await holder({ basisPoints: 10_000, left: 1 }, { basisPoints: 5000, left: 1 });
    expect((await issue(account, "oneOff")).totalMinor).toBe(10_000n);
    expect(await left()).toEqual([1, 1]);
    expect((await issue(account)).totalMinor).toBe(0n);
    expect(await left()).toEqual([0, 1]);
  });

  it("isn't counted for a coupon valid for all invoices", async () => {
    const { account, left } = await holder({ basisPoints: 5000, left: null });
    const { id } = await issue(account);
    await account.at(now, (job) => voidInvoice(job, id));
    expect(await left()).toEqual([null]);
    expect((await issue(account)).totalMinor).toBe(5_000n);
  });
});
