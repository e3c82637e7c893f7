import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ZodUUID } from "zod";
import { operations } from "@/lib/http/registry";
import { addDays } from "@/lib/platform/kernel/dates";
import type { Problem } from "@/lib/platform/kernel/problem";
import { execute } from "@/lib/platform/operations/execute";
import { mergeTicket } from "@/lib/support/merging/merge-ticket";
import { previewMerge } from "@/lib/support/merging/preview-merge";
import { splitTicket } from "@/lib/support/merging/split-ticket";
import { unmergeTicket } from "@/lib/support/merging/unmerge-ticket";
import { changeTicket } from "@/lib/support/queue/change-ticket";
import { noteOnTicket } from "@/lib/support/tickets/note-on-ticket";
import { replyToTicket } from "@/lib/support/tickets/reply-to-ticket";
import { viewTicket } from "@/lib/support/tickets/view-ticket";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import type { Input } from "@/tests/fixtures/rest-call";
import { whileHeld } from "@/tests/fixtures/while-held";
import { ticketForStaff } from "@/tests/support/queue/arrange";
import { operationTests as queueTests } from "@/tests/support/queue/operations";
import { operationTests as ticketTests } from "@/tests/support/tickets/operations";
import { operationTests as mergingTests } from "./operations";

const AGENT = "staff-support@portcullis.example";
const CUSTOMER = "owner@northwind.example";

let portal: TestPortal;
let account: string;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
});
afterAll(() => portal.close());

const ticket = (plan: object = {}, accountId = account) =>
  ticketForStaff({ portal, accountId, email: AGENT }, { department: "support", ...plan });
const longClosed = () => ticket({ status: "closed", openedAt: addDays(new Date(), -2) });
const row = (id: string) => portal.owner.ticket.findUniqueOrThrow({ where: { id } });
const merge = async (ticketId: string, into: string) =>
  execute(await portal.as(AGENT), account, mergeTicket, { ticketId, into: (await row(into)).number });
const unmerge = async (ticketId: string, into?: string) =>
  execute(await portal.as(AGENT), account, unmergeTicket, { ticketId, ...(into && { into }) });
const view = async (ticketId: string, email = CUSTOMER) =>
  execute(await portal.as(email), account, viewTicket, { ticketId });
const bodies = async (ticketId: string) => (await view(ticketId)).messages.items.map(({ body }) => body);
const reply = async (ticketId: string, message: string, email = CUSTOMER) =>
  execute(await portal.as(email), account, replyToTicket, { ticketId, message });

