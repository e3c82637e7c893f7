import { describe, expect, it } from "vitest";
import { formatDateTime } from "@/lib/platform/kernel/format-date-time";
import { formatRelativeTime } from "@/lib/platform/kernel/format-relative-time";

const instant = new Date("2025-11-30T23:30:00Z");

describe("formatDateTime", () => {
  it("uses the viewer's time zone", () => {
    expect(formatDateTime(instant, "date", { locale: "en-GB", timeZone: "UTC" })).toBe("30 Nov 2025");
    expect(formatDateTime(instant, "date", { locale: "en-GB", timeZone: "Europe/Berlin" })).toBe("1 Dec 2025");
  });

  it("uses the viewer's language", () => {
    expect(formatDateTime(instant, "long", { locale: "de-DE", timeZone: "UTC" })).toBe("Sonntag, 30. November 2025");
  });
});

describe("formatRelativeTime", () => {
  it.each([
    ["2025-11-30T23:29:30Z", "just now"],
    ["2025-11-30T23:30:30Z", "in a moment"],
    ["2025-11-30T23:20:00Z", "10 minutes ago"],
    ["2025-11-29T23:30:00Z", "1 day ago"],
    // 40 hours away, two days later in the calendar.
    ["2025-12-02T15:30:00Z", "in 1 day"],
    // From the first to the last of December.
    ["2025-12-31T00:00:00Z", "in 1 month"],
    ["2025-12-03T23:30:00Z", "in 3 days"],
    ["2025-11-10T23:30:00Z", "2 weeks ago"],
    ["2023-11-30T23:30:00Z", "2 years ago"],
  ])("writes %s as %s", (other, written) => {
    expect(formatRelativeTime(new Date(other), instant)).toBe(written);
  });
});
