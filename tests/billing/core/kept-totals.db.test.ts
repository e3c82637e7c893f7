import { afterAll, beforeAll, expect, test } from "vitest";
import { receivableTotals } from "@/lib/billing/accounting/read-receivables";
import { readTaxes } from "@/lib/billing/accounting/read-taxes";
import { draftInvoice } from "@/lib/billing/core/invoicing/draft-invoice";
import { issueDraft } from "@/lib/billing/core/invoicing/issue-draft";
import { voidInvoice } from "@/lib/billing/core/invoicing/void-invoice";
import { recordPayment } from "@/lib/billing/core/payments/record-payment";
import { foldTotals } from "@/lib/billing/core/receivables/fold-totals";
import { findLedgerDrift } from "@/lib/platform/db/ledger-drift";
import { addDays } from "@/lib/platform/kernel/dates";
import { type Books, openBooks } from "./books";

let books: Books;
beforeAll(async () => {
  books = await openBooks();
});
afterAll(() => books.close());

const now = new Date("2026-03-10T15:30:00Z");
const everything = { from: new Date(0), until: new Date("2100-01-01T00:00:00Z") };

/** An account with one invoice per due date, of which the second is paid in part and the last void. */
async function lateAccount(dueDates: readonly Date[]): Promise<void> {
  const account = await books.account();
  await account.at(addDays(now, -200), async (job) => {
    const ids: string[] = [];
    for (const dueAt of dueDates) {
      const line = {
        kind: "oneOff" as const,
        description: "Work",
        quantity: 1,
        unitMinor: 1000n,
        taxCategory: "standard",
      };
      const id = await draftInvoice(job, { currency: "EUR", lines: [line] });
      await issueDraft(job, id, dueAt);
      ids.push(id);
    }
    const [, second = "", last = ""] = ids;
    await recordPayment(job, { invoiceIds: [second], amountMinor: 210n, currency: "EUR", reference: second });
    await voidInvoice(job, last);
  });
}

const totals = async () => ({
  due: await receivableTotals(books.owner, now),
  taxes: await readTaxes(books.owner, everything),
});

test("totals of receivables split the day on which an age begins by the minute", async () => {
  // An hour after, and an hour before, the moment that ends the first thirty days.
  await lateAccount([
    addDays(new Date("2026-03-10T16:30:00Z"), -30),
    addDays(new Date("2026-03-10T14:30:00Z"), -30),
    now,
  ]);
  const [row] = await receivableTotals(books.owner, now);
  expect(row).toMatchObject({ currency: "EUR", current: 0n, to30: 1210n, to60: 1000n, total: 2210n, invoices: 2n });
});

test("folding the totals leaves them as they were and their rows fewer, also while others change them", async () => {
  const dueDates = [addDays(now, -5), addDays(now, -5), addDays(now, 3)];
  await Promise.all(Array.from({ length: 3 }, () => lateAccount(dueDates)));
  const [before, rows] = [await totals(), await books.owner.receivableDay.count()];
  await Promise.all([foldTotals(), foldTotals(), foldTotals()]);
  await foldTotals();
  expect(await totals()).toEqual(before);
  expect(await books.owner.receivableDay.count()).toBeLessThan(rows);

  await Promise.all([...Array.from({ length: 3 }, () => lateAccount(dueDates)), foldTotals(), foldTotals()]);
  await foldTotals();
  expect((await findLedgerDrift()).drift).toEqual([]);
});

test("a kept total that is wrong is found by the ledger's check", async () => {
  await lateAccount([addDays(now, -5), addDays(now, -5), addDays(now, 3)]);
  await books.owner.$executeRaw`update "Receivable" set "dueMinor" = "dueMinor" + 1`;
  await books.owner.$executeRaw`update "TaxDay" set "chargedMinor" = "chargedMinor" + 1`;
  await books.owner.creditTotal.create({ data: { currency: "EUR", creditMinor: 5n } });
  const names = new Set((await findLedgerDrift()).drift.map(({ what }) => what));
  expect(names).toEqual(
    new Set(["kept balance due", "kept tax charged by day and rate", "kept total of account credit"]),
  );
});
