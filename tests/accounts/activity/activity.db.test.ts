import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportActivity } from "@/lib/accounts/activity/export-activity";
import { listActivity } from "@/lib/accounts/activity/list-activity";
import { listActivityPeople } from "@/lib/accounts/activity/list-activity-people";
import { viewDashboard } from "@/lib/home/dashboard/view-dashboard";
import { Grant } from "@/lib/platform/db/grant";
import { withTransaction } from "@/lib/platform/db/transaction";
import { execute } from "@/lib/platform/operations/execute";
import { removeUpload } from "@/lib/support/attachments/remove-upload";
import { startUpload } from "@/lib/support/attachments/start-upload";
import { changeTicket } from "@/lib/support/queue/change-ticket";
import { closeTicket } from "@/lib/support/tickets/close-ticket";
import { listTickets } from "@/lib/support/tickets/list-tickets";
import { noteOnTicket } from "@/lib/support/tickets/note-on-ticket";
import { openTicket } from "@/lib/support/tickets/open-ticket";
import { fileText } from "@/tests/fixtures/file-text";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

const OWNER = "owner@northwind.example";
const SUPPORT = "support@northwind.example";
const MANAGER = "staff-manager@portcullis.example";

let portal: TestPortal;
let account: string;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
});
afterAll(() => portal.close());

const log = async (filters: object = {}, email = OWNER) =>
  execute(await portal.as(email), account, listActivity, filters);
const denied = async () => problemOf(execute(await portal.as("billing@northwind.example"), account, listTickets, {}));

