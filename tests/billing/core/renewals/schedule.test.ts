import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cardEnd,
  dueDate,
  nextAttempt,
  type Schedule,
  stepsDue,
  suspendsBefore,
} from "@/lib/billing/core/renewals/schedule";
import { readEnvironment } from "@/lib/platform/config/env";
import { addDays } from "@/lib/platform/kernel/dates";

const plan: Schedule = {
  leadDays: 0,
  termDays: 14,
  reminderDays: [-3, 0, 3, 7, 14],
  retryDays: [1, 3, 5],
  suspendDays: 21,
  cardDays: 30,
};
const day = (text: string) => new Date(`${text}T00:00:00Z`);
const due = day("2027-03-15");

describe("an invoice", () => {
  it("is due after the term, and never before its period begins", () => {
    expect(dueDate(plan, day("2027-03-01"), day("2027-03-01"))).toEqual(day("2027-03-15"));
    expect(dueDate(plan, day("2027-03-01"), day("2027-03-20"))).toEqual(day("2027-03-20"));
  });
});

describe("reminders", () => {
  it.each([
    ["2027-03-11", []],
    ["2027-03-12", [-3]],
    ["2027-03-15", [-3, 0]],
    ["2027-03-17", [-3, 0]],
    ["2027-03-18", [-3, 0, 3]],
    ["2027-04-30", [-3, 0, 3, 7, 14]],
  ])("by %s the steps %j have come", (now, steps) => {
    expect(stepsDue(plan, due, day(now))).toEqual(steps);
  });

  it("come day by day each exactly once, whatever days the schedule names", () => {
    const steps = fc
      .uniqueArray(fc.integer({ min: -20, max: 20 }), { maxLength: 8 })
      .map((all) => all.sort((a, b) => a - b));
    fc.assert(
      fc.property(steps, (reminderDays) => {
        const seen: number[] = [];
        for (let days = -25; days <= 25; days++) {
          const open = stepsDue({ ...plan, reminderDays }, due, addDays(due, days)).filter(
            (step) => !seen.includes(step),
          );
          expect(open.length).toBeLessThanOrEqual(1);
          seen.push(...open);
        }
        expect(seen).toEqual(reminderDays);
      }),
    );
  });
});

it("goes by days: what is due in the evening has its reminders from the morning of each day on", () => {
  const evening = new Date("2027-03-15T19:00:00Z");
  expect(stepsDue(plan, evening, new Date("2027-03-14T23:59:59Z"))).toEqual([-3]);
  expect(stepsDue(plan, evening, day("2027-03-15"))).toEqual([-3, 0]);
});

describe("a failed charge", () => {
  it("is tried again one, three and five days after the first attempt, and then no more", () => {
    const attempts: Date[] = [];
    for (let at: Date | null = due; at !== null; at = nextAttempt(plan, attempts.length, at)) attempts.push(at);
    expect(attempts).toEqual([due, addDays(due, 1), addDays(due, 3), addDays(due, 5)]);
  });

  it("is never tried twice within a day because a worker was away", () => {
    expect(nextAttempt(plan, 1, addDays(due, 30))).toEqual(addDays(due, 31));
  });
});

it("suspends for what was due three weeks ago or earlier", () => {
  expect(suspendsBefore(plan, day("2027-04-05"))).toEqual(addDays(due, 1));
});

it("knows a card good to the last moment of its month", () => {
  expect(cardEnd(2, 2028)).toEqual(day("2028-03-01"));
  expect(cardEnd(12, 2027)).toEqual(day("2028-01-01"));
});

describe("the settings", () => {
  const base = { PORTAL_MODE: "test", DATABASE_URL: "postgresql://localhost/x" };

  it("have the days of the contract when nothing is set", () => {
    expect(readEnvironment(base)).toMatchObject({
      BILLING_REMINDER_DAYS: [-3, 0, 3, 7, 14],
      BILLING_RETRY_DAYS: [1, 3, 5],
    });
  });

  it("take days in any order, each once", () => {
    expect(readEnvironment({ ...base, BILLING_REMINDER_DAYS: "7, -1,7,0" }).BILLING_REMINDER_DAYS).toEqual([-1, 0, 7]);
  });

  it.each(["x", "1,,2", "1.5", "0"])("refuse %s as days of retries, naming the variable", (value) => {
    expect(() => readEnvironment({ ...base, BILLING_RETRY_DAYS: value })).toThrow(/BILLING_RETRY_DAYS/);
  });
});
