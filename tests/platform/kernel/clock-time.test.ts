import { expect, it } from "vitest";
import { clockDateTime, clockTime } from "@/lib/platform/kernel/clock-time";

it("the time of a clock is one that clocks show", () => {
  for (const time of ["00:00", "09:30", "23:59"]) expect(clockTime.safeParse(time).success, time).toBe(true);
  for (const time of ["24:00", "9:30", "10:60", "10:00:00", ""])
    expect(clockTime.safeParse(time).success, time).toBe(false);
});

it("a day and a time on a clock are in the calendar and name no zone", () => {
  for (const at of ["2026-03-29T18:00", "2028-02-29T00:00"]) expect(clockDateTime.safeParse(at).success, at).toBe(true);
  for (const at of [
    "2026-13-01T10:00",
    "2026-02-30T10:00",
    "2026-12-01T25:00",
    "2026-12-01T10:60",
    "2026-12-01T10:00Z",
    "2026-12-01T10:00:00",
    "2026-12-01",
  ])
    expect(clockDateTime.safeParse(at).success, at).toBe(false);
});
