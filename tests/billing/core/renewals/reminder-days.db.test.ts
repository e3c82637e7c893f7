import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { remindOfInvoice } from "@/lib/billing/core/dunning/remind-of-invoice";
import { issueInvoice } from "@/lib/billing/core/invoicing/issue-invoice";
import type { Schedule } from "@/lib/billing/core/renewals/schedule";
import { addDays } from "@/lib/platform/kernel/dates";
import { type BookedAccount, type Books, openBooks } from "@/tests/billing/core/books";

const midnight = new Date("2027-05-01T00:00:00Z");
const schedule = (...reminderDays: number[]): Schedule => ({
  leadDays: 0,
  termDays: 14,
  reminderDays,
  retryDays: [],
  suspendDays: 21,
  cardDays: 30,
});

let books: Books;
beforeAll(async () => {
  books = await openBooks();
});
afterAll(() => books.close());

/** An open invoice that was emailed. */
async function sent(account: BookedAccount, issuedAt: Date, dueAt: Date): Promise<string> {
  const line = { kind: "oneOff", description: "Work", quantity: 1, unitMinor: 1_000n, taxCategory: "none" } as const;
  const { id } = await account.at(issuedAt, (job) => issueInvoice(job, { currency: "EUR", dueAt, lines: [line] }));
  await books.owner.invoice.update({ where: { id }, data: { announcedAt: issuedAt } });
  return id;
}

const remind = (account: BookedAccount, id: string, at: Date, days: Schedule) =>
  account.at(at, (job) => remindOfInvoice(job, id, days));
const steps = async (invoiceId: string) =>
  (await books.owner.invoiceReminder.findMany({ where: { invoiceId }, orderBy: { step: "asc" } })).map(
    ({ step, sentTo }) => [step, sentTo],
  );

describe("a reminder", () => {
  it("isn't sent for an invoice emailed on or after the reminder's day", async () => {
    const account = await books.account();
    // Due in three days, so the reminder three days before falls exactly on the issue time.
    const onTheDay = await sent(account, midnight, addDays(midnight, 3));
    expect(await remind(account, onTheDay, midnight, schedule(-3))).toBe(false);
    expect(await steps(onTheDay)).toEqual([[-3, 0]]);
    const after = await sent(account, midnight, addDays(midnight, 2));
    expect(await remind(account, after, midnight, schedule(-3))).toBe(false);
    expect(await steps(after)).toEqual([[-3, 0]]);
  });

  it("is sent for an invoice emailed just before the reminder's day began", async () => {
    const account = await books.account();
    const id = await sent(account, new Date(midnight.getTime() - 1), addDays(midnight, 3));
    expect(await remind(account, id, midnight, schedule(-3))).toBe(true);
    expect(await steps(id)).toEqual([[-3, 1]]);
    expect(await remind(account, id, midnight, schedule(-3)), "a second time").toBe(false);
  });

  it("isn't sent after a later reminder if the schedule has changed", async () => {
    const account = await books.account();
    const id = await sent(account, midnight, addDays(midnight, 14));
    const late = addDays(midnight, 20);
    expect(await remind(account, id, late, schedule(3))).toBe(true);
    expect(await remind(account, id, late, schedule(1, 3))).toBe(false);
    expect(await steps(id)).toEqual([
      [1, 0],
      [3, 1],
    ]);
    expect(await remind(account, id, late, schedule(1, 3, 5)), "a later one is").toBe(true);
    expect(await steps(id)).toEqual([
      [1, 0],
      [3, 1],
      [5, 1],
    ]);
  });
});
