import { describe, expect, it } from "vitest";
import { type LedgerEntryRow, runBalance } from "@/lib/billing/statements/running-balance";

type Side = [account: LedgerEntryRow["lines"][number]["ledgerAccount"], amountMinor: number, currency?: string];

let made = 0;
const entry = (kind: LedgerEntryRow["kind"], ...sides: Side[]): LedgerEntryRow => ({
  id: String(++made),
  at: new Date(Date.UTC(2026, 0, made)),
  kind,
  memo: `Entry ${made}`,
  lines: sides.map(([ledgerAccount, amount, currency = "EUR"]) => ({
    ledgerAccount,
    currency,
    amountMinor: BigInt(amount),
    invoiceId: null,
  })),
});

describe("the balance of a statement", () => {
  it("runs from the opening balance over charges and credits to the closing balance", () => {
    const part = runBalance("EUR", 500n, [
      entry("invoiceIssued", ["receivable", 1210], ["revenue", -1000], ["taxPayable", -210]),
      entry("paymentReceived", ["cash", 1500], ["receivable", -1210], ["customerCredit", -290]),
      entry("refundPaid", ["customerCredit", 90], ["cash", -90]),
    ]);
    expect(part.movements.map(({ balance }) => balance.amountMinor)).toEqual([1710, 210, 300]);
    expect(part.movements.map(({ charge, credit }) => [charge?.amountMinor, credit?.amountMinor])).toEqual([
      [1210, undefined],
      [undefined, 1500],
      [90, undefined],
    ]);
    expect([part.charges, part.credits, part.closing].map(({ amountMinor }) => amountMinor)).toEqual([1300, 1500, 300]);
  });

  it("omits entries that don't change it, such as applied credit, and other currencies", () => {
    const part = runBalance("EUR", 0n, [
      entry("creditApplied", ["customerCredit", 300], ["receivable", -300]),
      entry("invoiceIssued", ["receivable", 700, "USD"], ["revenue", -700, "USD"]),
    ]);
    expect(part.movements).toEqual([]);
    expect(part.closing.amountMinor).toBe(0);
  });

  it("shows a payment for a written-off invoice on both sides", () => {
    const part = runBalance("EUR", 0n, [
      entry("invoiceWrittenOff", ["badDebt", 400], ["receivable", -400]),
      entry("paymentReceived", ["cash", 400], ["badDebt", -400]),
    ]);
    expect(part.movements.map(({ charge, credit }) => [charge?.amountMinor, credit?.amountMinor])).toEqual([
      [undefined, 400],
      [400, 400],
    ]);
    expect(part.closing.amountMinor).toBe(-400);
  });
});
