import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { listInvoices } from "@/lib/billing/invoices/list-invoices";
import { createToken } from "@/lib/identity/tokens/create-token";
import { forgetEnvironment } from "@/lib/platform/config/env";
import { businessNow } from "@/lib/platform/db/business-clock";
import { addDays } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

const YEAR_MS = 365 * 86_400_000;
const OWNER = "owner@northwind.example";

let portal: TestPortal;

beforeAll(async () => {
  portal = await testPortal();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  forgetEnvironment();
  await portal.owner.clockShift.deleteMany();
});
afterAll(() => portal.close());

const move = () => portal.owner.clockShift.create({ data: { id: 1, shiftMs: BigInt(YEAR_MS) } });
const count = async (status: "open" | "overdue") =>
  (await execute(await portal.as(OWNER), portal.demo.northwind.id, listInvoices, { status })).items.length;

it("is the real time until it is advanced", async () => {
  const before = Date.now();
  const now = (await businessNow()).getTime();
  expect(now).toBeGreaterThanOrEqual(before);
  expect(now).toBeLessThanOrEqual(Date.now());
});

it("moves billing's current time: a year later nothing is due in the future", async () => {
  expect(await count("open")).toBeGreaterThan(0);
  await move();
  expect((await businessNow()).getTime()).toBeGreaterThanOrEqual(Date.now() + YEAR_MS - 60_000);
  expect(await count("open")).toBe(0);
  expect(await count("overdue")).toBeGreaterThan(0);
});

it("leaves sessions and tokens on real time", async () => {
  await move();
  const asked = { name: "ci", permissions: ["billing.invoices.view"], days: 7 };
  const { expiresAt } = await execute(await portal.as(OWNER), null, createToken, asked);
  expect(Math.abs(Date.parse(expiresAt) - addDays(new Date(), 7).getTime())).toBeLessThan(60_000);
});

it("cannot be moved in production, whatever the table holds", async () => {
  await move();
  vi.stubEnv("PORTAL_MODE", "production");
  vi.stubEnv("PORTAL_SECRET", "a secret of this test alone, long enough for anybody");
  forgetEnvironment();
  expect((await businessNow()).getTime()).toBeLessThanOrEqual(Date.now());
});
