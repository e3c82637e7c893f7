import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { TimeBudget } from "@/lib/platform/kernel/time-budget";
import { DeadlineError } from "@/lib/platform/kernel/with-deadline";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const after = (milliseconds: number) => () =>
  new Promise<string>((resolve) => setTimeout(() => resolve("done"), milliseconds));

/** The outcome of a part after the given time has passed. */
async function waited(budget: TimeBudget, part: () => Promise<string>, milliseconds: number) {
  const [outcome] = await Promise.all([
    budget.waitFor(part).catch((error: unknown) => error),
    vi.advanceTimersByTimeAsync(milliseconds),
  ]);
  return outcome;
}

it("is shared by all parts", async () => {
  const budget = new TimeBudget(1000);
  expect(await waited(budget, after(600), 600)).toBe("done");
  expect(await waited(budget, after(600), 400)).toBeInstanceOf(DeadlineError);
});

it("isn't spent by work between its parts, however long that takes", async () => {
  const budget = new TimeBudget(1000);
  expect(await waited(budget, after(600), 600)).toBe("done");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await waited(budget, after(300), 300)).toBe("done");
});

it("starts no part once it is used up", async () => {
  const budget = new TimeBudget(1000);
  await waited(budget, after(5000), 1000);
  const part = vi.fn(after(1));
  expect(await waited(budget, part, 1)).toBeInstanceOf(DeadlineError);
  expect(part).not.toHaveBeenCalled();
});
