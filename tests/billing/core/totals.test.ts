import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { totalsOf } from "@/lib/billing/core/pricing/totals";

const line = fc.record({
  totalMinor: fc.bigInt({ min: -10_000_000n, max: 10_000_000n }),
  taxBasisPoints: fc.constantFrom(0, 550, 700, 900, 1900, 2100),
});

describe("the totals of an invoice", () => {
  it("round tax once per rate, half cents away from zero", () => {
    // Two lines of 0.05 at 10 %: one cent, not two half cents each rounded up.
    const small = { totalMinor: 5n, taxBasisPoints: 1000 };
    expect(totalsOf([small, small])).toMatchObject({ subtotalMinor: 10n, taxMinor: 1n, totalMinor: 11n });
    expect(totalsOf([small]).taxMinor).toBe(1n);
    expect(totalsOf([{ ...small, totalMinor: -5n }]).taxMinor).toBe(-1n);
  });

  it("list each rate once, highest first", () => {
    const rates = [0, 2100, 900, 2100].map((taxBasisPoints) => ({ totalMinor: 100n, taxBasisPoints }));
    expect(totalsOf(rates).taxes).toEqual([
      { basisPoints: 2100, netMinor: 200n, taxMinor: 42n },
      { basisPoints: 900, netMinor: 100n, taxMinor: 9n },
      { basisPoints: 0, netMinor: 100n, taxMinor: 0n },
    ]);
  });

  it("add up for any lines in any order, and a credit mirrors them exactly", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const totals = totalsOf(lines);
        expect(totals.subtotalMinor).toBe(lines.reduce((sum, one) => sum + one.totalMinor, 0n));
        expect(totals.totalMinor).toBe(totals.subtotalMinor + totals.taxMinor);
        for (const { basisPoints, netMinor, taxMinor } of totals.taxes) {
          const exact = Number(netMinor) * (basisPoints / 10_000);
          expect(Math.abs(Number(taxMinor) - exact)).toBeLessThanOrEqual(0.5 + 1e-6);
        }
        expect(totalsOf(lines.toReversed())).toEqual(totals);
        const credit = totalsOf(lines.map((one) => ({ ...one, totalMinor: -one.totalMinor })));
        expect(credit.totalMinor).toBe(-totals.totalMinor);
      }),
    );
  });

  it("split tax-inclusive prices to the cent", () => {
    expect(totalsOf([{ totalMinor: 12_100n, taxBasisPoints: 2_100 }], "inclusive")).toMatchObject({
      subtotalMinor: 10_000n,
      taxMinor: 2_100n,
      totalMinor: 12_100n,
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const totals = totalsOf(lines, "inclusive");
        expect(totals.totalMinor).toBe(lines.reduce((sum, one) => sum + one.totalMinor, 0n));
        for (const { basisPoints, netMinor, taxMinor } of totals.taxes) {
          const exact = (Number(netMinor + taxMinor) * basisPoints) / (10_000 + basisPoints);
          expect(Math.abs(Number(taxMinor) - exact)).toBeLessThanOrEqual(0.5 + 1e-6);
        }
      }),
    );
  });
});
