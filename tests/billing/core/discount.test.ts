import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { discountsOf, type HeldCoupon } from "@/lib/billing/core/pricing/discount";
import { lesser } from "@/lib/platform/kernel/money";

const share = (basisPoints: number): HeldCoupon => ({ name: "share", basisPoints, amountMinor: null, currency: null });
const amount = (amountMinor: bigint, currency = "EUR"): HeldCoupon => ({
  name: "amount",
  basisPoints: null,
  amountMinor,
  currency,
});
const offLines = (...asked: Parameters<typeof discountsOf>) => discountsOf(...asked).lines;
const line = (totalMinor: bigint, discountable = true) => ({ totalMinor, discountable });

describe("what coupons take off", () => {
  it("is a share of each line, half a cent up", () => {
    expect(offLines([line(1_000n), line(333n)], "EUR", [share(1_500)])).toEqual([150n, 50n]);
  });

  it("is an amount over the lines, to the cent, in its own currency alone", () => {
    expect(offLines([line(1_000n), line(1_000n), line(1_000n)], "EUR", [amount(1_000n)])).toEqual([333n, 333n, 334n]);
    expect(offLines([line(1_000n)], "USD", [amount(1_000n)])).toEqual([0n]);
  });

  it("leaves proration, work and credits alone", () => {
    expect(offLines([line(1_000n, false), line(-500n), line(200n)], "EUR", [share(5_000)])).toEqual([0n, 0n, 100n]);
  });

  it("comes one after the other, off what the one before left", () => {
    expect(offLines([line(1_000n)], "EUR", [share(5_000), share(5_000)])).toEqual([750n]);
    expect(offLines([line(1_000n)], "EUR", [amount(900n), amount(900n)])).toEqual([1_000n]);
  });

  it("is told for each coupon: nothing for one to which those before it left nothing, or of another currency", () => {
    const coupons = [share(2_500), amount(5_000n), share(5_000), amount(100n, "USD")];
    expect(discountsOf([line(1_000n), line(1_000n)], "EUR", coupons).coupons).toEqual([500n, 1_500n, 0n, 0n]);
  });

  it("never takes more than there is, and an amount is taken whole where there is room for it", () => {
    const coupon = fc.oneof(
      fc.integer({ min: 1, max: 10_000 }).map(share),
      fc.bigInt({ min: 1n, max: 50_000n }).map((one) => amount(one)),
    );
    const lines = fc.array(fc.tuple(fc.bigInt({ min: -10_000n, max: 50_000n }), fc.boolean()), { maxLength: 6 });
    fc.assert(
      fc.property(lines, fc.array(coupon, { maxLength: 3 }), (plan, coupons) => {
        const all = plan.map(([total, discountable]) => line(total, discountable));
        const off = offLines(all, "EUR", coupons);
        all.forEach((one, index) => {
          const most = one.discountable && one.totalMinor > 0n ? one.totalMinor : 0n;
          const taken = off[index] ?? -1n;
          expect(taken >= 0n && taken <= most).toBe(true);
        });
        const [only] = coupons;
        if (coupons.length === 1 && only?.amountMinor) {
          const scope = all.reduce(
            (sum, one) => sum + (one.discountable && one.totalMinor > 0n ? one.totalMinor : 0n),
            0n,
          );
          const sum = off.reduce((total, one) => total + one, 0n);
          expect(sum).toBe(lesser(only.amountMinor, scope));
        }
      }),
    );
  });
});
