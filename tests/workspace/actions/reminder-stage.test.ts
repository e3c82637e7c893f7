import { describe, expect, it } from "vitest";
import { nextReminderAt, reminderStage } from "@/lib/workspace/actions/reminder-stage";

const dueOn = new Date("2031-03-30");
const assignedAt = new Date("2031-03-01T10:00:00Z");
const at = (instant: string, timeZone = "UTC") => reminderStage({ dueOn, assignedAt, timeZone }, new Date(instant));

describe("the reminder somebody should have had", () => {
  it("is none earlier than three days before, nor a week after the due date", () => {
    expect(at("2031-03-26T12:00:00Z")).toBeNull();
    expect(at("2031-03-27T12:00:00Z")).toBe("before");
    expect(at("2031-03-30T12:00:00Z")).toBe("due");
    expect(at("2031-03-31T12:00:00Z")).toBe("overdue");
    expect(at("2031-04-06T12:00:00Z")).toBe("overdue");
    expect(at("2031-04-07T12:00:00Z")).toBeNull();
  });

  it("follows the days of its reader, on both sides of the date line and across a clock change", () => {
    expect(at("2031-03-30T18:30:00Z", "Pacific/Auckland")).toBeNull();
    expect(at("2031-03-30T19:30:00Z", "Pacific/Auckland")).toBe("overdue");
    expect(at("2031-03-31T04:00:00Z", "America/Los_Angeles")).toBe("due");
    expect(at("2031-03-30T05:30:00Z", "Europe/Amsterdam")).toBeNull();
    expect(at("2031-03-30T06:30:00Z", "Europe/Amsterdam")).toBe("due");
  });

  it("never comes before eight in the morning", () => {
    expect(at("2031-03-30T07:59:00Z")).toBeNull();
    expect(at("2031-03-30T08:00:00Z")).toBe("due");
  });

  it("doesn't repeat what an assignment has just said", () => {
    const late = { dueOn, assignedAt: new Date("2031-03-29T10:00:00Z"), timeZone: "UTC" };
    expect(reminderStage(late, new Date("2031-03-29T12:00:00Z"))).toBeNull();
    expect(reminderStage(late, new Date("2031-03-30T12:00:00Z"))).toBe("due");
    const today = { ...late, assignedAt: new Date("2031-03-30T10:00:00Z") };
    expect(reminderStage(today, new Date("2031-03-30T12:00:00Z"))).toBeNull();
  });
});

describe("the time at which the worker looks again", () => {
  it("is eight in the morning of the first of its people, on the next of the three days", () => {
    const next = (after: string, ...zones: string[]) => nextReminderAt(dueOn, zones, new Date(after))?.toISOString();
    expect(next("2031-03-01T00:00:00Z", "UTC")).toBe("2031-03-27T08:00:00.000Z");
    expect(next("2031-03-01T00:00:00Z", "UTC", "Pacific/Auckland")).toBe("2031-03-26T19:00:00.000Z");
    expect(next("2031-03-26T19:00:00Z", "UTC", "Pacific/Auckland")).toBe("2031-03-27T08:00:00.000Z");
    // The clocks change on the due date.
    expect(next("2031-03-28T00:00:00Z", "Europe/Amsterdam")).toBe("2031-03-30T06:00:00.000Z");
    expect(next("2031-03-31T08:00:00Z", "UTC")).toBeUndefined();
    expect(next("2031-03-01T00:00:00Z")).toBeUndefined();
  });
});
