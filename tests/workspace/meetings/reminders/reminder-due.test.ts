import { describe, expect, it } from "vitest";
import { nextReminderOf, reminderDue } from "@/lib/workspace/meetings/reminders/reminder-due";

const at = (text: string) => new Date(text);
const plain = { startsAt: at("2026-06-10T08:00:00Z"), zone: "Europe/Amsterdam" };

describe("a reminder of a meeting", () => {
  it.each([
    ["2026-06-09T07:59:59Z", null],
    ["2026-06-09T08:00:00Z", "day"],
    ["2026-06-09T10:59:59Z", "day"],
    ["2026-06-09T11:00:00Z", null],
    ["2026-06-10T06:59:59Z", null],
    ["2026-06-10T07:00:00Z", "hour"],
    ["2026-06-10T07:59:59Z", "hour"],
    ["2026-06-10T08:00:00Z", null],
  ])("is due a day and an hour before the start, at %s: %s", (now, stage) => {
    expect(reminderDue(plain, at(now))?.stage ?? null).toBe(stage);
  });

  it.each([
    ["a day of 23 hours", "2026-03-29T08:00:00Z", "2026-03-28T09:00:00.000Z", "Europe/Amsterdam"],
    ["a day of 25 hours", "2026-10-25T09:00:00Z", "2026-10-24T08:00:00.000Z", "Europe/Amsterdam"],
    ["a day of 23 hours in the south", "2027-10-02T23:00:00Z", "2027-10-02T00:00:00.000Z", "Australia/Sydney"],
    ["a day of 25 hours in the south", "2027-04-04T00:00:00Z", "2027-04-02T23:00:00.000Z", "Australia/Sydney"],
    ["a day of 24 and a half", "2027-04-03T23:30:00Z", "2027-04-02T23:00:00.000Z", "Australia/Lord_Howe"],
    ["a midnight that is skipped", "2027-09-05T13:00:00Z", "2027-09-04T14:00:00.000Z", "America/Santiago"],
  ])("comes at the same time by the clocks of the place, over %s", (_, startsAt, day, zone) => {
    const meeting = { startsAt: at(startsAt), zone };
    expect(nextReminderOf(meeting, at("2026-01-01T00:00:00Z"))?.toISOString()).toBe(day);
    expect(reminderDue(meeting, at(day))).toEqual({ stage: "day", since: at(day) });
  });

  it("is looked for a day before, then an hour before, and then no more", () => {
    expect(nextReminderOf(plain, at("2026-06-09T08:00:00Z"))?.toISOString()).toBe("2026-06-10T07:00:00.000Z");
    expect(nextReminderOf(plain, at("2026-06-10T07:00:00Z"))).toBeNull();
  });
});
