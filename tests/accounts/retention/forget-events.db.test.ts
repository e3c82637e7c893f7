import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listActivity } from "@/lib/accounts/activity/list-activity";
import { forgetEvents } from "@/lib/accounts/retention/forget-events";
import { forgetEventsJob } from "@/lib/accounts/retention/forget-events-job";
import { classWords, eventClasses, leastYears, MOST_YEARS } from "@/lib/accounts/retention/schema";
import { setRetention } from "@/lib/accounts/retention/set-retention";
import { viewKept } from "@/lib/accounts/retention/view-kept";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { asWorker } from "@/lib/platform/db/transaction";
import { runBatch } from "@/lib/platform/jobs/run-batch";
import { addDays, addMonths } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import { workspaceAreas } from "@/lib/policy/areas";
import { entryOf, permissionKeys } from "@/lib/policy/permissions";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

let portal: TestPortal;
let accountId: string;
beforeAll(async () => {
  portal = await testPortal();
  accountId = portal.demo.northwind.id;
});
afterAll(() => portal.close());
beforeEach(async () => {
  await portal.owner.auditEvent.deleteMany();
  await portal.owner.activityRetention.deleteMany();
});

const YEAR = 12;
const monthStart = () => new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth(), 1));

type Planned = Partial<Prisma.AuditEventCreateManyInput> & { readonly permission: string; readonly at: Date };

const lay = (events: readonly Planned[]) =>
  portal.owner.auditEvent.createMany({
    data: events.map((event) => ({
      ...{ accountId, actorName: "Ingrid Solheim", via: "page", operation: "sample.do", outcome: "done" as const },
      ...{ summary: "Did something" },
      ...event,
    })),
  });

const keep = (years: Partial<Record<(typeof eventClasses)[number], number>>) =>
  portal.owner.activityRetention.create({
    data: {
      ...{ moneyYears: years.money, accessYears: years.access },
      ...{ supportYears: years.support, workspaceYears: years.workspace },
    },
  });

const left = async () =>
  (
    await portal.owner.auditEvent.findMany({
      where: { operation: "sample.do" },
      select: { permission: true },
      orderBy: { permission: "asc" },
    })
  ).map(({ permission }) => permission);

const notes = () => portal.owner.auditEvent.findMany({ where: { operation: "worker.forget-events" } });

const elevenYearsAgo = () => addMonths(monthStart(), -11 * YEAR);

describe("events of the activity log", () => {
  it("are kept for ever until somebody decides otherwise", async () => {
    await lay([{ permission: "documents.view", at: new Date("1999-01-01") }]);
    expect(await runBatch(forgetEventsJob, new Date())).toEqual({ done: 0, failures: [] });
    expect(await forgetEvents(accountId)).toBe(0);
    expect(await left()).toEqual(["documents.view"]);
  });

  it("are deleted class by class, and the log says how many, of which class and up to when", async () => {
    const at = addDays(addMonths(monthStart(), -3 * YEAR), -2);
    await lay([
      { permission: "documents.view", at },
      { permission: "meetings.view", at: addDays(at, -400) },
      { permission: "support.tickets.open", at },
      { permission: "billing.invoices.view", at },
      { permission: "people.members.add", at },
    ]);
    await keep({ workspace: 3, money: 10, access: 10 });
    expect(await runBatch(forgetEventsJob, new Date())).toEqual({ done: 2, failures: [] });
    expect(await left()).toEqual(["billing.invoices.view", "people.members.add", "support.tickets.open"]);
    const day = at.toISOString().slice(0, 10);
    expect(await notes()).toMatchObject([
      {
        ...{ accountId, via: "system", permission: "activity.view", outcome: "done" },
        summary: `Deleted events of the activity log that were kept long enough: 2, up to ${day}`,
        details: { forgotten: { workspace: 2 }, before: { workspace: expect.any(String) } },
      },
    ]);
    const { items } = await execute(await portal.as("owner@northwind.example"), accountId, listActivity, {} as never);
    expect(items[0]?.summary).toMatch(/^Deleted events of the activity log that were kept long enough: 2, up to \d/);
  });

  it("are kept to the end of the month in which their years are over", async () => {
    const border = addMonths(monthStart(), -1 * YEAR);
    await lay([
      { permission: "links.view", at: border },
      { permission: "links.add", at: new Date(border.getTime() - 1) },
    ]);
    await keep({ workspace: 1 });
    expect(await forgetEvents(accountId)).toBe(1);
    expect(await left()).toEqual(["links.view"]);
  });

  it("stay if they were denied, as long as events about access", async () => {
    await lay([
      { permission: "documents.view", outcome: "denied", at: addMonths(monthStart(), -5 * YEAR) },
      { permission: "documents.view", outcome: "denied", at: elevenYearsAgo() },
    ]);
    await keep({ workspace: 1, access: 10 });
    expect(await forgetEvents(accountId)).toBe(1);
    expect(await left()).toHaveLength(1);
  });

  it("are deleted on closed accounts too, and outside of accounts by clearing up", async () => {
    const account = portal.demo.globex.id;
    await portal.owner.account.update({ where: { id: account }, data: { status: "closed", closedAt: new Date() } });
    await lay([
      { permission: "documents.view", accountId: account, at: elevenYearsAgo() },
      { permission: "profile.manage", accountId: null, at: elevenYearsAgo() },
      { permission: "profile.manage", accountId: null, at: addMonths(monthStart(), -1) },
    ]);
    await keep({ workspace: 1, access: 10 });
    expect((await runBatch(forgetEventsJob, new Date())).done).toBe(1);
    expect(await forgetEvents(null)).toBe(1);
    expect(await left()).toEqual(["profile.manage"]);
    expect((await notes()).map((note) => note.accountId)).toEqual(expect.arrayContaining([account, null]));
  });

  it("are each counted once by fifty workers at a time", async () => {
    await lay(Array.from({ length: 300 }, () => ({ permission: "documents.view", at: elevenYearsAgo() })));
    await keep({ workspace: 1 });
    const done = await Promise.all(Array.from({ length: 50 }, () => forgetEvents(accountId)));
    expect(done.reduce((sum, one) => sum + one, 0)).toBe(300);
    const told = (await notes()).map(
      ({ details }) => (details as { forgotten: { workspace: number } }).forgotten.workspace,
    );
    expect(told.reduce((sum, one) => sum + one, 0)).toBe(300);
  });
});

