import { array, assert, bigInt, constantFrom, date, integer, property, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { billingDayOf, type Period, periodFrom } from "@/lib/billing/core/pricing/period";
import {
  daysIn,
  daysLeft,
  partBetween,
  unusedPart,
  unusedPeriod,
  usedPart,
} from "@/lib/billing/core/pricing/proration";

const DAY = 86_400_000;
const june: Period = { start: new Date("2026-06-10T15:00:00Z"), end: new Date("2026-07-10T15:00:00Z") };
const later = (ms: number, period = june) => new Date(period.start.getTime() + ms);

describe("the unused part of a period", () => {
  it("counts days from the period's start time, and counts a started day as used", () => {
    expect(daysIn(june)).toBe(30);
    expect(daysLeft(june, later(0))).toBe(30);
    expect(daysLeft(june, later(1))).toBe(29);
    expect(daysLeft(june, later(DAY))).toBe(29);
    expect(daysLeft(june, later(DAY + 1))).toBe(28);
    expect(daysLeft(june, later(30 * DAY - 1))).toBe(0);
    expect(daysLeft(june, later(-5 * DAY))).toBe(30);
    expect(daysLeft(june, later(99 * DAY))).toBe(0);
    expect(unusedPeriod(june, later(10 * DAY + 5))).toEqual({ start: later(11 * DAY), end: june.end });
  });

  it("costs its share, rounding half cents away from zero", () => {
    expect(unusedPart(3000n, june, later(10 * DAY))).toBe(2000n);
    expect(unusedPart(1000n, june, later(10 * DAY))).toBe(667n);
    expect(usedPart(1000n, june, later(10 * DAY))).toBe(333n);
    expect(usedPart(1n, june, later(15 * DAY))).toBe(1n);
    expect(usedPart(-1n, june, later(15 * DAY))).toBe(-1n);
    expect(unusedPart(1290n, june, june.end)).toBe(0n);
    expect(unusedPart(1290n, june, june.start)).toBe(1290n);
  });

  it("is zero for a period without days", () => {
    const none = { start: june.start, end: june.start };
    expect(unusedPart(1290n, none, june.start)).toBe(0n);
  });
});

describe("proration, for any period, amount and time", () => {
  const start = date({ min: new Date("2000-01-01"), max: new Date("2060-01-01"), noInvalidDate: true });
  const period = tuple(start, constantFrom("month" as const, "year" as const)).map(([from, interval]) =>
    periodFrom(from, interval, billingDayOf(from)),
  );
  const amount = bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
  const parts = integer({ min: 0, max: 1000 });
  const momentOf = ({ start, end }: Period, part: number) =>
    new Date(start.getTime() + Math.floor(((end.getTime() - start.getTime()) * part) / 1000));

  it("credits exactly what the same plan would charge", () => {
    assert(
      property(period, amount, parts, (of, minor, part) => {
        const moment = momentOf(of, part);
        expect(unusedPart(-minor, of, moment) + unusedPart(minor, of, moment)).toBe(0n);
        expect(usedPart(minor, of, moment) + unusedPart(minor, of, moment)).toBe(minor);
      }),
      { numRuns: 2000 },
    );
  });

  it("splits into any number of parts that add up to the whole", () => {
    assert(
      property(period, amount, array(parts, { maxLength: 12 }), (of, minor, cuts) => {
        const moments = [of.start, ...cuts.sort((a, b) => a - b).map((part) => momentOf(of, part)), of.end];
        const shares = moments
          .slice(1)
          .map((until, index) => partBetween(minor, of, moments[index] ?? of.start, until));
        expect(shares.reduce((sum, share) => sum + share, 0n)).toBe(minor);
        for (const share of shares) expect(minor < 0n ? share <= 0n : share >= 0n).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("never credits more than was charged, and credits less the later it is", () => {
    assert(
      property(period, amount, parts, parts, (of, minor, one, other) => {
        const [early, late] = [Math.min(one, other), Math.max(one, other)].map((part) => momentOf(of, part));
        const size = (value: bigint) => (value < 0n ? -value : value);
        const left = size(unusedPart(minor, of, early as Date));
        expect(left).toBeLessThanOrEqual(size(minor));
        expect(size(unusedPart(minor, of, late as Date))).toBeLessThanOrEqual(left);
      }),
      { numRuns: 2000 },
    );
  });

  it("is within a cent of the exact share by days", () => {
    assert(
      property(period, amount, parts, (of, minor, part) => {
        const moment = momentOf(of, part);
        const exactTimesDays = minor * BigInt(daysLeft(of, moment));
        const off = unusedPart(minor, of, moment) * BigInt(daysIn(of)) - exactTimesDays;
        expect(2n * (off < 0n ? -off : off)).toBeLessThanOrEqual(BigInt(daysIn(of)));
      }),
      { numRuns: 2000 },
    );
  });

  it("starts the unused part on a day that hasn't started", () => {
    assert(
      property(period, parts, (of, part) => {
        const moment = momentOf(of, part);
        const left = unusedPeriod(of, moment);
        expect(left.start.getTime()).toBeGreaterThanOrEqual(moment.getTime());
        expect(left.start.getTime() - moment.getTime()).toBeLessThan(DAY);
        expect(daysIn(left)).toBe(daysLeft(of, moment));
      }),
      { numRuns: 1000 },
    );
  });
});
