import { describe, expect, it } from "vitest";
import { endOfDay, startOfDay } from "@/lib/platform/kernel/day-in-zone";
import { localDay } from "@/lib/platform/kernel/local-day";

const hoursIn = (day: string, zone: string) =>
  (endOfDay(day, zone).getTime() - startOfDay(day, zone).getTime()) / 3_600_000;

describe("a day in a time zone", () => {
  it.each([
    ["2026-11-22", "UTC", "2026-11-22T00:00:00.000Z"],
    ["2026-11-22", "Europe/Amsterdam", "2026-11-21T23:00:00.000Z"],
    ["2026-07-01", "Europe/Amsterdam", "2026-06-30T22:00:00.000Z"],
    ["2026-11-22", "America/New_York", "2026-11-22T05:00:00.000Z"],
    ["2026-11-22", "Asia/Kathmandu", "2026-11-21T18:15:00.000Z"],
    ["2026-11-22", "Pacific/Kiritimati", "2026-11-21T10:00:00.000Z"],
  ])("%s in %s begins at %s", (day, zone, at) => {
    expect(startOfDay(day, zone).toISOString()).toBe(at);
  });

  it("has 23 hours when clocks go forward and 25 when they go back", () => {
    expect(hoursIn("2026-03-29", "Europe/Amsterdam")).toBe(23);
    expect(hoursIn("2026-10-25", "Europe/Amsterdam")).toBe(25);
    expect(hoursIn("2026-10-26", "Europe/Amsterdam")).toBe(24);
  });

  it("starts after the jump if clocks skip midnight", () => {
    // Cairo goes from 24:00 to 01:00 on the last Friday of April.
    expect(startOfDay("2024-04-26", "Africa/Cairo").toISOString()).toBe("2024-04-25T22:00:00.000Z");
    expect(hoursIn("2024-04-26", "Africa/Cairo")).toBe(23);
  });

  it("starts at the first midnight if clocks go back across it", () => {
    // Havana goes from 01:00 back to 00:00 on the first Sunday of November.
    expect(startOfDay("2024-11-03", "America/Havana").toISOString()).toBe("2024-11-03T04:00:00.000Z");
    expect(hoursIn("2024-11-03", "America/Havana")).toBe(25);
  });
});

/** Zones whose clocks have skipped or repeated midnight or moved by half an hour, and one on each side of the date line. */
const zones = [
  ...["Africa/Cairo", "America/Havana", "Asia/Beirut", "America/Asuncion", "America/Santiago", "Australia/Lord_Howe"],
  ...["Asia/Gaza", "America/Nuuk", "Africa/Casablanca", "Asia/Kathmandu", "Pacific/Apia", "Pacific/Pago_Pago"],
  ...["Australia/Sydney", "Pacific/Chatham"],
];

describe("each day of a year", () => {
  it("starts at an instant within it, directly after one that is not", () => {
    const wrong: string[] = [];
    for (const zone of zones) {
      const named = new Intl.DateTimeFormat("en-CA", {
        timeZone: zone,
        year: "numeric",
        month: "2-digit",
        day: "2-digit",
      });
      for (let days = 0; days < 366; days++) {
        const day = new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10);
        const at = startOfDay(day, zone);
        const before = new Date(at.getTime() - 1);
        const fits = named.format(at) === day && named.format(before) < day;
        if (!fits || localDay(at, zone) !== day || localDay(before, zone) >= day) wrong.push(`${day} in ${zone}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
