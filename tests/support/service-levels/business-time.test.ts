import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addBusinessTime, type BusinessCalendar, businessMsBetween } from "@/lib/support/service-levels/business-time";

const HOUR = 3_600_000;
const nineToFive = { opens: 540, closes: 1_020 };
const none = { opens: 0, closes: 0 };
const weekdays = [...Array(5).fill(nineToFive), none, none];

const calendar = (changes: Partial<BusinessCalendar> = {}): BusinessCalendar => ({
  timeZone: "UTC",
  week: weekdays,
  holidays: new Set(),
  ...changes,
});
const added = (from: string, hours: number, changes: Partial<BusinessCalendar> = {}) =>
  addBusinessTime(calendar(changes), new Date(from), hours * 60)?.toISOString();
const between = (from: string, to: string, changes: Partial<BusinessCalendar> = {}) =>
  businessMsBetween(calendar(changes), new Date(from), new Date(to)) / HOUR;

describe("business hours from an instant", () => {
  test.each([
    ["within a day", "2026-11-25T10:00:00Z", 2, "2026-11-25T12:00:00.000Z"],
    ["to the very end of a day", "2026-11-25T10:00:00Z", 7, "2026-11-25T17:00:00.000Z"],
    ["over a night", "2026-11-25T16:00:00Z", 2, "2026-11-26T10:00:00.000Z"],
    ["over a weekend", "2026-11-27T16:30:00Z", 2, "2026-11-30T10:30:00.000Z"],
    ["from before opening", "2026-11-25T03:00:00Z", 1, "2026-11-25T10:00:00.000Z"],
    ["from after closing", "2026-11-25T20:00:00Z", 1, "2026-11-26T10:00:00.000Z"],
    ["from the moment of closing", "2026-11-25T17:00:00Z", 1, "2026-11-26T10:00:00.000Z"],
    ["from a day without work", "2026-11-28T12:00:00Z", 8, "2026-11-30T17:00:00.000Z"],
    ["over weeks", "2026-11-23T09:00:00Z", 80, "2026-12-04T17:00:00.000Z"],
  ])("%s", (_, from, hours, due) => {
    expect(added(from, hours)).toBe(due);
  });

  test("skip holidays, by the day of the calendar's own place", () => {
    const holidays = new Set(["2026-12-25", "2026-12-28"]);
    expect(added("2026-12-24T16:00:00Z", 2, { holidays })).toBe("2026-12-29T10:00:00.000Z");
    const auckland = { timeZone: "Pacific/Auckland", holidays: new Set(["2026-12-25"]) };
    // The 25th there begins on the 24th at 11:00 UTC.
    expect(added("2026-12-24T21:00:00Z", 1, auckland)).toBe("2026-12-27T21:00:00.000Z");
  });

  test("are never over where there are none", () => {
    expect(added("2026-11-25T10:00:00Z", 1, { week: Array(7).fill(none) })).toBeUndefined();
    expect(added("2026-11-25T10:00:00Z", 1, { week: Array(7).fill({ opens: 600, closes: 600 }) })).toBeUndefined();
  });

  test("may last all day and night", () => {
    const week = Array(7).fill({ opens: 0, closes: 1_440 });
    expect(added("2026-11-25T10:00:00Z", 50, { week })).toBe("2026-11-27T12:00:00.000Z");
  });
});

describe("where clocks change", () => {
  const week = Array(7).fill({ opens: 60, closes: 240 });
  const berlin = { timeZone: "Europe/Berlin", week };

  test("the hours from 1 to 4 last two in spring and four in autumn", () => {
    expect(between("2027-03-27T12:00:00Z", "2027-03-28T12:00:00Z", berlin)).toBe(2);
    expect(between("2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z", berlin)).toBe(4);
    expect(between("2026-10-25T12:00:00Z", "2026-10-26T12:00:00Z", berlin)).toBe(3);
  });

  test("a day opens at the same time of its clocks before and after", () => {
    const place = { timeZone: "America/New_York" };
    expect(added("2026-10-30T20:00:00Z", 2, place)).toBe("2026-11-02T15:00:00.000Z");
    expect(added("2027-03-12T21:00:00Z", 2, place)).toBe("2027-03-15T14:00:00.000Z");
  });

  test("hours that are skipped altogether don't exist", () => {
    const skipped = { timeZone: "Europe/Berlin", week: Array(7).fill({ opens: 120, closes: 180 }) };
    expect(between("2027-03-27T12:00:00Z", "2027-03-28T12:00:00Z", skipped)).toBe(0);
  });
});

describe("for any calendar", () => {
  const hours = fc
    .tuple(fc.integer({ min: 0, max: 1_440 }), fc.integer({ min: 0, max: 1_440 }))
    .map(([a, b]) => ({ opens: Math.min(a, b), closes: Math.max(a, b) }));
  const anyCalendar = fc.record({
    timeZone: fc.constantFrom(
      "UTC",
      "Europe/Berlin",
      "America/New_York",
      "Asia/Kathmandu",
      "Australia/Lord_Howe",
      "Pacific/Apia",
    ),
    week: fc.array(hours, { minLength: 7, maxLength: 7 }),
    holidays: fc
      .uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 10 })
      .map((days) => new Set(days.map((day) => new Date(Date.UTC(2026, 9, 1 + day)).toISOString().slice(0, 10)))),
  });
  const instant = fc.integer({ min: Date.UTC(2026, 9, 1), max: Date.UTC(2027, 3, 15) }).map((ms) => new Date(ms));

  test("as much business time passes until an instant as was added", () => {
    fc.assert(
      fc.property(anyCalendar, instant, fc.integer({ min: 1, max: 6_000 }), (of, from, minutes) => {
        const due = addBusinessTime(of, from, minutes);
        if (due === null) return;
        expect(due.getTime()).toBeGreaterThan(from.getTime());
        expect(businessMsBetween(of, from, due)).toBe(minutes * 60_000);
      }),
      { numRuns: 150 },
    );
  });

  test("two spans have together what the whole has, and never more than passes", () => {
    fc.assert(
      fc.property(anyCalendar, fc.tuple(instant, instant, instant), (of, instants) => {
        const [a, b, c] = instants.sort((x, y) => x.getTime() - y.getTime()) as [Date, Date, Date];
        const whole = businessMsBetween(of, a, c);
        expect(businessMsBetween(of, a, b) + businessMsBetween(of, b, c)).toBe(whole);
        expect(whole).toBeLessThanOrEqual(c.getTime() - a.getTime());
        expect(businessMsBetween(of, c, a)).toBe(0);
      }),
      { numRuns: 100 },
    );
  });

  test("adding in two steps comes to the same instant", () => {
    fc.assert(
      fc.property(
        anyCalendar,
        instant,
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 1, max: 900 }),
        (of, from, a, b) => {
          const first = addBusinessTime(of, from, a);
          const second = first && addBusinessTime(of, first, b);
          if (second === null) return;
          expect(second).toEqual(addBusinessTime(of, from, a + b));
        },
      ),
      { numRuns: 100 },
    );
  });
});
