import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { closeStaffAccess } from "@/lib/accounts/staff-access/close-staff-access";
import { endStaffAccessJob } from "@/lib/accounts/staff-access/end-staff-access-job";
import { openStaffAccess } from "@/lib/accounts/staff-access/open-staff-access";
import { viewStaffAccess } from "@/lib/accounts/staff-access/view-staff-access";
import { runBatch } from "@/lib/platform/jobs/run-batch";
import { Problem } from "@/lib/platform/kernel/problem";
import { execute } from "@/lib/platform/operations/execute";
import { defineCommand, defineQuery } from "@/lib/platform/operations/operation";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { type AccessFixture, ADMINISTRATOR, accessFixture, OWNER } from "../people/access-fixture";

const AGENT = "staff-support@portcullis.example";
const ACCOUNTING = "staff-accounting@portcullis.example";
const MANAGER = "staff-manager@portcullis.example";

/** What an operation of the workspace is, without depending on any of them. */
const declared = {
  scope: "account",
  summary: "Try an area of the workspace",
  activity: "try an area",
  input: z.object({}),
  output: z.object({}),
} as const;
const http = { method: "GET", path: "/accounts/{accountId}/test" } as const;
const run = async () => ({});
const view = {
  meetings: defineQuery({ ...declared, name: "test.meetings", permission: "meetings.view", http, run }),
  documents: defineQuery({ ...declared, name: "test.documents", permission: "documents.view", http, run }),
};
const create = defineCommand({
  ...declared,
  name: "test.create",
  permission: "meetings.create",
  http,
  run: async () => ({ output: {}, audit: null }),
});

let portal: TestPortal;
let northwind: AccessFixture;
beforeAll(async () => {
  portal = await testPortal();
  northwind = accessFixture(portal);
});
afterAll(() => portal.close());

const lastOf = (operation: string) =>
  portal.owner.auditEvent.findFirst({ where: { operation }, orderBy: [{ at: "desc" }, { id: "desc" }] });

describe("staff and the workspace", () => {
  test("see nothing of it unless the owner lets them, and only the chosen areas", async () => {
    for (const email of [AGENT, ACCOUNTING, MANAGER]) {
      expect((await problemOf(northwind.ask(email, view.meetings, {}))).extra.permission).toBe("meetings.view");
    }
    await northwind.ask(OWNER, openStaffAccess, { areas: ["meetings"], hours: 2 });
    await northwind.ask(AGENT, view.meetings, {});
    await northwind.ask(MANAGER, view.meetings, {});
    await problemOf(northwind.ask(ACCOUNTING, view.meetings, {}));
    await problemOf(northwind.ask(AGENT, view.documents, {}));
  });

  test("change nothing there", async () => {
    await northwind.ask(OWNER, openStaffAccess, { areas: ["meetings"], hours: 2 });
    expect((await problemOf(northwind.ask(AGENT, create, {}))).extra.permission).toBe("meetings.create");
  });

  test("are let into this account only", async () => {
    await northwind.ask(OWNER, openStaffAccess, { areas: ["meetings"], hours: 2 });
    const denied = await problemOf(execute(await portal.as(AGENT), portal.demo.globex.id, view.meetings, {}));
    expect(denied.extra.permission).toBe("meetings.view");
  });

  test("lose it on the next request of a live session: when it is closed, and when time is up", async () => {
    const agent = await portal.as(AGENT);
    const look = () => execute(agent, northwind.accountId, view.meetings, {});
    await northwind.ask(OWNER, openStaffAccess, { areas: ["meetings"], hours: 2 });
    await look();
    await northwind.ask(OWNER, closeStaffAccess, {});
    await problemOf(look());
    await northwind.ask(OWNER, openStaffAccess, { areas: ["meetings"], hours: 1 });
    await look();
    await portal.owner.$executeRaw`update "StaffAccess" set "openedAt" = "openedAt" - interval '2 hours',
      "endsAt" = "endsAt" - interval '2 hours' where "closedAt" is null`;
    expect((await problemOf(look())).detail).toContain("You had “View meetings” until");
    expect((await runBatch(endStaffAccessJob, new Date())).done).toBe(1);
    expect((await runBatch(endStaffAccessJob, new Date())).done).toBe(0);
    expect((await lastOf("staff-access.close"))?.summary).toContain("time was up");
  });

  test("don't see an area that the account has turned off", async () => {
    await northwind.ask(OWNER, openStaffAccess, { areas: ["meetings", "documents"], hours: 2 });
    await portal.owner.account.update({ where: { id: northwind.accountId }, data: { areasOff: ["meetings"] } });
    expect((await problemOf(northwind.ask(AGENT, view.meetings, {}))).detail).toContain("is turned off");
    await northwind.ask(AGENT, view.documents, {});
    await portal.owner.account.update({ where: { id: northwind.accountId }, data: { areasOff: [] } });
  });

  test("is for the owner to decide; an administrator sees what is open, and every change is logged", async () => {
    expect(
      (await problemOf(northwind.ask(ADMINISTRATOR, openStaffAccess, { areas: ["links"], hours: 1 }))).extra,
    ).toMatchObject({
      permission: "settings.staff-access.change",
    });
    await northwind.ask(OWNER, openStaffAccess, { areas: ["links", "meetings"], hours: 1 });
    expect((await lastOf("staff-access.open"))?.summary).toMatch(/^Let support see Meetings and Links until /);
    const seen = await northwind.ask(ADMINISTRATOR, viewStaffAccess, {});
    expect(seen.open).toMatchObject({ areas: ["meetings", "links"], openedBy: "Ingrid Solheim" });
    await northwind.ask(OWNER, closeStaffAccess, {});
    expect((await northwind.ask(ADMINISTRATOR, viewStaffAccess, {})).open).toBeNull();
    expect((await problemOf(northwind.ask(OWNER, closeStaffAccess, {}))).code).toBe("conflict");
  });

  test("is closed by a server whose clock is behind that of the one that opened it", async () => {
    await northwind.ask(OWNER, openStaffAccess, { areas: ["meetings"], hours: 2 });
    await portal.owner
      .$executeRaw`update "StaffAccess" set "openedAt" = "openedAt" + interval '5 seconds' where "closedAt" is null`;
    expect(await northwind.ask(OWNER, closeStaffAccess, {})).toEqual({ closed: true });
    await problemOf(northwind.ask(AGENT, view.meetings, {}));
  });

  test("of fifty openings at the same time one is in force", async () => {
    const owner = await portal.as(OWNER);
    const open = (hours: number) =>
      execute(owner, northwind.accountId, openStaffAccess, { areas: ["meetings"], hours });
    const ends = await Promise.allSettled(Array.from({ length: 50 }, (_, index) => open(index + 1)));
    const refused = ends.flatMap((end) => (end.status === "rejected" ? [end.reason] : []));
    expect(refused.filter((reason) => !(reason instanceof Problem))).toEqual([]);
    expect(await portal.owner.staffAccess.count({ where: { accountId: northwind.accountId, closedAt: null } })).toBe(1);
  });
});
