import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readReceivables } from "@/lib/billing/accounting/read-receivables";
import { readTaxes } from "@/lib/billing/accounting/read-taxes";
import { issueCreditNote } from "@/lib/billing/core/credits/issue-credit-note";
import { draftInvoice } from "@/lib/billing/core/invoicing/draft-invoice";
import { issueDraft } from "@/lib/billing/core/invoicing/issue-draft";
import { voidInvoice } from "@/lib/billing/core/invoicing/void-invoice";
import { recordPayment } from "@/lib/billing/core/payments/record-payment";
import type { Job } from "@/lib/platform/db/transaction";
import { type Age, ages } from "@/lib/platform/kernel/ages";
import { type Books, openBooks } from "@/tests/billing/core/books";

const DAY = 86_400_000;
const now = new Date("2031-06-15T12:00:00Z");
const byTotal = { sort: "total", direction: "desc" } as const;

let books: Books;
beforeAll(async () => {
  books = await openBooks();
});
afterAll(() => books.close());

const life = fc.record({
  /** Days since the due date; negative if not due yet. */
  late: fc.oneof(fc.integer({ min: -20, max: 150 }), fc.constantFrom(0, 30, 60, 90)),
  unitMinor: fc.integer({ min: 1, max: 500_000 }),
  category: fc.constantFrom("standard", "reduced", "none"),
  paidShare: fc.integer({ min: 0, max: 100 }),
  end: fc.constantFrom("nothing", "credit", "void"),
});

interface Life {
  readonly late: number;
  readonly unitMinor: number;
  readonly category: string;
  readonly paidShare: number;
  readonly end: string;
}

/** The expected report figures, calculated independently of the ledger. */
interface Plain {
  readonly owed: Map<Age, bigint>;
  readonly tax: Map<number, { base: bigint; charged: bigint; back: bigint }>;
}

const RATES: Readonly<Record<string, number>> = { standard: 2100, reduced: 900, none: 0 };

const ageOf = (late: number): Age => {
  if (late <= 0) return "current";
  if (late <= 30) return "to30";
  if (late <= 60) return "to60";
  return late <= 90 ? "to90" : "over90";
};

const taxOn = (net: bigint, rate: number): bigint => (net * BigInt(rate) + 5000n) / 10_000n;

async function sell(job: Job, unitMinor: bigint, taxCategory: string, dueAt = now): Promise<string> {
  const line = { kind: "oneOff" as const, description: "Work", quantity: 1, unitMinor, taxCategory };
  const id = await draftInvoice(job, { currency: "EUR", lines: [line] });
  await issueDraft(job, id, dueAt);
  return id;
}

async function live(account: Awaited<ReturnType<Books["account"]>>, one: Life, plain: Plain): Promise<void> {
  const issued = new Date(now.getTime() - (one.late + 14) * DAY);
  const dueAt = new Date(now.getTime() - one.late * DAY);
  const rate = RATES[one.category] ?? 0;
  const net = BigInt(one.unitMinor);
  const total = net + taxOn(net, rate);
  await account.at(issued, async (job) => {
    const id = await sell(job, net, one.category, dueAt);
    const tax = plain.tax.get(rate) ?? { base: 0n, charged: 0n, back: 0n };
    plain.tax.set(rate, tax);
    tax.base += net;
    tax.charged += taxOn(net, rate);
    if (one.end === "void") {
      await voidInvoice(job, id);
      tax.base -= net;
      tax.back += taxOn(net, rate);
      return;
    }
    let owed = total;
    if (one.end === "credit" && net > 1n) {
      const part = net / 2n;
      const creditLine = { description: "Half", netMinor: part, taxBasisPoints: rate };
      await issueCreditNote(job, { invoiceId: id, lines: [creditLine], reason: "Half", issuedByName: "Claire" });
      tax.base -= part;
      tax.back += taxOn(part, rate);
      owed -= part + taxOn(part, rate);
    }
    const paid = (owed * BigInt(one.paidShare)) / 100n;
    if (paid > 0n) {
      const wanted = { invoiceIds: [id], amountMinor: paid, currency: "EUR", reference: `ref-${id}` };
      await recordPayment(job, wanted);
    }
    plain.owed.set(ageOf(one.late), (plain.owed.get(ageOf(one.late)) ?? 0n) + owed - paid);
  });
}

describe("accounting reports", () => {
  it("match a plain recalculation of receivable ages and taxes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 12 }), async (lives) => {
        const account = await books.account();
        const before = new Map((await taxes()).map((row) => [row.basisPoints, row]));
        const plain: Plain = { owed: new Map(), tax: new Map() };
        for (const one of lives) await live(account, one, plain);
        const { number } = await books.owner.account.findUniqueOrThrow({ where: { id: account.id } });
        const pageOf = await readReceivables(books.owner, now, { q: number, page: 1, ...byTotal });
        const [row] = pageOf(1).items;
        for (const age of ages) expect(row?.[age] ?? 0n, age).toBe(plain.owed.get(age) ?? 0n);
        expect(row?.total ?? 0n).toBe([...plain.owed.values()].reduce((sum, one) => sum + one, 0n));
        const after = new Map((await taxes()).map((one) => [one.basisPoints, one]));
        for (const [rate, { base, charged, back }] of plain.tax) {
          const [old, fresh] = [before.get(rate), after.get(rate)];
          expect((fresh?.base ?? 0n) - (old?.base ?? 0n), `taxed at ${rate}`).toBe(base);
          expect((fresh?.charged ?? 0n) - (old?.charged ?? 0n), `charged at ${rate}`).toBe(charged);
          expect((fresh?.takenBack ?? 0n) - (old?.takenBack ?? 0n), `credited at ${rate}`).toBe(back);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("list reverse-charge sales with their net amount", async () => {
    const account = await books.account({ country: "DE", vatId: "DE312456782" });
    const span = { from: new Date("2025-06-01T00:00:00Z"), until: new Date("2025-07-01T00:00:00Z") };
    await account.at(new Date("2025-06-10T12:00:00Z"), (job) => sell(job, 1000n, "standard"));
    expect(await readTaxes(books.owner, span)).toEqual([
      { country: "DE", basisPoints: 0, reverseCharge: true, currency: "EUR", base: 1000n, charged: 0n, takenBack: 0n },
    ]);
  });

  it("count a tax only in the period it was posted in", async () => {
    const account = await books.account();
    const plain: Plain = { owed: new Map(), tax: new Map() };
    const span = { from: new Date("2025-03-01T00:00:00Z"), until: new Date("2025-04-01T00:00:00Z") };
    expect(await readTaxes(books.owner, span)).toEqual([]);
    const late = (now.getTime() - Date.parse("2025-03-20T12:00:00Z")) / DAY - 14;
    await live(account, { late, unitMinor: 1000, category: "standard", paidShare: 0, end: "nothing" }, plain);
    expect(await readTaxes(books.owner, span)).toEqual([
      {
        country: "NL",
        basisPoints: 2100,
        reverseCharge: false,
        currency: "EUR",
        base: 1000n,
        charged: 210n,
        takenBack: 0n,
      },
    ]);
    const next = { from: span.until, until: new Date("2025-05-01T00:00:00Z") };
    expect(await readTaxes(books.owner, next)).toEqual([]);
  });
});

const taxes = () => readTaxes(books.owner, { from: new Date(0), until: new Date("2100-01-01T00:00:00Z") });
