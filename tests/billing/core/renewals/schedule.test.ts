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
  it("is due after the payment term, and never before its period starts", () => {
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
  ])("by %s have reached the steps %j", (now, steps) => {
    expect(stepsDue(plan, due, day(now))).toEqual(steps);
  });

  it("are each reached exactly once, for any schedule", () => {
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

it("go by days: an invoice due in the evening is reminded from the morning of each day", () => {
  const evening = new Date("2027-03-15T19:00:00Z");
  expect(stepsDue(plan, evening, new Date("2027-03-14T23:59:59Z"))).toEqual([-3]);
  expect(stepsDue(plan, evening, day("2027-03-15"))).toEqual([-3, 0]);
});

describe("a failed charge", () => {
  it("is retried one, three and five days after the first attempt, then no more", () => {
    const attempts: Date[] = [];
    for (let at: Date | null = due; at !== null; at = nextAttempt(plan, attempts.length, at)) attempts.push(at);
    expect(attempts).toEqual([due, addDays(due, 1), addDays(due, 3), addDays(due, 5)]);
  });

  it("isn't retried twice within a day because a worker was down", () => {
    expect(nextAttempt(plan, 1, addDays(due, 30))).toEqual(addDays(due, 31));
  });
});

it("suspends for invoices due three weeks ago or earlier", () => {
  expect(suspendsBefore(plan, day("2027-04-05"))).toEqual(addDays(due, 1));
});

it("treats a card as valid to the last instant of its month", () => {
  expect(cardEnd(2, 2028)).toEqual(day("2028-03-01"));
  expect(cardEnd(12, 2027)).toEqual(day("2028-01-01"));
});

describe("the settings", () => {
  const base = { PORTAL_MODE: "test", DATABASE_URL: "postgresql://localhost/x" };

  it("use the default days when nothing is set", () => {
    expect(readEnvironment(base)).toMatchObject({
      BILLING_REMINDER_DAYS: [-3, 0, 3, 7, 14],
      BILLING_RETRY_DAYS: [1, 3, 5],
    });
  });

  it("accept days in any order, each once", () => {
    expect(readEnvironment({ ...base, BILLING_REMINDER_DAYS: "7, -1,7,0" }).BILLING_REMINDER_DAYS).toEqual([-1, 0, 7]);
  });

  it.each(["x", "1,,2", "1.5", "0"])("reject %s as retry days, naming the variable", (value) => {
    expect(() => readEnvironment({ ...base, BILLING_RETRY_DAYS: value })).toThrow(/BILLING_RETRY_DAYS/);
  });
});
