import { describe, expect, test } from "vitest";
import type { BusinessCalendar } from "@/lib/support/service-levels/business-time";
import { dueOn, dueTimes } from "@/lib/support/service-levels/due-times";

const day = { opens: 540, closes: 1_020 };
const none = { opens: 0, closes: 0 };
const calendar: BusinessCalendar = {
  timeZone: "UTC",
  week: [day, day, day, day, day, none, none],
  holidays: new Set(),
};
const at = (text: string) => new Date(`2026-11-${text}:00Z`);
const clock = (starts: string[], stops: string[] = [], firstRespondedAt: string | null = null) => ({
  clockStarts: starts.map(at),
  clockStops: stops.map(at),
  firstRespondedAt: firstRespondedAt === null ? null : at(firstRespondedAt),
});
const targets = { firstResponseMinutes: 120, resolutionMinutes: 480 };

describe("a ticket's due times", () => {
  test("run from its opening, and the earlier one is next", () => {
    expect(dueTimes(calendar, clock(["27T16:30"]), targets)).toEqual({
      firstResponseDueAt: at("30T10:30"),
      resolutionDueAt: at("30T16:30"),
      dueAt: at("30T10:30"),
    });
  });

  test("stand still while the customer's answer is awaited", () => {
    const paused = clock(["23T09:00"], ["23T10:00"], "23T10:00");
    expect(dueTimes(calendar, paused, targets)).toEqual({
      firstResponseDueAt: null,
      resolutionDueAt: null,
      dueAt: null,
    });
  });

  test("go on with what was left, and a first response is not asked for again", () => {
    const resumed = clock(["23T09:00", "25T09:00"], ["23T10:00"], "23T10:00");
    const { resolutionDueAt, dueAt } = dueTimes(calendar, resumed, targets);
    expect(resolutionDueAt).toEqual(at("25T16:00"));
    expect(dueAt).toEqual(resolutionDueAt);
    expect(dueOn(calendar, resumed, 480)).toEqual({
      targetMinutes: 480,
      leftMinutes: 420,
      from: at("25T09:00"),
      dueAt: at("25T16:00"),
    });
  });

  test("stay missed once they were, however long the ticket then rests", () => {
    const late = clock(["23T09:00"], ["24T12:00"], "24T12:00");
    expect(dueTimes(calendar, late, targets)).toEqual({
      firstResponseDueAt: at("23T11:00"),
      resolutionDueAt: at("23T17:00"),
      dueAt: null,
    });
  });

  test("don't exist without a target", () => {
    const open = { firstResponseMinutes: null, resolutionMinutes: null };
    expect(dueTimes(calendar, clock(["23T09:00"]), open)).toEqual({
      firstResponseDueAt: null,
      resolutionDueAt: null,
      dueAt: null,
    });
  });

  test("that fall on the end of a span are reached in it", () => {
    const exact = clock(["23T09:00", "25T09:00"], ["23T17:00"], "23T17:00");
    expect(dueOn(calendar, exact, 480)?.dueAt).toEqual(at("23T17:00"));
  });
});
