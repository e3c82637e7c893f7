import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CreditedTax, creditedTaxes, creditTotals } from "@/lib/billing/core/credits/credit-totals";
import { wholeCredit } from "@/lib/billing/core/credits/creditable";
import { type TaxMode, totalsOf } from "@/lib/billing/core/pricing/totals";

const mode = fc.constantFrom<TaxMode>("exclusive", "inclusive");
const basisPoints = fc.constantFrom(0, 550, 700, 900, 1900, 2100, 2500);
const lineOf = (totalMinor: bigint, taxBasisPoints: number) => ({
  id: `${totalMinor} ${taxBasisPoints}`,
  description: "Work",
  totalMinor,
  taxBasisPoints,
});

describe("the totals of a credit note", () => {
  it("match a tax-inclusive invoice to the cent", () => {
    // 10.00 including 21 % is 8.26 plus 1.74, while 21 % on 8.26 is 1.73, which would leave a cent due forever.
    const lines = [lineOf(1_000n, 2100)];
    const left = wholeCredit(lines, "inclusive", []).map(({ netMinor }) => ({
      totalMinor: netMinor,
      taxBasisPoints: 2100,
    }));
    expect(creditTotals(left, { lines, taxMode: "inclusive", before: [] })).toEqual({
      subtotalMinor: 826n,
      taxMinor: 174n,
      totalMinor: 1_000n,
      taxes: [{ basisPoints: 2100, netMinor: 826n, taxMinor: 174n }],
    });
  });

  it("add up to the cent over several partial credits", () => {
    // Three times 19 % on about 3.33 is 1.89, but the invoice has 1.90; twice 19 % on 0.03 is two cents instead of one.
    for (const [whole, parts] of [
      [1_000n, [333n, 333n, 334n]],
      [6n, [3n, 3n]],
    ] as const) {
      const lines = [lineOf(whole, 1900)];
      const before: CreditedTax[] = [];
      for (const part of parts) {
        before.push(...creditedTaxes([lineOf(part, 1900)], { lines, taxMode: "exclusive", before }));
      }
      const back = before.reduce((sum, { totalMinor, taxMinor }) => sum + totalMinor + taxMinor, 0n);
      expect(back).toBe(totalsOf(lines).totalMinor);
    }
  });

  it("reach the whole invoice and never exceed it, for any invoice in any parts", () => {
    const line = fc
      .tuple(fc.bigInt({ min: 1n, max: 200_000n }), basisPoints)
      .map(([minor, rate]) => lineOf(minor, rate));
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 5 }),
        mode,
        fc.array(fc.nat(99)),
        (lines, taxMode, cuts) => {
          const invoice = totalsOf(lines, taxMode);
          const before: CreditedTax[] = [];
          const take = (taxBasisPoints: number, totalMinor: bigint) => {
            const wanted = [{ taxBasisPoints, totalMinor }];
            const { totalMinor: total } = creditTotals(wanted, { lines, taxMode, before });
            before.push(...creditedTaxes(wanted, { lines, taxMode, before }));
            return total;
          };
          let back = 0n;
          for (const { basisPoints: rate, netMinor } of invoice.taxes) {
            let left = netMinor;
            for (const cut of cuts) {
              const part = (left * BigInt(cut)) / 100n;
              if (part > 0n) back += take(rate, part);
              left -= part;
              expect(back <= invoice.totalMinor).toBe(true);
            }
            if (left > 0n) back += take(rate, left);
          }
          expect(back).toBe(invoice.totalMinor);
          expect(before.every(({ taxMinor }) => taxMinor >= 0n)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
