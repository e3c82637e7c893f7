import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { viewReport } from "@/lib/billing/reports/view-report";
import { downloadReportTable } from "@/lib/home/reports/download-table";
import { viewReportParts } from "@/lib/home/reports/view-report-parts";
import { execute } from "@/lib/platform/operations/execute";
import type { AnyOperation, InputOf, OutputOf } from "@/lib/platform/operations/operation";
import { listActions } from "@/lib/workspace/actions/list-actions";
import { listDecisions } from "@/lib/workspace/decisions/list-decisions";
import { listDocuments } from "@/lib/workspace/documents/list-documents";
import { listMeetings } from "@/lib/workspace/meetings/list-meetings";
import { buildContact } from "@/prisma/seed/builders/contact";
import { fileText } from "@/tests/fixtures/file-text";
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

/** Every row of a list, read to its end. */
async function all<T>(read: (page: number) => Promise<{ items: T[]; hasNext: boolean }>): Promise<T[]> {
  const rows: T[] = [];
  for (let page = 1; ; page++) {
    const { items, hasNext } = await read(page);
    rows.push(...items);
    if (!hasNext) return rows;
  }
}

describe.each([OWNER, REPORTER])("the reports of %s count what their own lists show", (email) => {
  const listed = async <Op extends AnyOperation>(operation: Op, input: InputOf<Op>): Promise<OutputOf<Op>> =>
    execute(await portal.as(email), account, operation, input);

  it("of meetings: those that were held, and whose minutes aren't signed", async () => {
    const meetings = await all((page) => listed(listMeetings, { page }));
    const since = Date.now() - 365 * 86_400_000;
    const held = meetings.filter(
      ({ status, startsAt, endsAt }) =>
        status === "scheduled" && Date.parse(startsAt) >= since && Date.parse(endsAt) <= Date.now(),
    );
    const unsigned = held.filter(({ minutesStatus }) => minutesStatus !== "signed");
    const report = await part(email, "meetings");
    expect(report?.figures.map(({ value }) => value)).toEqual([held.length, unsigned.length]);
    const titles = unsigned.map(({ title }) => title).sort();
    expect(report?.tables[1]?.rows.map(([title]) => title).sort()).toEqual(titles.slice(0, 20));
  });

  it("of decisions: by state, and turnout only where the result may be read", async () => {
    const decisions = await all((page) => listed(listDecisions, { page }));
    const report = await part(email, "decisions");
    const count = (state: string) => decisions.filter((one) => one.state === state).length;
    expect(report?.tables[0]?.rows.map(([, value]) => value)).toEqual(
      ["draft", "open", "closed", "withdrawn"].map(count),
    );
    const readable = new Set(decisions.flatMap(({ title, number }) => (title === null ? [] : [`#${number} ${title}`])));
    for (const [name] of report?.tables[1]?.rows ?? []) expect(readable).toContain(name);
  });

  it("of documents: files and folders that they may open", async () => {
    const files = await listed(listDocuments, { q: "" });
    expect((await part(email, "documents"))?.figures[0]?.value).toBe(files.total);
  });

  it("as CSV, table by table", async () => {
    const report = await part(email, "meetings");
    if (email !== OWNER) {
      expect((await problemOf(listed(downloadReportTable, { part: "meetings" }))).code).toBe("refused");
      return;
    }
    const lines = (await fileText(await listed(downloadReportTable, { part: "meetings", table: 0 })))
      .trim()
      .split(/\r?\n/);
    expect(lines).toHaveLength((report?.tables[0]?.rows.length ?? 0) + 1);
    expect((await problemOf(listed(downloadReportTable, { part: "meetings", table: 3 }))).code).toBe("not-found");
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

  it.each([
    [OWNER, {}],
    [REPORTER, { isPrivate: false }],
  ])("adds up for %s the files of posts, in groups that they see", async (email, group) => {
    const reply = { deletedAt: null, thread: { is: { group: { is: { accountId: account, ...group } } } } };
    const { _count, _sum } = await portal.owner.storedFile.aggregate({
      where: { accountId: account, ofPost: { is: { reply: { is: reply } } } },
      _count: true,
      _sum: { size: true },
    });
    expect(_count).toBeGreaterThan(0);
    const report = await part(email, "post-files");
    expect(report?.figures).toMatchObject([{ value: _count }]);
    const rows = report?.tables[0]?.rows ?? [];
    expect(rows.reduce((sum, [, , bytes]) => sum + Number(bytes), 0)).toBe(_sum.size);
  });

  it("leaves out no use of a file that counts to the account's room", () => {
    // A new relation of a file needs a report of what it takes.
    const [, model = ""] =
      /model StoredFile \{(.*?)\n\}/s.exec(readFileSync("prisma/schema/file.prisma", "utf8")) ?? [];
    const uses = [...model.matchAll(/^ {2}(\w+) +(?!String)[A-Z]\w+(\[\]|\?)$/gm)].map(([, name]) => name);
    const reported = {
      attachment: "ticket-files",
      ofPost: "post-files",
      documents: "documents",
      versions: "documents",
    };
    // What is made from a file, and where its contents are.
    expect(uses.sort()).toEqual([...Object.keys(reported), "objects", "preview", "text"].sort());
  });
});

describe("reports for somebody without billing", () => {
  it("have no amounts: the billing reports are refused, and say what is missing", async () => {
    const problem = await problemOf(execute(await portal.as(REPORTER), account, viewReport, {}));
    expect(problem).toMatchObject({ code: "refused", extra: { permission: "billing.overview.view" } });
    expect((await parts(REPORTER)).map(({ name }) => name).sort()).toEqual([
      "actions",
      "decisions",
      "documents",
      "meetings",
      "post-files",
      "ticket-files",
    ]);
  });
});