describe("a merged ticket", () => {
  test("keeps its number and its messages, and the other one shows both", async () => {
    const [from, into] = [await ticket({ messages: [{ body: "Old" }] }), await ticket({ messages: [{ body: "New" }] })];
    await merge(from, into);
    expect((await bodies(into)).sort()).toEqual(["New", "Old"]);
    expect(await bodies(from)).toEqual(["Old"]);
    const { number } = await row(into);
    expect(await view(from)).toMatchObject({ status: "closed", mergedInto: { id: into, number } });
    expect((await view(into)).merged).toMatchObject([{ id: from }]);
  });

  test.each(["open", "answered"] as const)(
    "that is %s lets a closed one wait for the same side again",
    async (status) => {
      const [from, into] = [await ticket({ status }), await ticket({ status: "closed" })];
      const asked = { ticketId: from, into: (await row(into)).number };
      expect((await execute(await portal.as(AGENT), account, previewMerge, asked)).preview?.reopens).toBe(true);
      await merge(from, into);
      expect(await row(into)).toMatchObject({ status, closedAt: null });
      expect((await row(from)).status).toBe("closed");
    },
  );

  test("that is closed leaves a closed one closed, and an open one as it is", async () => {
    for (const status of ["closed", "open", "answered"] as const) {
      const [from, into] = [await ticket({ status: "closed" }), await ticket({ status })];
      await merge(from, into);
      expect((await row(into)).status).toBe(status);
    }
  });

  test("passes a reply on: the other one waits for staff, and shows it", async () => {
    const [from, into] = [await ticket(), await ticket({ status: "closed" })];
    await merge(from, into);
    await reply(from, "To the old number");
    expect(await row(from)).toMatchObject({ status: "closed" });
    expect(await row(into)).toMatchObject({ status: "open", closedAt: null });
    expect(await bodies(into)).toContain("To the old number");
    await reply(from, "An answer", AGENT);
    expect((await row(into)).status).toBe("answered");
  });

  test.each(["open", "answered", "closed"] as const)("is %s again once that is taken back", async (status) => {
    const [from, into] = [await ticket({ status, messages: [{ body: "Old" }] }), await ticket()];
    const before = await row(from);
    await merge(from, into);
    await unmerge(from);
    expect(await row(from)).toMatchObject({ status, closedAt: before.closedAt, mergedIntoId: null });
    expect((await problemOf(unmerge(from))).code).toBe("conflict");
  });

  test.each([
    ["a question", CUSTOMER, "open"],
    ["an answer", AGENT, "answered"],
  ])("waits for whom it should once that is taken back after %s", async (_, author, status) => {
    for (const before of ["closed", "open", "answered"] as const) {
      const [from, into] = [await ticket({ status: before, messages: [{ body: "Old" }] }), await ticket()];
      const closedAt = before === "closed" ? addDays(new Date(), -1) : null;
      await portal.owner.ticket.update({ where: { id: from }, data: { closedAt } });
      await merge(from, into);
      await reply(from, "Meanwhile", author);
      await unmerge(from);
      expect(await row(from), before).toMatchObject({ status, closedAt: null, mergedIntoId: null });
      expect([await bodies(from), await bodies(into)]).toEqual([["Old", "Meanwhile"], ["Hello"]]);
    }
  });

  test("closes the one again that it had reopened, when it was, once that is taken back", async () => {
    const [from, into, third] = [await ticket(), await longClosed(), await ticket()];
    const { closedAt } = await row(into);
    await merge(from, into);
    await reply(from, "Meanwhile, in their own");
    await merge(third, into);
    await unmerge(from);
    expect(await row(into), "another one is still there").toMatchObject({ status: "open" });
    await unmerge(third);
    expect(await row(into)).toMatchObject({ status: "closed", closedAt, reopenedByMerge: null });
    await reply(into, "Reopened by somebody else");
    await merge(third, into);
    await unmerge(third);
    expect(await row(into)).toMatchObject({ status: "open" });
  });

  test.each([
    [
      "somebody has closed and reopened it",
      async (into: string) => {
        for (const act of ["status:closed", "status:open"])
          await execute(await portal.as(AGENT), account, changeTicket, { ticketId: into, act });
      },
    ],
    ["somebody has written to it", (into: string) => reply(into, "A question")],
    [
      "a merged one was written to",
      async (into: string) => {
        const other = await longClosed();
        await merge(other, into);
        await reply(other, "A question");
      },
    ],
  ] as const)("leaves the one that it had reopened open once that is taken back, if %s", async (_, since) => {
    const [from, into] = [await ticket(), await longClosed()];
    await merge(from, into);
    await since(into);
    await unmerge(from);
    expect(await row(into)).toMatchObject({ status: "open", closedAt: null });
  });

  test("is taken back only from the ticket that the page showed", async () => {
    const [from, into, other] = [await ticket(), await ticket(), await ticket()];
    await merge(from, into);
    await unmerge(from);
    await merge(from, other);
    expect((await problemOf(unmerge(from, into))).code).toBe("conflict");
    await unmerge(from, other);
    expect((await row(from)).mergedIntoId).toBeNull();
  });

  test("can't be reopened in the queue, which would make up an answer in the other one", async () => {
    const [from, into] = [await ticket(), await ticket({ status: "open" })];
    await merge(from, into);
    const caller = await portal.as(AGENT);
    for (const act of ["status:answered", "status:open"]) {
      const problem = await problemOf(execute(caller, account, changeTicket, { ticketId: from, act }));
      expect(problem.code).toBe("conflict");
    }
    expect(await row(into)).toMatchObject({ status: "open", firstRespondedAt: null });
  });

  test("is merged with no ticket of another account, with itself, or with one that is merged", async () => {
    const [a, b, c] = [await ticket(), await ticket(), await ticket()];
    const foreign = await ticket({}, portal.demo.globex.id);
    expect((await problemOf(merge(a, foreign))).code).toBe("not-found");
    expect((await problemOf(merge(a, a))).code).toBe("conflict");
    await merge(a, b);
    expect((await problemOf(merge(a, c))).code).toBe("conflict");
    expect((await problemOf(merge(c, a))).code).toBe("conflict");
    expect((await problemOf(merge(b, c))).code).toBe("conflict");
  });

  test("by two people the other way round at once is merged once", async () => {
    for (let round = 0; round < 5; round++) {
      const [a, b] = [await ticket(), await ticket()];
      const merges = await Promise.allSettled([merge(a, b), merge(b, a), merge(a, b), merge(b, a)]);
      expect(merges.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const pointing = [await row(a), await row(b)].filter(({ mergedIntoId }) => mergedIntoId !== null);
      expect(pointing).toHaveLength(1);
    }
  });
});

test("a preview names who of the account sees only one of the two tickets", async () => {
  // Limited to some services, this one among them.
  const { web1 } = portal.demo.northwind.services;
  const [from, into] = [await ticket(), await ticket({ serviceId: web1 })];
  const preview = async (ticketId: string, other: string) =>
    execute(await portal.as(AGENT), account, previewMerge, { ticketId, into: (await row(other)).number });
  expect((await preview(from, into)).preview?.seeOnlyTheOther.names).toContain("Jun Watanabe");
  expect((await preview(into, from)).preview?.seeOnlyTheMerged.names).toContain("Jun Watanabe");
});

test("a merge waits for a reply to a merged ticket without holding the one that the reply goes on to", async () => {
  // The one that stays has the smaller id.
  const into = await ticket();
  const from = await ticket();
  await merge(from, into);
  const again = whileHeld(portal.owner, {
    hold: (tx) => tx.$queryRaw`select 1 from "Ticket" where "id" = ${from}::uuid for update`,
    work: () => merge(from, into),
    meanwhile: (tx) => tx.$queryRaw`select 1 from "Ticket" where "id" = ${into}::uuid for update nowait`,
  });
  expect((await problemOf(again)).code).toBe("conflict");
});

describe("a merge lifts no limit", () => {
  const LIMITED = "limited@northwind.example";
  const ACCOUNTING = "staff-accounting@portcullis.example";
  beforeAll(async () => {
    const { web1 } = portal.demo.northwind.services;
    await buildContact(portal.owner, account, {
      email: LIMITED,
      name: "Li Mited",
      roles: ["support"],
      services: [web1],
    });
  });
  const bodiesFor = async (email: string, ticketId: string) => {
    const { messages, merged } = await view(ticketId, email);
    return { bodies: messages.items.map(({ body }) => body), total: messages.total, merged: merged.length };
  };

  test("to services: who sees only the ticket that stays doesn't see the messages of the other", async () => {
    const { web1, web2 } = portal.demo.northwind.services;
    const from = await ticket({ serviceId: web2, messages: [{ body: "About the other service" }] });
    const into = await ticket({ serviceId: web1, messages: [{ body: "About theirs" }] });
    await merge(from, into);
    expect(await bodiesFor(LIMITED, into)).toEqual({ bodies: ["About theirs"], total: 1, merged: 0 });
    expect(await bodiesFor(CUSTOMER, into)).toMatchObject({ total: 2, merged: 1 });
    expect((await problemOf(view(from, LIMITED))).code).toBe("not-found");
  });

  test("to departments: of a contact, and of accounting with the notes", async () => {
    const from = await ticket({ department: "support", messages: [{ body: "For support" }] });
    const into = await ticket({ department: "billing", messages: [{ body: "For billing" }] });
    await execute(await portal.as(AGENT), account, noteOnTicket, { ticketId: from, message: "Among support" });
    await merge(from, into);
    expect(await bodiesFor(ACCOUNTING, into)).toEqual({ bodies: ["For billing"], total: 1, merged: 0 });
    expect((await bodiesFor(AGENT, into)).total).toBe(3);
    expect((await bodiesFor(CUSTOMER, into)).total).toBe(2);
  });
});

describe("of a merged ticket", () => {
  const acts = ["assign:nobody", "status:closed", "status:open", "priority:high"];
  const isOnTicket = ({ input }: (typeof operations)[number]) =>
    Object.entries(input.shape).some(([name, type]) => name === "ticketId" && type instanceof ZodUUID);
  const commands = operations.filter((one) => one.kind === "command" && isOnTicket(one));
  const tests = { ...ticketTests, ...queueTests, ...mergingTests };

  /** A call of an operation about a ticket that has been merged since, by somebody who may. */
  async function call(operation: (typeof commands)[number], into: string, changes: object = {}) {
    const { may, sample } = tests[operation.name] ?? { may: "", sample: () => ({}) };
    const email = may.trim().startsWith("+") ? CUSTOMER : AGENT;
    const input: Input = { ...(await sample({ portal, accountId: account, email })), ...changes };
    const id = String(input.ticketId);
    const { status, closedAt } = await row(id);
    const before = { statusBeforeMerge: status, closedBeforeMergeAt: closedAt };
    await portal.owner.ticket.update({
      where: { id },
      data: { ...before, status: "closed", closedAt: closedAt ?? new Date(), mergedIntoId: into },
    });
    return execute(await portal.as(email), account, operation as never, input as never);
  }

  test("only the conversation goes on, and every other command says where to go", async () => {
    const into = await ticket();
    const { number } = await row(into);
    const goesOn: string[] = [];
    for (const operation of commands) {
      for (const act of operation.name === "queue.change-ticket" ? acts : [null]) {
        const done = call(operation, into, act === null ? {} : { act });
        const refusal = await done.then(
          () => null,
          (error: unknown) => error as Problem,
        );
        if (refusal === null) goesOn.push(operation.name);
        else expect.soft(refusal, `${operation.name} ${act}`).toMatchObject({ code: "conflict" });
        if (refusal !== null && operation.name !== "merging.merge")
          expect.soft(refusal.detail, `${operation.name} ${act}`).toContain(`was merged into #${number}.`);
      }
    }
    expect(goesOn.sort()).toEqual([
      "merging.unmerge",
      ...["tickets.add-note", "tickets.copy-in", "tickets.hold-reply", "tickets.remove-watcher", "tickets.reply"],
      ...["tickets.save-draft", "tickets.send-reply", "tickets.type", "tickets.undo-reply", "tickets.watch"],
    ]);
  });
});

describe("a split", () => {
  const split = async (ticketId: string, messageIds: string[]) =>
    execute(await portal.as(AGENT), account, splitTicket, { ticketId, subject: "Another matter", messageIds });

  test("makes the chosen messages a ticket that the same people see and watch, and leaves the others", async () => {
    const { web1 } = portal.demo.northwind.services;
    const from = await ticket({
      serviceId: web1,
      priority: "high",
      messages: [{ body: "One" }, { body: "Two" }, { body: "Three", staff: "Sam Whitfield" }],
    });
    const all = await portal.owner.ticketMessage.findMany({ where: { ticketId: from }, orderBy: { createdAt: "asc" } });
    const contactId = portal.demo.northwind.contacts.support;
    const watcher = { accountId: account, contactId, addedByName: "Ingrid Solheim" };
    await portal.owner.ticketWatcher.create({ data: { ...watcher, ticketId: from } });
    const { id } = await split(from, [all[1]?.id ?? ""]);
    expect(await portal.owner.ticketWatcher.findMany({ where: { ticketId: id } })).toMatchObject([watcher]);
    expect(await bodies(id)).toEqual(["Two"]);
    expect(await bodies(from)).toEqual(["One", "Three"]);
    const [old, created] = [await row(from), await row(id)];
    expect(created).toMatchObject({ subject: "Another matter", priority: "high", status: "open", serviceId: web1 });
    expect(created.openedByContactId).toBe(old.openedByContactId);
    expect(created.createdAt).toEqual(all[1]?.createdAt);
  });

  test("takes no message of another ticket, and not all of this one", async () => {
    const [from, other] = [await ticket({ messages: [{ body: "One" }, { body: "Two" }] }), await ticket()];
    const own = (await portal.owner.ticketMessage.findMany({ where: { ticketId: from } })).map(({ id }) => id);
    const foreign = (await portal.owner.ticketMessage.findFirstOrThrow({ where: { ticketId: other } })).id;
    expect((await problemOf(split(from, [foreign]))).code).toBe("invalid");
    expect((await problemOf(split(from, own))).code).toBe("invalid");
    expect(await bodies(from)).toHaveLength(2);
  });

  test("tells the customer of no note: not by a ticket without messages, nor by when it begins", async () => {
    const from = await ticket({ messages: [{ body: "One" }, { body: "Two" }] });
    const { id: noteId } = await execute(await portal.as(AGENT), account, noteOnTicket, {
      ticketId: from,
      message: "Among us",
    });
    const own = await portal.owner.ticketMessage.findMany({ where: { ticketId: from, internal: false } });
    expect((await problemOf(split(from, [noteId]))).code).toBe("invalid");
    expect(
      (
        await problemOf(
          split(
            from,
            own.map(({ id }) => id),
          ),
        )
      ).code,
    ).toBe("invalid");
    const before = new Date("2020-01-01T00:00:00Z");
    await portal.owner.ticketMessage.update({ where: { id: noteId }, data: { createdAt: before } });
    const { id } = await split(from, [noteId, own[1]?.id ?? ""]);
    expect((await row(id)).createdAt).toEqual(own[1]?.createdAt);
    expect(await bodies(id)).toEqual([own[1]?.body]);
    expect((await view(id, AGENT)).messages.total).toBe(2);
  });

  test("of one message by several at once happens once", async () => {
    const from = await ticket({ messages: [{ body: "One" }, { body: "Two" }, { body: "Three" }] });
    const { id } = await portal.owner.ticketMessage.findFirstOrThrow({ where: { ticketId: from, body: "Two" } });
    const splits = await Promise.allSettled(Array.from({ length: 8 }, () => split(from, [id])));
    expect(splits.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});
