import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportActivity } from "@/lib/accounts/activity/export-activity";
import { listActivity } from "@/lib/accounts/activity/list-activity";
import { viewDashboard } from "@/lib/home/dashboard/view-dashboard";
import { countUnread } from "@/lib/home/notifications/count-unread";
import { listNotifications } from "@/lib/home/notifications/list-notifications";
import { find } from "@/lib/home/search/find";
import { addDays } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import { commentOnAction } from "@/lib/workspace/actions/comment-on-action";
import { createAction } from "@/lib/workspace/actions/create-action";
import { deleteComment } from "@/lib/workspace/actions/delete-comment";
import { downloadActionsCsv } from "@/lib/workspace/actions/download-csv";
import { editAction } from "@/lib/workspace/actions/edit-action";
import { listActions } from "@/lib/workspace/actions/list-actions";
import { listHistory } from "@/lib/workspace/actions/list-history";
import { reportProgress } from "@/lib/workspace/actions/report-progress";
import { viewAction } from "@/lib/workspace/actions/view-action";
import { buildActions } from "@/prisma/seed/builders/action";
import { fileText } from "@/tests/fixtures/file-text";
import { isFound } from "@/tests/fixtures/is-found";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

const OWNER = "owner@northwind.example";
const ADMINISTRATOR = "administrator@northwind.example";
const BILLING = "billing@northwind.example";
const SUPPORT = "support@northwind.example";
const everybody = [OWNER, ADMINISTRATOR, BILLING, SUPPORT, "billing-support@northwind.example"];
const MANY = 120;

let portal: TestPortal;
let account: string;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
  const { owner, administrator, billing, support, billingSupport } = portal.demo.northwind.contacts;
  const people = [administrator, billing, support, billingSupport].map((contactId) => ({
    contactId,
    name: "Somebody",
  }));
  const today = new Date(`${new Date().toISOString().slice(0, 10)}T00:00:00Z`);
  await buildActions(
    portal.owner,
    account,
    Array.from({ length: MANY }, (_, index) => ({
      title: `Reachable ${index}`,
      createdBy: { contactId: owner, name: "Ingrid Solheim" },
      createdAt: addDays(today, -index),
      dueOn: index % 3 === 0 ? null : addDays(today, (index % 20) - 10),
      status: (["notStarted", "inProgress", "complete", "closed", "onHold"] as const)[index % 5],
      // Every subset of the four, nobody included.
      assignees: people.filter((_, bit) => (index >> bit) % 2 === 1),
    })),
  );
});
afterAll(() => portal.close());

const all = () => portal.owner.action.findMany({ where: { accountId: account }, select: { id: true, number: true } });

async function listedIds(email: string, filter = {}): Promise<string[]> {
  const caller = await portal.as(email);
  const ids: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await execute(caller, account, listActions, { ...filter, ...(cursor ? { cursor } : {}) });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  } while (cursor);
  return ids;
}

async function viewable(email: string): Promise<string[]> {
  const caller = await portal.as(email);
  const seen: string[] = [];
  // One after another: a hundred at once would wait for a connection, and some in vain.
  for (const { id } of await all())
    if (await isFound(execute(caller, account, viewAction, { actionId: id }))) seen.push(id);
  return seen;
}