describe("the database", () => {
  it("lets none of the portal's roles delete or change an event", async () => {
    const rows = await portal.owner.$queryRaw<unknown[]>`
      select grantee, privilege_type from information_schema.role_table_grants
      where table_name = 'AuditEvent' and grantee like 'portcullis\\_%' and privilege_type in ('DELETE', 'UPDATE', 'TRUNCATE')`;
    expect(rows).toEqual([]);
    const attempt = asWorker((db) => db.auditEvent.deleteMany());
    await expect(attempt).rejects.toThrow("permission denied");
  });

  it("holds the same shortest times as the portal", async () => {
    for (const one of eventClasses) {
      await expect(keep({ [one]: leastYears[one] - 1 })).rejects.toThrow("ActivityRetention_years");
      await expect(keep({ [one]: MOST_YEARS + 1 })).rejects.toThrow("ActivityRetention_years");
      await keep({ [one]: leastYears[one] });
      await portal.owner.activityRetention.deleteMany();
    }
  });

  it("puts each permission into the class that the page names for its area", async () => {
    const ofArea: Readonly<Record<string, string>> = {
      ...{ billing: "money", services: "money", support: "support" },
      ...Object.fromEntries(workspaceAreas.map((area) => [area, "workspace"])),
    };
    const rows = await portal.owner.$queryRaw<{ key: string; class: string }[]>`
      select key, portcullis_event_class(key, false) as class from unnest(${[...permissionKeys]}::text[]) as key`;
    for (const { key, class: of } of rows) {
      expect(classWords).toHaveProperty(of);
      expect([key, of]).toEqual([key, ofArea[entryOf(key as (typeof permissionKeys)[number]).area] ?? "access"]);
    }
  });
});

describe("how long events are kept", () => {
  const manager = () => portal.as("staff-manager@portcullis.example");
  const set = async (input: object) => execute(await manager(), null, setRetention, input as never);

  it("is set by a manager, and shown to those who read the log", async () => {
    await set({ workspace: "3", support: "", money: "10", version: 0 });
    const kept = await execute(await portal.as("owner@northwind.example"), accountId, viewKept, {});
    expect(kept).toEqual({ money: 10, access: null, support: null, workspace: 3 });
    expect((await problemOf(set({ workspace: 5, version: 0 }))).code).toBe("conflict");
    expect(
      await portal.owner.auditEvent.findFirst({ where: { operation: "retention.set", outcome: "done" } }),
    ).toMatchObject({
      details: { before: { workspace: null }, after: { workspace: 3, money: 10 } },
    });
  });

  it.each([
    ["money", 9],
    ["access", 9],
    ["support", 0],
    ["workspace", 101],
    ["workspace", 1.5],
    ["workspace", "soon"],
  ])("is refused outside of its bounds: %s %s", async (name, years) => {
    const problem = await problemOf(set({ [name]: years, version: 0 }));
    expect(problem.code).toBe("invalid");
    expect(JSON.stringify(problem)).toContain("Enter a number of years from");
  });
});
