import { afterAll, beforeAll, expect, it } from "vitest";
import { advanceClock } from "@/lib/billing/clock/advance-clock";
import { viewClock } from "@/lib/billing/clock/view-clock";
import { walkClock } from "@/lib/jobs/walk-clock";
import { businessNow } from "@/lib/platform/db/business-clock";
import { listen } from "@/lib/platform/db/listen";
import { execute } from "@/lib/platform/operations/execute";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

let portal: TestPortal;
const ACCOUNTING = "staff-accounting@portcullis.example";

beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());

it("is advanced to the next month by accounting staff, and the worker runs and reports each day's jobs", async () => {
  let heard: () => void = () => {};
  const next = () => new Promise<void>((resolve) => (heard = resolve));
  const connected = next();
  const listener = listen("portcullis_clock", () => heard());
  await connected;
  const told = next();

  const staff = await portal.as(ACCOUNTING);
  const { walkTo } = await execute(staff, null, advanceClock, { to: "nextMonth" });
  await told;
  await listener.stop();
  expect(walkTo).toMatch(/-01T00:00:00.000Z$/);
  expect((await problemOf(execute(staff, null, advanceClock, { to: "nextDay" }))).code).toBe("conflict");
  expect(await execute(staff, null, viewClock, {})).toMatchObject({ walkTo, movable: true });

  await walkClock();
  const there = await execute(staff, null, viewClock, {});
  expect(there.walkTo).toBeNull();
  expect(Math.abs(Date.parse(there.now) - Date.parse(walkTo))).toBeLessThan(60_000);
  expect((await businessNow()).getTime()).toBeGreaterThanOrEqual(Date.parse(walkTo));
  expect(there.runs.length).toBeGreaterThan(0);
  expect(there.runs.flatMap(({ did }) => did.map(({ job }) => job))).toContain("remind");
});