describe.each(everybody)("what %s sees", (email) => {
  it("is the same in the list, one by one, in the file and in search", async () => {
    const ids = await listedIds(email);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual((await viewable(email)).sort());
    const file = await fileText(await execute(await portal.as(email), account, downloadActionsCsv, {}));
    const numbers = [...file.matchAll(/^(\d+),/gm)].map((match) => Number(match[1]));
    const listed = (await all()).filter(({ id }) => ids.includes(id)).map(({ number }) => number);
    expect(numbers).toEqual(listed.sort((a, b) => a - b));
    const { results } = await execute(await portal.as(email), account, find, { q: "Reachable" });
    for (const { href } of results) expect(ids).toContain(href.split("/").at(-1));
    const unseen = (await all()).filter(({ id }) => !ids.includes(id));
    expect(unseen.length > 0).toBe(![OWNER, ADMINISTRATOR].includes(email));
    for (const { number } of unseen.slice(0, 5)) {
      const { results: none } = await execute(await portal.as(email), account, find, { q: `#${number}` });
      expect(none.filter(({ href }) => href.includes("/actions/"))).toEqual([]);
    }
  });

  it("is what the dashboard counts, and every filter of the list agrees with it", async () => {
    const { actions } = await execute(await portal.as(email), account, viewDashboard, {});
    expect(actions?.overdueCount).toBe((await listedIds(email, { due: "overdue" })).length);
    expect(actions?.mineCount).toBe((await listedIds(email, { assignee: "me", status: "open" })).length);
    const open = await listedIds(email, { status: "open" });
    const done = [
      ...(await listedIds(email, { status: "complete" })),
      ...(await listedIds(email, { status: "closed" })),
    ];
    expect([...open, ...done].sort()).toEqual((await listedIds(email)).sort());
  });
});

describe("a private note", () => {
  const secret = "nobody-else-reads-this";

  it("is its author's alone: not on the page, in the history, in search, in files, in the log or in a mail of anybody else", async () => {
    const { id: actionId } = await execute(await portal.as(OWNER), account, createAction, {
      title: "With a note",
      assigneeIds: [portal.demo.northwind.contacts.billing],
    });
    const before = await portal.owner.auditEvent.count();
    await execute(await portal.as(BILLING), account, commentOnAction, { actionId, comment: secret, private: true });
    expect(await portal.owner.auditEvent.count()).toBe(before);
    const own = await execute(await portal.as(BILLING), account, viewAction, { actionId });
    expect(own.comments.items).toMatchObject([{ body: secret, private: true, mine: true, deletable: true }]);
    for (const email of [OWNER, ADMINISTRATOR]) {
      const caller = await portal.as(email);
      const seen = [
        await execute(caller, account, viewAction, { actionId }),
        await execute(caller, account, listHistory, { actionId }),
        await execute(caller, account, find, { q: secret }),
        await execute(caller, account, listActivity, {}),
        await fileText(await execute(caller, account, downloadActionsCsv, {})),
        await fileText(await execute(caller, account, exportActivity, {})),
      ];
      expect(JSON.stringify(seen)).not.toContain(secret);
      expect((await execute(caller, account, viewAction, { actionId })).comments.total).toBe(0);
    }
    expect(await portal.owner.outboxMail.count({ where: { text: { contains: secret } } })).toBe(0);
    const commentId = own.comments.items[0]?.id ?? "";
    const foreign = execute(await portal.as(OWNER), account, deleteComment, { actionId, commentId });
    expect((await problemOf(foreign)).code).toBe("not-found");
    await execute(await portal.as(BILLING), account, deleteComment, { actionId, commentId });
  });
});

describe("a comment", () => {
  it("can be deleted by its author within an hour, and by nobody else", async () => {
    const { id: actionId } = await execute(await portal.as(OWNER), account, createAction, { title: "With a comment" });
    const own = await execute(await portal.as(OWNER), account, commentOnAction, { actionId, comment: "Once" });
    const remove = (email: string, commentId: string) =>
      portal.as(email).then((caller) => execute(caller, account, deleteComment, { actionId, commentId }));
    expect((await problemOf(remove(ADMINISTRATOR, own.id))).code).toBe("not-found");
    await remove(OWNER, own.id);
    const old = await execute(await portal.as(OWNER), account, commentOnAction, { actionId, comment: "Twice" });
    const createdAt = addDays(new Date(), -1);
    await portal.owner.actionComment.update({ where: { id: old.id }, data: { createdAt } });
    expect((await problemOf(remove(OWNER, old.id))).code).toBe("conflict");
  });
});

