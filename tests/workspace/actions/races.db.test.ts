import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runBatch } from "@/lib/platform/jobs/run-batch";
import { addDays } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import { createAction } from "@/lib/workspace/actions/create-action";
import { editAction } from "@/lib/workspace/actions/edit-action";
import { remindJob } from "@/lib/workspace/actions/remind-job";
import { reportProgress } from "@/lib/workspace/actions/report-progress";
import { progressStatuses } from "@/lib/workspace/actions/schema";
import { setActionStatus } from "@/lib/workspace/actions/set-status";
import { buildActions } from "@/prisma/seed/builders/action";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

const OWNER = "owner@northwind.example";
const BILLING = "billing@northwind.example";
const AT_ONCE = Array.from({ length: 50 }, (_, index) => index);

let portal: TestPortal;
let account: string;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
});
afterAll(() => portal.close());

const build = async (plan: { dueOn?: Date; assignees?: { contactId: string; name: string }[]; createdAt?: Date }) => {
  const createdBy = { contactId: portal.demo.northwind.contacts.owner, name: "Ingrid Solheim" };
  const [id = ""] = await buildActions(portal.owner, account, [
    { title: "Race", createdBy, createdAt: new Date(), ...plan },
  ]);
  return id;
};
const assignees = () => {
  const { billing, support } = portal.demo.northwind.contacts;
  return [
    { contactId: billing, name: "Priya Raman" },
    { contactId: support, name: "Tomás Herrera Villanueva" },
  ];
};

describe("fifty at once", () => {
  it("create actions, and each gets a number of its own, without a gap", async () => {
    const before = await portal.owner.actionNumber.findUniqueOrThrow({ where: { accountId: account } });
    const caller = await portal.as(OWNER);
    const made = await Promise.all(AT_ONCE.map((n) => execute(caller, account, createAction, { title: `Race ${n}` })));
    const numbers = made.map(({ number }) => number).sort((a, b) => a - b);
    expect(numbers).toEqual(AT_ONCE.map((n) => before.last + 1 + n));
  });

  it("set the status of one action: one does, the others are told of it, and the history has one change", async () => {
    const actionId = await build({});
    const caller = await portal.as(OWNER);
    const status = (n: number) => (n % 2 === 0 ? "complete" : "onHold");
    const outcomes = await Promise.allSettled(
      AT_ONCE.map((n) => execute(caller, account, setActionStatus, { actionId, version: 1, status: status(n) })),
    );
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    for (const one of outcomes) if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "conflict" });
    const { version, status: now } = await portal.owner.action.findUniqueOrThrow({ where: { id: actionId } });
    expect(version).toBe(2);
    const changes = await portal.owner.actionChange.findMany({ where: { actionId, what: "status" } });
    expect(changes).toMatchObject([{ before: "notStarted", after: now }]);
  });

  it("report their parts, and the action is complete once all parts are", async () => {
    const actionId = await build({ assignees: assignees() });
    const [billing, support] = [await portal.as(BILLING), await portal.as("support@northwind.example")];
    const report = (n: number) => {
      const status = progressStatuses[n % progressStatuses.length] ?? "complete";
      return execute(n % 2 === 0 ? billing : support, account, reportProgress, { actionId, status });
    };
    await Promise.all(AT_ONCE.map(report));
    for (const caller of [billing, support])
      await execute(caller, account, reportProgress, { actionId, status: "complete" });
    const action = await portal.owner.action.findUniqueOrThrow({ where: { id: actionId } });
    expect(action).toMatchObject({ status: "complete", version: 53 });
  });

  it("take an assignment away while it is used: whatever is written was still assigned", async () => {
    const actionId = await build({ assignees: assignees().slice(0, 1) });
    const [owner, billing] = [await portal.as(OWNER), await portal.as(BILLING)];
    const reports = AT_ONCE.map(() => execute(billing, account, reportProgress, { actionId, status: "inProgress" }));
    const removed = retried(async () => {
      const { version } = await portal.owner.action.findUniqueOrThrow({ where: { id: actionId } });
      await execute(owner, account, editAction, { actionId, version, title: "Race" });
    });
    const outcomes = await Promise.allSettled(reports);
    await removed;
    for (const one of outcomes) if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "not-found" });
    const last = execute(billing, account, reportProgress, { actionId, status: "complete" });
    expect((await problemOf(last)).code).toBe("not-found");
    const history = await portal.owner.actionChange.findMany({ where: { actionId }, orderBy: { id: "asc" } });
    const end = history.findIndex(({ what }) => what === "unassigned");
    expect(history.slice(end + 1).filter(({ what }) => what === "progress")).toEqual([]);
  });
});

