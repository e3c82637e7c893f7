import { expect, test } from "vitest";
import { z } from "zod";
import { calendarDay } from "@/lib/platform/kernel/calendar-day";
import { monthInput } from "@/lib/workspace/core/calendar-month";

const month = z.object(monthInput);

test.each(["2000-01-01", "2026-12-01", "2199-12-31"])(
  "the calendar shows the month of %s, a day that can be chosen",
  (day) => {
    expect(calendarDay.parse(day)).toBe(day);
    expect(month.parse({ month: day.slice(0, 7) })).toEqual({ month: day.slice(0, 7) });
  },
);

test.each(["1999-12-31", "2200-01-01"])("%s can't be chosen, and the error names the years that can", (day) => {
  expect(calendarDay.safeParse(day).error?.issues[0]?.message).toContain("Choose a date between 2000 and 2199.");
});

test.each(["2026-13", "2026-00", "2026-1", "2200-01"])("%s is no month of the calendar", (asked) => {
  expect(month.safeParse({ month: asked }).success).toBe(false);
});