describe("notifications of an action", () => {
  const assigned = async (assigneeIds: string[], title = "Noticed") =>
    (await execute(await portal.as(OWNER), account, createAction, { title, assigneeIds })).id;
  const bell = async (email: string) => {
    const caller = await portal.as(email);
    const { items } = await execute(caller, account, listNotifications, {});
    return items.filter(({ path }) => path.includes("/actions/"));
  };

  it("are mailed and stand behind the bell of whoever is assigned, without its text in the row", async () => {
    const { billing, owner } = portal.demo.northwind.contacts;
    const id = await assigned([billing, owner], "Noticed at once");
    const mails = await portal.owner.outboxMail.findMany({ where: { subject: { contains: "Noticed at once" } } });
    expect(mails.map(({ toAddress }) => toAddress)).toEqual([BILLING]);
    expect(mails[0]?.unsubscribe).toContain("/api/unsubscribe/");
    expect((await bell(BILLING)).some(({ path }) => path.endsWith(id))).toBe(true);
    const row = await portal.owner.notification.findFirstOrThrow({ where: { actionId: id } });
    expect(row.aboutId).toBe(id);
    expect(JSON.stringify(row)).not.toContain("Noticed");
  });

  it("are gone with the assignment, and so is their number", async () => {
    const id = await assigned([portal.demo.northwind.contacts.support]);
    const unread = async () => (await execute(await portal.as(SUPPORT), account, countUnread, {})).unread;
    const before = await unread();
    await execute(await portal.as(OWNER), account, editAction, { actionId: id, version: 1, title: "Noticed" });
    expect((await bell(SUPPORT)).some(({ path }) => path.endsWith(id))).toBe(false);
    expect(await unread()).toBe(before - 1);
  });

  it("are not sent to those who turned them off, nor while the area is switched off", async () => {
    const { billing } = portal.demo.northwind.contacts;
    const count = () => portal.owner.outboxMail.count({ where: { kind: "workspace" } });
    await portal.owner.contact.update({ where: { id: billing }, data: { noticesOff: ["notices.workspace.receive"] } });
    const before = await count();
    await assigned([billing]);
    expect(await count()).toBe(before);
    await portal.owner.contact.update({ where: { id: billing }, data: { noticesOff: [] } });
    await assigned([billing]);
    expect(await count()).toBe(before + 1);
    await portal.owner.account.update({ where: { id: account }, data: { areasOff: ["actions"] } });
    expect(await bell(BILLING)).toEqual([]);
    const { actions } = await execute(await portal.as(BILLING), account, viewDashboard, {});
    expect(actions).toBeUndefined();
    await portal.owner.account.update({ where: { id: account }, data: { areasOff: [] } });
  });
});

describe("the history of an action", () => {
  it("keeps what was before and after, and what people had done when they were taken off", async () => {
    const { billing, support } = portal.demo.northwind.contacts;
    const caller = await portal.as(OWNER);
    const input = { title: "First", dueOn: "2031-01-10", assigneeIds: [billing] };
    const { id: actionId } = await execute(caller, account, createAction, input);
    const part = { actionId, status: "inProgress", note: "Half of it" } as const;
    await execute(await portal.as(BILLING), account, reportProgress, part);
    const edit = { actionId, version: 2, title: "Second", details: "More", dueOn: null, assigneeIds: [support] };
    await execute(caller, account, editAction, edit);
    const { items } = await execute(caller, account, listHistory, { actionId });
    const told = items.map(({ what, personName, before, after }) => [what, personName, before, after]);
    expect(told).toHaveLength(9);
    expect(told).toEqual(
      expect.arrayContaining([
        ["created", null, null, "First"],
        ["assigned", "Priya Raman", null, null],
        ["progress", "Priya Raman", "notStarted", "inProgress"],
        ["status", null, "notStarted", "inProgress"],
        ["title", null, "First", "Second"],
        ["details", null, "", "More"],
        ["dueOn", null, "2031-01-10", null],
        ["unassigned", "Priya Raman", "inProgress", null],
        ["assigned", "Tomás Herrera Villanueva", null, null],
      ]),
    );
    const stale = execute(caller, account, editAction, edit);
    expect((await problemOf(stale)).code).toBe("conflict");
  });
});
