import { describe, expect, test } from "vitest";
import { formatDateTime } from "@/lib/platform/kernel/format-date-time";
import { isTimeZone, timeZoneOptions } from "@/lib/platform/kernel/time-zones";

describe("a time zone", () => {
  test.each([
    "Europe/Kyiv",
    "Europe/Kiev",
    "Asia/Kolkata",
    "Asia/Calcutta",
    "Asia/Ho_Chi_Minh",
    "America/Nuuk",
    "America/Argentina/Buenos_Aires",
    "Pacific/Kanton",
    "US/Eastern",
    "UTC",
    "Etc/GMT+5",
  ])("by the name %s is taken, and dates can be written in it", (timeZone) => {
    expect(isTimeZone(timeZone)).toBe(true);
    expect(formatDateTime(new Date("2026-01-02T03:04:05Z"), "long", { locale: "en-GB", timeZone })).toContain("2026");
  });

  test.each(["", "Europe/Nowhere", "Mars/Olympus", "Europe/Kyiv ", "constructor"])(
    "by the name %j is refused",
    (zone) => {
      expect(isTimeZone(zone)).toBe(false);
    },
  );

  test("is offered by its current name, with the former name", () => {
    const options = timeZoneOptions("UTC");
    expect(options[0]?.value).toBe("UTC");
    expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
    expect(options).toContainEqual({ value: "Europe/Kyiv", label: "Europe/Kyiv (formerly Europe/Kiev)" });
    expect(options.some(({ value }) => value === "Europe/Kiev")).toBe(false);
    const canonical = (name: string) => Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
    const zones = new Set(options.map(({ value }) => canonical(value)));
    expect(Intl.supportedValuesOf("timeZone").filter((zone) => !zones.has(canonical(zone)))).toEqual([]);
  });

  test("that was chosen under a former name is kept", () => {
    expect(timeZoneOptions("US/Eastern").map(({ value }) => value)).toContain("US/Eastern");
  });
});
