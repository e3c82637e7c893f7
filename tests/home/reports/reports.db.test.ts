import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { viewReport } from "@/lib/billing/reports/view-report";
import { viewReportParts } from "@/lib/home/reports/view-report-parts";
import { execute } from "@/lib/platform/operations/execute";
import { listActions } from "@/lib/workspace/actions/list-actions";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

const OWNER = "owner@northwind.example";
/** Support, and reports for them alone. */
const REPORTER = "reporter@northwind.example";

let portal: TestPortal;
let account: string;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
  await buildContact(portal.owner, account, {
    email: REPORTER,
    name: "Rep Orter",
    roles: ["support"],
    permissions: [{ permission: "reports.view" }],
  });
});
afterAll(() => portal.close());

const parts = async (email: string) => (await execute(await portal.as(email), account, viewReportParts, {})).parts;
const part = async (email: string, name: string) => (await parts(email)).find((one) => one.name === name);

describe("the report on actions", () => {
  it.each([OWNER, REPORTER])("counts for %s what their own list shows, no more and no less", async (email) => {
    const total = async (filter: object) => (await execute(await portal.as(email), account, listActions, filter)).total;
    const report = await part(email, "actions");
    expect(report?.figures.slice(0, 2).map(({ value }) => value)).toEqual([
      await total({ status: "open" }),
      await total({ due: "overdue" }),
    ]);
    const counted = report?.tables[0]?.rows.reduce((sum, [, count]) => sum + Number(count), 0);
    expect(counted).toBe(await total({}));
  });

  it("says what it leaves out", async () => {
    expect((await part(OWNER, "actions"))?.unseen).toContain("All actions of the account");
    expect((await part(REPORTER, "actions"))?.unseen).toContain("Only actions that are assigned to you");
  });

  it("is left out where the area is switched off", async () => {
    await portal.owner.account.update({ where: { id: account }, data: { areasOff: ["actions"] } });
    expect((await parts(OWNER)).map(({ name }) => name)).not.toContain("actions");
    await portal.owner.account.update({ where: { id: account }, data: { areasOff: [] } });
  });
});

describe("the report on files", () => {
  it("adds up the files of tickets by kind, without those of internal notes", async () => {
    const attached = { accountId: account, attachment: { is: { internal: false } } };
    const { _count, _sum } = await portal.owner.storedFile.aggregate({
      where: attached,
      _count: true,
      _sum: { size: true },
    });
    expect(_count).toBeGreaterThan(0);
    const report = await part(OWNER, "ticket-files");
    expect(report?.figures).toMatchObject([{ value: _count }]);
    const rows = report?.tables[0]?.rows ?? [];
    expect(rows.reduce((sum, [, , bytes]) => sum + Number(bytes), 0)).toBe(_sum.size);
  });
});

describe("reports for somebody without billing", () => {
  it("have no amounts: the billing reports are refused, and say what is missing", async () => {
    const problem = await problemOf(execute(await portal.as(REPORTER), account, viewReport, {}));
    expect(problem).toMatchObject({ code: "refused", extra: { permission: "billing.overview.view" } });
    expect((await parts(REPORTER)).map(({ name }) => name).sort()).toEqual(["actions", "ticket-files"]);
  });
});
