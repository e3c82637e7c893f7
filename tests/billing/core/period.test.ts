import { assert, constantFrom, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { billingDayOf, periodFrom, periodUntil } from "@/lib/billing/core/pricing/period";

const at = (text: string) => new Date(`${text}Z`);
const intervals = constantFrom("month" as const, "year" as const);

describe("a period", () => {
  it.each([
    ["2026-01-31T09:30", "month", 31, "2026-02-28T09:30"],
    ["2026-02-28T09:30", "month", 31, "2026-03-31T09:30"],
    ["2026-03-31T09:30", "month", 31, "2026-04-30T09:30"],
    ["2028-01-30T00:00", "month", 30, "2028-02-29T00:00"],
    ["2026-12-15T23:59", "month", 15, "2027-01-15T23:59"],
    ["2028-02-29T12:00", "year", 29, "2029-02-28T12:00"],
    ["2031-02-28T12:00", "year", 29, "2032-02-29T12:00"],
    ["2026-06-01T00:00", "year", 1, "2027-06-01T00:00"],
  ] as const)("starting %s, billed per %s on day %i, ends at %s", (start, interval, day, end) => {
    expect(periodFrom(at(start), interval, day).end).toEqual(at(end));
  });

  it("starts where the previous one ended, and keeps its billing day and time of day for years", () => {
    assert(
      property(integer({ min: 0, max: 40_000 }), integer({ min: 0, max: 1439 }), intervals, (day, minute, interval) => {
        const first = new Date(Date.UTC(2000, 0, 1 + day, 0, minute));
        const billingDay = billingDayOf(first);
        let start = first;
        for (let count = 1; count <= 30; count++) {
          const { end } = periodFrom(start, interval, billingDay);
          const months = (interval === "month" ? 1 : 12) * count;
          const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + months + 1, 0));
          expect(end.getUTCFullYear() * 12 + end.getUTCMonth()).toBe(
            first.getUTCFullYear() * 12 + first.getUTCMonth() + months,
          );
          expect(end.getUTCDate()).toBe(Math.min(billingDay, lastDay.getUTCDate()));
          expect(end.getTime() % 86_400_000).toBe(first.getTime() % 86_400_000);
          expect(periodUntil(end, interval, billingDay)).toEqual({ start, end });
          start = end;
        }
      }),
      { numRuns: 150 },
    );
  });
});
