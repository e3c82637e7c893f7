import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ActResult } from "@/components/support/queue/act-results";
import { submitEach } from "@/lib/http/submit-each";
import { env } from "@/lib/platform/config/env";
import { addMinutes } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import { changeTicket } from "@/lib/support/queue/change-ticket";
import { countQueue } from "@/lib/support/queue/count-queue";
import { listQueue } from "@/lib/support/queue/list-queue";
import { viewTicket } from "@/lib/support/tickets/view-ticket";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { whileHeld } from "@/tests/fixtures/while-held";
import { ticketForStaff } from "./arrange";

const AGENT = "staff-support@portcullis.example";
const ACCOUNTING = "staff-accounting@portcullis.example";
const MANAGER = "staff-manager@portcullis.example";

let portal: TestPortal;
let northwind: string;
let globex: string;
beforeAll(async () => {
  portal = await testPortal();
  northwind = portal.demo.northwind.id;
  globex = portal.demo.globex.id;
});
afterAll(() => portal.close());

type Plan = Parameters<typeof ticketForStaff>[1];
const ticket = (accountId: string, plan: Plan = {}) =>
  ticketForStaff({ portal, accountId, email: AGENT }, { department: "support", ...plan });
const list = async (input: object = {}, email = AGENT) => execute(await portal.as(email), null, listQueue, input);
const change = async (accountId: string, ticketId: string, act: string, from?: string, email = AGENT) =>
  execute(await portal.as(email), accountId, changeTicket, { ticketId, act, ...(from && { from }) });
const subjects = ({ items }: Awaited<ReturnType<typeof list>>) => items.map(({ subject }) => subject);
const row = (id: string) => portal.owner.ticket.findUniqueOrThrow({ where: { id } });

describe("the queue", () => {
  test("has the tickets of all accounts, soonest due first, and closed ones apart", async () => {
    const [first, second] = [
      await ticket(northwind, { subject: "Due first" }),
      await ticket(globex, { subject: "Due second" }),
    ];
    const closed = await ticket(globex, { subject: "Over", status: "closed" });
    await portal.owner.ticket.update({ where: { id: first }, data: { dueAt: new Date("2020-01-01T00:00:00Z") } });
    await portal.owner.ticket.update({ where: { id: second }, data: { dueAt: new Date("2020-01-02T00:00:00Z") } });
    const open = await list();
    expect(subjects(open).slice(0, 2)).toEqual(["Due first", "Due second"]);
    expect(open.items[1]).toMatchObject({ account: { id: globex }, dueAt: "2020-01-02T00:00:00.000Z" });
    expect(open.items.map(({ id }) => id)).not.toContain(closed);
    expect((await list({ view: "closed" })).items.map(({ id }) => id)).toContain(closed);
  });

  test("shows one's own, those of nobody, and those that are or will soon be overdue", async () => {
    const id = await ticket(northwind, { subject: "Whose?" });
    const seenIn = async (view: string) => (await list({ view })).items.some((item) => item.id === id);
    expect([await seenIn("mine"), await seenIn("unassigned"), await seenIn("breaching")]).toEqual([false, true, false]);
    await change(northwind, id, "assign:me");
    await portal.owner.ticket.update({ where: { id }, data: { dueAt: addMinutes(new Date(), 50) } });
    expect([await seenIn("mine"), await seenIn("unassigned"), await seenIn("breaching")]).toEqual([true, false, true]);
    await portal.owner.ticket.update({ where: { id }, data: { dueAt: addMinutes(new Date(), 70) } });
    expect(await seenIn("breaching")).toBe(false);
  });

  test("counts its views as the lists do", async () => {
    const counts = await execute(await portal.as(AGENT), null, countQueue, {});
    for (const view of ["mine", "unassigned", "breaching", "open"] as const) {
      expect(counts[view], view).toBe((await list({ view })).total);
    }
  });

  test("has for accounting the tickets of its department alone, in lists, counts and searches", async () => {
    const billing = await ticket(globex, { subject: "Walrus invoice", department: "billing" });
    const support = await ticket(globex, { subject: "Walrus server", department: "support" });
    const found = await list({ q: "walrus" }, ACCOUNTING);
    expect(found.items.map(({ id }) => id)).toEqual([billing]);
    const all = await list({}, ACCOUNTING);
    expect(new Set(all.items.map(({ department }) => department))).toEqual(new Set(["billing"]));
    const counts = await execute(await portal.as(ACCOUNTING), null, countQueue, {});
    expect(counts.open).toBe(all.total);
    expect((await list({ q: "walrus" })).items.map(({ id }) => id).sort()).toEqual([billing, support].sort());
  });

  test("finds words in subjects, messages and notes, whatever their accents, and numbers", async () => {
    const id = await ticket(northwind, {
      subject: "Über den Zähler",
      messages: [
        { body: "Ça dépend du réseau" },
        { body: "Ask Marguerite first", staff: "Sam Whitfield", internal: true },
      ],
    });
    const { number } = await row(id);
    for (const q of ["uber zahler", "RESEAU", "marguerite", `#${number}`, "zahler reseau", "üb"]) {
      expect(
        (await list({ q })).items.map((item) => item.id),
        q,
      ).toContain(id);
    }
    expect((await list({ q: "zahler walrus" })).items).toEqual([]);
    expect((await list({ q: "100%" })).items).toEqual([]);
  });

  test("is refused to customers", async () => {
    expect((await problemOf(list({}, "owner@northwind.example"))).code).toBe("refused");
  });
});

