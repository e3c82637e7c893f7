import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chartBars } from "@/components/billing/overview/chart-bars";

describe("the bars of a chart", () => {
  it("are proportional to their values, within the drawing, on a round scale", () => {
    const { bars, top, bottom, zeroY } = chartBars([0, 150, 300], 300, 100);
    expect([top, bottom, zeroY]).toEqual([300, 0, 100]);
    expect(bars.map(({ height }) => height)).toEqual([0, 50, 100]);
    expect(bars.map(({ y, height }) => y + height)).toEqual([100, 100, 100]);
  });

  it("stay inside the drawing for any values, with negative ones below the axis", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 24 }), (values) => {
        const { bars, zeroY, top, bottom } = chartBars(values, 600, 150);
        expect(top).toBeGreaterThanOrEqual(Math.max(0, ...values));
        expect(bottom).toBeLessThanOrEqual(Math.min(0, ...values));
        for (const [index, { x, y, width, height }] of bars.entries()) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x + width).toBeLessThanOrEqual(600);
          expect(y).toBeGreaterThanOrEqual(-1e-6);
          expect(y + height).toBeLessThanOrEqual(150 + 1e-6);
          if ((values[index] ?? 0) < 0) expect(y).toBeCloseTo(zeroY);
        }
      }),
    );
  });

  it("are flat for zero values", () => {
    expect(chartBars([0, 0], 10, 10).bars.every(({ height }) => height === 0)).toBe(true);
    expect(chartBars([], 10, 10).bars).toEqual([]);
  });
});