describe("the activity log", () => {
  it("records who did what, when and from which IP address", async () => {
    const opened = { subject: "For the log", message: "x" };
    const { id, number } = await execute(await portal.as(SUPPORT), account, openTicket, opened);
    const { items } = await log();
    expect(items[0]).toMatchObject({
      actorName: "Tomás Herrera Villanueva",
      actorIsStaff: false,
      operation: "tickets.open",
      permission: "support.tickets.open",
      permissionName: "Open tickets",
      outcome: "done",
      summary: `Opened ticket #${number}`,
      target: { type: "ticket", id },
      via: "page",
      ip: "192.0.2.1",
    });
    const stored = await portal.owner.auditEvent.findFirstOrThrow({ where: { targetId: id } });
    expect(items[0]?.at).toBe(stored.at.toISOString());
  });

  it("hides from customers what staff noted on a ticket and how they tagged it, and shows it to managers", async () => {
    const agent = await portal.as("staff-support@portcullis.example");
    const { id: ticketId } = await execute(await portal.as(SUPPORT), account, openTicket, {
      subject: "Noted",
      message: "x",
    });
    const { id: tagId } = await portal.owner.tag.create({ data: { name: "Wolverine" } });
    const upload = { name: "Wolverine.txt", size: 1, ticketId, note: true };
    const { id: uploadId } = await execute(agent, account, startUpload, upload);
    await execute(agent, account, removeUpload, { uploadId });
    await execute(agent, account, noteOnTicket, { ticketId, message: "Among us" });
    await execute(agent, account, changeTicket, { ticketId, act: `tag:${tagId}` });
    await execute(agent, account, changeTicket, { ticketId, act: `untag:${tagId}` });
    const summaries = ({ items }: Awaited<ReturnType<typeof log>>) =>
      items.slice(0, 5).filter(({ actorIsStaff, summary }) => actorIsStaff && /Wolverine|note|upload/.test(summary));
    expect(summaries(await log({}, MANAGER))).toHaveLength(5);
    const own = await execute(await portal.as(OWNER), account, viewDashboard, {});
    const file = await fileText(await execute(await portal.as(OWNER), account, exportActivity, {}));
    for (const text of [JSON.stringify(await log()), JSON.stringify(own), file]) {
      expect(text).not.toMatch(/Wolverine|internal note|upload/);
    }
  });

  it("hides staff denials from customers in the list, filters, count and export", async () => {
    const asked = { operation: "dashboard.view" };
    const before = await log(asked, MANAGER);
    await problemOf(execute(await portal.as(MANAGER), account, viewDashboard, {}));
    await problemOf(execute(await portal.as("staff-support@portcullis.example"), account, viewDashboard, {}));
    expect((await log(asked, MANAGER)).total).toBe(before.total + 2);
    for (const filters of [asked, { ...asked, outcome: "denied" }, { ...asked, person: "staff" }]) {
      expect(await log(filters)).toMatchObject({ items: [], total: 0 });
    }
    const file = await execute(await portal.as(OWNER), account, exportActivity, asked);
    expect(await fileText(file)).not.toContain("dashboard.view");
  });

  it("shows the customer what staff did", async () => {
    const staff = await portal.as("staff-support@portcullis.example");
    await execute(staff, account, openTicket, { subject: "By staff", message: "x" });
    expect((await log({ person: "staff" })).items[0]).toMatchObject({ operation: "tickets.open", actorIsStaff: true });
  });

  it("records a denied attempt with the missing permission, and nothing of the rolled-back work", async () => {
    const { detail: reason } = await denied();
    const { items } = await log({ outcome: "denied" });
    expect(items[0]).toMatchObject({
      actorName: "Priya Raman",
      operation: "tickets.list",
      permission: "support.tickets.view",
      permissionName: "View tickets",
      outcome: "denied",
      summary: "Tried to view tickets",
    });
    const stored = await portal.owner.auditEvent.findUniqueOrThrow({ where: { id: items[0]?.id ?? "" } });
    expect(stored.details).toEqual({ reason });
    expect(new Set(items.map(({ outcome }) => outcome))).toEqual(new Set(["denied"]));
  });

  it("records the permission that was missing for a record if it differs from the operation's own", async () => {
    const caller = await portal.as("staff-accounting@portcullis.example");
    const opened = { subject: "To support", message: "x", department: "support" as const };
    await problemOf(execute(caller, account, openTicket, opened));
    const custom = await portal.as("custom@northwind.example");
    const mine = await execute(custom, account, openTicket, { subject: "Mine", message: "x" });
    await problemOf(execute(custom, account, closeTicket, { ticketId: mine.id }));
    const { items } = await log({ outcome: "denied" }, MANAGER);
    expect(items.slice(0, 2).map(({ operation, permission }) => [operation, permission])).toEqual([
      ["tickets.close", "support.tickets.close"],
      ["tickets.open", "support.tickets.open"],
    ]);
  });

  it("hides the IP address of staff", async () => {
    const agent = await portal.as("staff-support@portcullis.example");
    await execute(agent, account, openTicket, { subject: "From staff", message: "x" });
    expect((await log({ person: "staff" })).items[0]).toMatchObject({ actorIsStaff: true, ip: null });
  });

  it("contains only events of its own account", async () => {
    const globex = await portal.as("owner@globex.example");
    await execute(globex, portal.demo.globex.id, openTicket, { subject: "Of Globex", message: "x" });
    const { items } = await execute(globex, portal.demo.globex.id, listActivity, {});
    expect(items[0]).toMatchObject({ operation: "tickets.open", actorName: "Viktor Lindqvist" });
    expect(JSON.stringify(items)).not.toContain("Northwind");
    const known = await portal.owner.auditEvent.findMany({ where: { accountId: account }, select: { id: true } });
    expect(known.length).toBeGreaterThan(0);
    const ids = new Set(known.map(({ id }) => id));
    expect(items.filter(({ id }) => ids.has(id))).toEqual([]);
  });

  it("leaves out what the viewer did outside of any account", async () => {
    const { id: actorPersonId } = await portal.owner.person.findUniqueOrThrow({ where: { email: OWNER } });
    const event = { via: "form", operation: "identity.sign-in", permission: "profile.manage", summary: "Signed in" };
    await portal.owner.auditEvent.create({ data: { ...event, outcome: "done", actorName: "Ingrid", actorPersonId } });
    expect(JSON.stringify((await log()).items)).not.toContain("Signed in");
    const file = await execute(await portal.as(OWNER), account, exportActivity, {});
    expect(await fileText(file)).not.toContain("Signed in");
  });

  it.each(["billing", "support", "billing-support", "custom"])("is denied to %s contacts", async (who) => {
    for (const operation of [listActivity, listActivityPeople, exportActivity]) {
      const caller = await portal.as(`${who}@northwind.example`);
      expect((await problemOf(execute(caller, account, operation, {}))).code).toBe("refused");
    }
  });
});