/** The version it was read with may be old by then. */
async function retried(work: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if ((error as { code?: string }).code !== "conflict") throw error;
    }
  }
}

describe("reminders", () => {
  const noon = (day: Date) => new Date(`${day.toISOString().slice(0, 10)}T12:00:00Z`);
  const today = new Date(`${new Date().toISOString().slice(0, 10)}T00:00:00Z`);
  const count = (actionId: string) => portal.owner.actionReminder.count({ where: { actionId } });

  it("are sent once by two workers at the same time, and mailed once", async () => {
    const actionId = await build({ dueOn: today, assignees: assignees(), createdAt: addDays(today, -20) });
    const { number } = await portal.owner.action.findUniqueOrThrow({ where: { id: actionId } });
    const mails = () =>
      portal.owner.outboxMail.count({ where: { subject: { contains: `#${number} is due today` }, kind: "workspace" } });
    const outcomes = await Promise.all([runBatch(remindJob, noon(today)), runBatch(remindJob, noon(today))]);
    expect(outcomes.flatMap(({ failures }) => failures)).toEqual([]);
    expect(await count(actionId)).toBe(2);
    expect(await mails()).toBe(2);
    await runBatch(remindJob, noon(today));
    expect(await mails()).toBe(2);
  });

  it("come before, on and after the due date, once each", async () => {
    const dueOn = addDays(today, 30);
    const actionId = await build({ dueOn, assignees: assignees().slice(0, 1), createdAt: addDays(today, -20) });
    const stages = async () =>
      (await portal.owner.actionReminder.findMany({ where: { actionId }, orderBy: { sentAt: "asc" } })).map(
        (r) => r.stage,
      );
    for (const days of [-5, -4, -3, -2, -1, 0, 1, 2, 3]) await runBatch(remindJob, noon(addDays(dueOn, days)));
    expect(await stages()).toEqual(["before", "due", "overdue"]);
  });

  it("start over with a new due date, and leave out whose part is complete, what is on hold, and who may no longer see it", async () => {
    const dueOn = addDays(today, 60);
    const [first, second] = assignees();
    if (!first || !second) throw new Error("no assignees");
    const createdAt = addDays(today, -20);
    const actionId = await build({ dueOn, assignees: [first, second], createdAt });
    const change = (data: object) => portal.owner.action.update({ where: { id: actionId }, data });
    const run = async (day: Date) => {
      await runBatch(remindJob, noon(day));
      return count(actionId);
    };
    await portal.owner.actionAssignment.updateMany({
      where: { actionId, contactId: second.contactId },
      data: { status: "complete" },
    });
    expect(await run(dueOn)).toBe(1);
    const [sent] = await portal.owner.actionReminder.findMany({ where: { actionId } });
    expect(sent?.contactId).toBe(first.contactId);
    const later = addDays(dueOn, 10);
    await change({ dueOn: later, remindAt: today, status: "onHold" });
    expect(await run(later)).toBe(1);
    const suspend = (status: "suspended" | "active") =>
      portal.owner.contact.update({ where: { id: first.contactId }, data: { status } });
    await suspend("suspended");
    await change({ remindAt: today, status: "inProgress" });
    expect(await run(later)).toBe(1);
    await suspend("active");
    const areas = (areasOff: string[]) => portal.owner.account.update({ where: { id: account }, data: { areasOff } });
    await areas(["actions"]);
    await change({ remindAt: today });
    expect(await run(later)).toBe(1);
    await areas([]);
    await change({ remindAt: today });
    expect(await run(later)).toBe(2);
    expect((await portal.owner.action.findUniqueOrThrow({ where: { id: actionId } })).remindAt).not.toBeNull();
  });
});
