import pMap from "p-map";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { draftInvoice } from "@/lib/billing/core/invoicing/draft-invoice";
import { issueDraft } from "@/lib/billing/core/invoicing/issue-draft";
import { issueInvoice } from "@/lib/billing/core/invoicing/issue-invoice";
import { addDays } from "@/lib/platform/kernel/dates";
import { type BookedAccount, type Books, openBooks } from "./books";

const now = new Date("2026-03-01T10:00:00Z");
const line = { kind: "oneOff", description: "Work", quantity: 1, unitMinor: 5_000n, taxCategory: "standard" } as const;

let books: Books;
beforeAll(async () => {
  books = await openBooks();
});
afterAll(() => books.close());

const issue = (account: BookedAccount, at = now) =>
  account.at(at, (job) => issueInvoice(job, { currency: "EUR", dueAt: addDays(at, 14), lines: [line] }));

describe("invoice numbers", () => {
  it("have no gaps or duplicates when 60 are issued, 20 at a time, and some roll back", async () => {
    const accounts = await Promise.all([1, 2, 3].map(() => books.account()));
    const numbers = await pMap(
      Array.from({ length: 60 }, (_, index) => index),
      async (index) => {
        const account = accounts[index % 3] as BookedAccount;
        if (index % 5 > 1) return [(await issue(account)).number];
        const givenUp = account.at(now, async (job) => {
          await issueInvoice(job, { currency: "EUR", dueAt: now, lines: [line] });
          throw new Error("gave up");
        });
        await expect(givenUp).rejects.toThrow("gave up");
        return [];
      },
      // All at once would wait longer for the series than a request may, where the machine is slow.
      { concurrency: 20 },
    );
    const issued = numbers.flat();
    expect(issued).toHaveLength(36);
    expect(issued.toSorted()).toEqual(issued.map((_, index) => `INV-2026-${String(index + 1).padStart(5, "0")}`));
  });

  it("restart every year", async () => {
    const account = await books.account();
    expect((await issue(account, new Date("2027-01-01T00:00:00Z"))).number).toBe("INV-2027-00001");
  });
});

describe("an issued invoice", () => {
  it("keeps the seller and buyer of its issue date after later changes", async () => {
    const account = await books.account();
    const { id } = await issue(account);
    await books.owner.account.update({ where: { id: account.id }, data: { legalName: "Renamed Ltd", city: "Cork" } });
    await books.owner.legalEntity.updateMany({ data: { name: "Seller International B.V." } });
    const { seller, buyer } = await books.owner.invoice.findUniqueOrThrow({ where: { id } });
    expect(seller).toMatchObject({ name: "Seller B.V.", lines: ["Quay 1", "1000 AA Amsterdam", "Netherlands"] });
    expect(buyer).not.toMatchObject({ name: "Renamed Ltd" });
    await books.owner.legalEntity.updateMany({ data: { name: "Seller B.V." } });
  });

  it("uses the names on the issue date, not on the draft date", async () => {
    const account = await books.account();
    const id = await account.at(now, (job) => draftInvoice(job, { currency: "EUR", lines: [line] }));
    await books.owner.account.update({ where: { id: account.id }, data: { legalName: "Newly Named Ltd" } });
    await account.at(now, (job) => issueDraft(job, id, addDays(now, 14)));
    expect(await books.owner.invoice.findUniqueOrThrow({ where: { id } })).toMatchObject({
      buyer: { name: "Newly Named Ltd" },
      status: "open",
    });
  });

  it("charges tax by the buyer's location: domestic, EU business, EU private person, outside the EU", async () => {
    const totals = async (plan: { country: string; vatId?: string }) => {
      const { id } = await issue(await books.account(plan));
      const { taxMinor, reverseCharge, taxCountry } = await books.owner.invoice.findUniqueOrThrow({ where: { id } });
      return { taxMinor, reverseCharge, taxCountry };
    };
    expect(await totals({ country: "NL" })).toEqual({ taxMinor: 1_050n, reverseCharge: false, taxCountry: "NL" });
    expect(await totals({ country: "DE", vatId: "DE312456782" })).toEqual({
      taxMinor: 0n,
      reverseCharge: true,
      taxCountry: "DE",
    });
    expect(await totals({ country: "DE" })).toEqual({ taxMinor: 950n, reverseCharge: false, taxCountry: "DE" });
    expect(await totals({ country: "US" })).toEqual({ taxMinor: 0n, reverseCharge: false, taxCountry: null });
  });
});

describe("the ledger", () => {
  const changed = /append-only/;

  it("can't be changed by anyone, including the owner of the tables", async () => {
    const account = await books.account();
    await issue(account);
    const own = { where: { accountId: account.id } };
    await expect(books.owner.ledgerLine.updateMany({ ...own, data: { amountMinor: 0n } })).rejects.toThrow(changed);
    await expect(books.owner.ledgerLine.deleteMany(own)).rejects.toThrow(changed);
    await expect(books.owner.ledgerEntry.updateMany({ ...own, data: { memo: "nothing" } })).rejects.toThrow(changed);
    await expect(books.owner.ledgerEntry.deleteMany(own)).rejects.toThrow(changed);
  });

  it("rejects unbalanced entries, and posts each source once", async () => {
    const account = await books.account();
    const entry = (source: string, amounts: bigint[]) =>
      books.owner.$transaction(async (db) => {
        const { id } = await db.ledgerEntry.create({
          data: { accountId: account.id, kind: "creditGranted", source, memo: "x", at: now },
        });
        await db.ledgerLine.createMany({
          data: amounts.map((amountMinor) => ({
            accountId: account.id,
            entryId: id,
            ledgerAccount: "revenue" as const,
            currency: "EUR",
            amountMinor,
          })),
        });
      });
    await expect(entry("a", [100n, -99n])).rejects.toThrow(/balance/);
    await expect(entry("b", [100n, -100n])).resolves.toBeUndefined();
    await expect(entry("b", [100n, -100n])).rejects.toThrow(/[Uu]nique/);
  });
});