describe("the activity log filters", () => {
  it("filter by person, area and operation", async () => {
    const { people } = await execute(await portal.as(OWNER), account, listActivityPeople, {});
    const tomas = people.find(({ name }) => name.startsWith("Tomás"));
    const his = await log({ person: tomas?.id });
    expect(new Set(his.items.map(({ actorName }) => actorName))).toEqual(new Set([tomas?.name]));
    const support = await log({ area: "support" });
    expect(new Set(support.items.map(({ permission }) => permission.split(".")[0]))).toEqual(new Set(["support"]));
    const tickets = await log({ operation: "tickets." });
    expect(new Set(tickets.items.map(({ operation }) => operation.split(".")[0]))).toEqual(new Set(["tickets"]));
    expect((await log({ operation: "tickets.open", person: tomas?.id })).total).toBeGreaterThan(0);
  });

  it("filter by part of a name, however it is spelt", async () => {
    const { people, hasMore } = await execute(await portal.as(OWNER), account, listActivityPeople, { q: "tomas" });
    expect([people.map(({ name }) => name), hasMore]).toEqual([[expect.stringMatching(/^Tomás/)], false]);
    const his = await log({ name: "TOMAS" });
    expect(his.total).toBe((await log({ person: people[0]?.id })).total);
    expect(his.total).toBeGreaterThan(0);
    expect((await log({ name: "nobody of that name" })).total).toBe(0);
  });

  it("filter by date in the viewer's time zone", async () => {
    // Amsterdam is an hour ahead of UTC in January: these two are both of the 15th there, the others are not.
    const times = [
      "2026-01-14T22:59:59.999Z",
      "2026-01-14T23:00:00Z",
      "2026-01-15T22:59:59.999Z",
      "2026-01-15T23:00:00Z",
    ];
    const event = { accountId: account, actorName: "Clock", via: "system", operation: "clock.strike", permission: "x" };
    await portal.owner.auditEvent.createMany({
      data: times.map((at) => ({ ...event, outcome: "done" as const, summary: at, at })),
    });
    const clock = { operation: "clock.strike" };
    const shown = async (days: object) => (await log({ ...clock, ...days })).items.map(({ summary }) => summary);
    expect(await shown({ from: "2026-01-15", to: "2026-01-15" })).toEqual([times[2], times[1]]);
    expect(await shown({ from: "2026-01-16" })).toEqual([times[3]]);
    expect(await shown({ to: "2026-01-14" })).toEqual([times[0]]);
  });

  it.each([
    ["a day that is none", { from: "2026-02-30" }],
    ["a year that nobody means", { to: "0000-01-01" }],
    ["an operation with signs of LIKE", { operation: "tickets%" }],
    ["an unknown area", { area: "kitchen" }],
    ["a person that is no id", { person: "Tomás" }],
  ])("refuse %s", async (_, filters) => {
    expect((await problemOf(log(filters))).code).toBe("invalid");
  });
});

describe("the activity log export", () => {
  it("contains the filtered log as CSV without formulas, and is logged itself", async () => {
    const event = { accountId: account, actorName: "=cmd|' /C calc'!A1", via: "system", operation: "sheet.test" };
    await portal.owner.auditEvent.create({ data: { ...event, permission: "x", outcome: "done", summary: "@SUM(1)" } });
    const file = await execute(await portal.as(OWNER), account, exportActivity, { operation: "sheet.test" });
    const [header, line, end, ...more] = (await fileText(file)).split("\r\n");
    expect(header).toContain("Time (UTC),Person,Staff,Outcome");
    expect(line).toContain(",'=cmd|' /C calc'!A1,no,done,'@SUM(1),sheet.test,");
    expect([end, more]).toEqual(["", []]);
    expect(file.filename).toMatch(/^activity-C-10042-\d{4}-\d{2}-\d{2}\.csv$/);
    expect((await log()).items[0]).toMatchObject({ operation: "activity.export", actorName: "Ingrid Solheim" });
  });
});

describe("logged events", () => {
  const asApplication = async <T>(work: (db: Awaited<ReturnType<typeof scoped>>) => Promise<T>) => {
    const { credential } = await portal.as(OWNER);
    if (credential === null) throw new Error("no credential");
    return withTransaction({ credential, accountId: account, now: new Date() }, async (scope) =>
      work(await scoped(scope)),
    );
  };

  it("cannot be changed or deleted by the application", async () => {
    const before = JSON.stringify(await portal.owner.auditEvent.findMany({ orderBy: { id: "asc" } }));
    const change = asApplication((db) => db.auditEvent.updateMany({ data: { summary: "Nothing happened" } }));
    await expect(change).rejects.toThrow(/permission denied for table/);
    await expect(asApplication((db) => db.auditEvent.deleteMany())).rejects.toThrow(/permission denied for table/);
    expect(JSON.stringify(await portal.owner.auditEvent.findMany({ orderBy: { id: "asc" } }))).toBe(before);
  });

  it("cannot be added to another account", async () => {
    const event = { actorName: "x", via: "system", operation: "x", permission: "x", summary: "x" };
    const forged = { ...event, outcome: "done" as const, accountId: portal.demo.globex.id };
    const adding = asApplication((db) => db.auditEvent.createMany({ data: forged }));
    await expect(adding).rejects.toThrow(/row-level security/);
  });
});

async function scoped(scope: Parameters<Parameters<typeof withTransaction>[1]>[0]) {
  const grant = scope && Grant.of(scope.viewer, "account.view", "account");
  if (!scope || !grant) throw new Error("no grant");
  return scope.open(grant);
}