describe("a change from the queue", () => {
  test("assigns, and its undo gives the ticket back to whom it was", async () => {
    const id = await ticket(northwind, { assigneeId: portal.demo.staff.managerId });
    const { undo, from } = await change(northwind, id, "assign:me");
    expect((await row(id)).assigneeId).toBe(portal.demo.staff.supportId);
    expect(undo).toBe(`assign:${portal.demo.staff.managerId}`);
    await change(northwind, id, undo ?? "", from);
    expect((await row(id)).assigneeId).toBe(portal.demo.staff.managerId);
  });

  test("closes, and its undo lets the ticket wait for the same side as before", async () => {
    for (const status of ["open", "answered"] as const) {
      const id = await ticket(northwind, { status });
      const before = await row(id);
      const { undo, from } = await change(northwind, id, "status:closed");
      expect((await row(id)).closedAt).not.toBeNull();
      await change(northwind, id, undo ?? "", from);
      expect(await row(id)).toMatchObject({ status, closedAt: null, firstRespondedAt: before.firstRespondedAt });
    }
  });

  test("gives a priority or a tag, and takes it back", async () => {
    const id = await ticket(northwind);
    const { id: tagId } = await portal.owner.tag.create({ data: { name: "Whale" } });
    const priority = await change(northwind, id, "priority:urgent");
    const tag = await change(northwind, id, `tag:${tagId}`);
    expect((await list({ tagId })).items).toMatchObject([{ id, priority: "urgent", tags: [{ name: "Whale" }] }]);
    expect((await change(northwind, id, `tag:${tagId}`)).undo).toBeNull();
    await change(northwind, id, priority.undo ?? "", priority.from);
    await change(northwind, id, tag.undo ?? "", tag.from);
    expect((await list({ tagId })).items).toEqual([]);
    expect((await row(id)).priority).toBe("normal");
  });

  test("isn't taken back over what somebody else has done since", async () => {
    const id = await ticket(northwind);
    const { undo, from } = await change(northwind, id, "assign:me");
    await change(northwind, id, "assign:me", undefined, MANAGER);
    expect((await problemOf(change(northwind, id, undo ?? "", from))).code).toBe("conflict");
    expect((await row(id)).assigneeId).toBe(portal.demo.staff.managerId);
  });

  test.each([
    ["closing", "status:closed", ["status:open", "status:closed"]],
    ["assignment", "assign:nobody", ["assign:me", "assign:nobody"]],
    ["priority", "priority:urgent", ["priority:normal", "priority:urgent"]],
    ["tag", "tag", ["untag", "tag"]],
  ])("isn't taken back over a colleague's later %s that came to the same", async (_, act, later) => {
    const id = await ticket(northwind, { assigneeId: portal.demo.staff.managerId });
    const { id: tagId } = await portal.owner.tag.create({ data: { name: randomUUID() } });
    const named = (text: string) => (text.endsWith("tag") ? `${text}:${tagId}` : text);
    const { undo, from } = await change(northwind, id, named(act));
    for (const one of later) await change(northwind, id, named(one), undefined, MANAGER);
    const before = { ...(await row(id)), tags: await portal.owner.ticketTag.count({ where: { ticketId: id } }) };
    expect(await problemOf(change(northwind, id, undo ?? "", from))).toMatchObject({
      code: "conflict",
      detail: `Ticket #${before.number} has been changed since.`,
    });
    expect({ ...(await row(id)), tags: await portal.owner.ticketTag.count({ where: { ticketId: id } }) }).toEqual(
      before,
    );
  });

  test("that removes a tag isn't taken back over a colleague's later removal", async () => {
    const id = await ticket(northwind);
    const { id: tagId } = await portal.owner.tag.create({ data: { name: randomUUID() } });
    await change(northwind, id, `tag:${tagId}`);
    const { undo, from } = await change(northwind, id, `untag:${tagId}`);
    for (const act of ["tag", "untag"]) await change(northwind, id, `${act}:${tagId}`, undefined, MANAGER);
    expect((await problemOf(change(northwind, id, undo ?? "", from))).code).toBe("conflict");
    await portal.owner.tag.delete({ where: { id: tagId } });
  });

  test("is taken back though something else of the ticket has changed", async () => {
    const id = await ticket(northwind);
    const { undo, from } = await change(northwind, id, "priority:low");
    await change(northwind, id, "assign:me", undefined, MANAGER);
    await change(northwind, id, undo ?? "", from);
    expect(await row(id)).toMatchObject({ priority: "normal", assigneeId: portal.demo.staff.managerId });
  });

  test("isn't taken back over a colleague's that waits for the same ticket", async () => {
    const id = await ticket(northwind);
    const { undo, from } = await change(northwind, id, "status:closed");
    const caller = await portal.as(AGENT);
    const undoing = await whileHeld(portal.owner, {
      hold: (tx) => tx.ticket.updateMany({ where: { id }, data: { status: "open", closedAt: null } }),
      work: () => problemOf(execute(caller, northwind, changeTicket, { ticketId: id, act: undo ?? "", from })),
      meanwhile: (tx) => tx.ticket.updateMany({ where: { id }, data: { status: "closed", closedAt: new Date() } }),
    });
    expect([undoing.code, (await row(id)).status]).toEqual(["conflict", "closed"]);
  });

  test("assigns to nobody who couldn't work on the ticket", async () => {
    const id = await ticket(northwind);
    const toAccounting = `assign:${portal.demo.staff.accountingId}`;
    expect((await problemOf(change(northwind, id, toAccounting))).code).toBe("invalid");
    const billing = await ticket(northwind, { department: "billing" });
    expect((await change(northwind, billing, toAccounting)).undo).toBe("assign:nobody");
  });

  test("finds no ticket of another account, and none that accounting doesn't see", async () => {
    const id = await ticket(northwind);
    expect((await problemOf(change(globex, id, "assign:me"))).code).toBe("not-found");
    expect((await problemOf(change(northwind, id, "assign:me", undefined, ACCOUNTING))).code).toBe("not-found");
  });

  test("is taken back to what the ticket was when it was changed, not when it was read", async () => {
    const id = await ticket(northwind, { priority: "normal" });
    const caller = await portal.as(AGENT);
    const changed = await whileHeld(portal.owner, {
      hold: (tx) => tx.ticket.updateMany({ where: { id }, data: { subject: "Held" } }),
      work: () => execute(caller, northwind, changeTicket, { ticketId: id, act: "priority:low" }),
      meanwhile: (tx) => tx.ticket.updateMany({ where: { id }, data: { priority: "urgent" } }),
    });
    expect(changed.undo).toBe("priority:urgent");
  });

  test("of one ticket by fifty at once closes it once", async () => {
    const id = await ticket(northwind);
    const caller = await portal.as(AGENT);
    const closings = await Promise.allSettled(
      Array.from({ length: 50 }, () =>
        execute(caller, northwind, changeTicket, { ticketId: id, act: "status:closed" }),
      ),
    );
    expect(closings.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("chosen tickets changed together", () => {
  const send = async (rows: Record<string, string>[], fields: Record<string, string>, email = AGENT) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    for (const one of rows) form.append("row", new URLSearchParams(one).toString());
    const origin = new URL(env().PORTAL_URL).origin;
    return submitEach(await portal.as(email), { origin, operationName: changeTicket.name, form });
  };

  test("are each changed by the same operation, and one that fails is told and holds up no other", async () => {
    const [a, b, closed] = [await ticket(northwind), await ticket(globex), await ticket(globex, { status: "closed" })];
    const state = await send(
      [
        { account: northwind, ticketId: a, label: "#1" },
        { account: globex, ticketId: closed, label: "#2" },
        { account: northwind, ticketId: b, label: "#3" },
        { account: "nowhere", ticketId: b, label: "#4" },
        { account: globex, ticketId: b, label: "#5" },
      ],
      { act: "status:closed" },
    );
    expect(state).toMatchObject({
      status: "done",
      result: {
        done: [{ label: "#1" }, { label: "#5" }],
        failed: [
          { label: "#2", message: expect.stringContaining("already closed") },
          { label: "#3", message: "Ticket not found." },
          { label: "#4" },
        ],
      },
    });
    expect([(await row(a)).status, (await row(b)).status]).toEqual(["closed", "closed"]);
    const logged = await portal.owner.auditEvent.count({
      where: { operation: changeTicket.name, targetId: { in: [a, b] } },
    });
    expect(logged).toBe(2);
  });

  test("are taken back but for those that a colleague has changed since, which are told", async () => {
    const [mine, theirs] = [await ticket(northwind), await ticket(northwind)];
    const chosen = [mine, theirs].map((ticketId, at) => ({ account: northwind, ticketId, label: `#${at}` }));
    const { result } = (await send(chosen, { act: "status:closed" })) as { result: ActResult };
    for (const act of ["status:open", "status:closed"]) await change(northwind, theirs, act, undefined, MANAGER);
    const rows = result.done.map(({ label, accountId, result: { id, undo, from } }) => ({
      ...{ label, account: accountId, ticketId: id, act: undo ?? "", from },
    }));
    expect(await send(rows, {})).toMatchObject({
      result: { done: [{ label: "#0" }], failed: [{ label: "#1", message: expect.stringContaining("changed since") }] },
    });
    expect([(await row(mine)).status, (await row(theirs)).status]).toEqual(["open", "closed"]);
  });

  test("are refused one by one to those who may change none, and whole without a choice", async () => {
    const id = await ticket(northwind);
    const customer = await send(
      [{ account: northwind, ticketId: id, label: "#1" }],
      { act: "assign:me" },
      "owner@northwind.example",
    );
    expect(customer).toMatchObject({ status: "done", result: { done: [], failed: [{ label: "#1" }] } });
    expect(await send([], { act: "assign:me" })).toMatchObject({ status: "invalid" });
    const many = Array.from({ length: 101 }, () => ({ account: northwind, ticketId: id, label: "#1" }));
    expect(await send(many, { act: "assign:me" })).toMatchObject({ status: "invalid" });
  });
});

test("a customer's view of a tagged ticket says nothing of its tags", async () => {
  const id = await ticket(northwind);
  const { id: tagId } = await portal.owner.tag.create({ data: { name: "Difficult customer" } });
  await change(northwind, id, `tag:${tagId}`);
  const seen = await execute(await portal.as("owner@northwind.example"), northwind, viewTicket, { ticketId: id });
  expect(JSON.stringify(seen)).not.toContain("Difficult");
});
