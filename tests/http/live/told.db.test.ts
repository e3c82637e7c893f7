import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { execute, withRequest } from "@/lib/platform/operations/execute";
import type { AnyOperation, InputOf, OutputOf } from "@/lib/platform/operations/operation";
import { changeTicket } from "@/lib/support/queue/change-ticket";
import { noteOnTicket } from "@/lib/support/tickets/note-on-ticket";
import { openTicket } from "@/lib/support/tickets/open-ticket";
import { replyToTicket } from "@/lib/support/tickets/reply-to-ticket";
import { typeInTicket } from "@/lib/support/tickets/type-in-ticket";
import { type LivePortal, livePortal, type OpenStream, openStream } from "@/tests/fixtures/live-stream";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

const AGENT = "staff-support@portcullis.example";
const ACCOUNTING = "staff-accounting@portcullis.example";
const OWNER = "owner@northwind.example";
const SUPPORT = "support@northwind.example";
const BILLING = "billing@northwind.example";
const STRANGER = "owner@globex.example";

let portal: TestPortal;
let account: string;
let globex: string;
let live: LivePortal;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
  globex = portal.demo.globex.id;
  live = await livePortal();
});
afterAll(async () => {
  await live.stop();
  await portal.close();
});

const streams: OpenStream[] = [];
afterEach(async () => {
  for (const stream of streams.splice(0)) {
    stream.leave();
    await stream.closed;
  }
});

async function follow(email: string, on: string | null = account, port = live.port): Promise<OpenStream> {
  const stream = await openStream(port, on, await portal.cookie(email));
  streams.push(stream);
  return stream;
}

async function ask<Op extends AnyOperation>(email: string, operation: Op, input: InputOf<Op>): Promise<OutputOf<Op>> {
  return execute(await portal.as(email), account, operation, input);
}

const open = async (input: Partial<InputOf<typeof openTicket>> = {}) =>
  (await ask(SUPPORT, openTicket, { subject: "Slow", message: "Please look.", ...input })).id;

/** As if a command had been done: everything before it has been told by the time that it is. */
async function mark(targetType: string, targetId: string, permission: string, on = account): Promise<void> {
  const event = {
    operation: "test.mark",
    outcome: "done",
    summary: "Marked",
    actorName: "Test",
    via: "system",
  } as const;
  await portal.owner.auditEvent.create({ data: { ...event, accountId: on, targetType, targetId, permission } });
}

/** Everything that was told to somebody who sees this account's invoices, up to now. */
async function toldAboutInvoices(stream: OpenStream, on = account) {
  const { id } = await portal.owner.invoice.findFirstOrThrow({ where: { accountId: on, statusKey: "paid" } });
  await mark("invoice", id, "billing.invoices.pay", on);
  await stream.until({ kind: "invoice", id });
  return stream.events.filter((event) => event.id !== id);
}

describe("a change of a ticket", () => {
  it("is told to those who see the ticket, on both sides, with its id and nothing else", async () => {
    const all = await Promise.all([follow(OWNER), follow(AGENT), follow(AGENT, null)]);
    const id = await open();
    for (const stream of all) {
      await stream.until({ kind: "ticket", id });
      expect(stream.events.filter(({ kind }) => kind === "ticket")).toEqual([{ kind: "ticket", id }]);
    }
  });

  it("is not told to a billing contact", async () => {
    const billing = await follow(BILLING);
    const ticketId = await open();
    await ask(AGENT, replyToTicket, { ticketId, message: "On it." });
    await ask(AGENT, typeInTicket, { ticketId });
    expect(await toldAboutInvoices(billing)).toEqual([]);
  });

  it("is not told to another account", async () => {
    const stranger = await follow(STRANGER, globex);
    await open();
    expect(await toldAboutInvoices(stranger, globex)).toEqual([]);
    // Nor if the activity log says that it was on theirs.
    await mark("ticket", await open(), "support.tickets.reply", globex);
    expect(await toldAboutInvoices(stranger, globex)).toEqual([]);
  });

  it("of another department is not told to accounting, who see only their own", async () => {
    const accounting = await follow(ACCOUNTING, null);
    const hidden = await open();
    const seen = await open({ department: "billing" });
    await accounting.until({ kind: "ticket", id: seen });
    expect(accounting.events.map(({ id }) => id)).not.toContain(hidden);
  });

  it("is told once, however much a transaction does", async () => {
    const owner = await follow(OWNER);
    const id = await open();
    await withRequest(await portal.as(AGENT), { accountId: account }, async ({ execute: run }) => {
      await run(replyToTicket, { ticketId: id, message: "One" });
      await run(replyToTicket, { ticketId: id, message: "Two" });
    });
    const last = await open();
    await owner.until({ kind: "ticket", id: last });
    expect(owner.events.filter((event) => event.id === id).length).toBeLessThanOrEqual(2);
  });
});

describe("an internal note", () => {
  it("is told to staff and never to the customer", async () => {
    const [owner, agent] = await Promise.all([follow(OWNER), follow(AGENT)]);
    const ticketId = await open();
    await owner.until({ kind: "ticket", id: ticketId });
    await agent.until({ kind: "ticket", id: ticketId });
    const [told, toldToStaff] = [owner, agent].map(({ events }) => events.length);
    await ask(AGENT, noteOnTicket, { ticketId, message: "Among us." });
    const after = await open();
    await Promise.all([owner, agent].map((stream) => stream.until({ kind: "ticket", id: after })));
    const later = (stream: OpenStream, from = 0) => stream.events.slice(from).filter(({ id }) => id === ticketId);
    expect(later(owner, told)).toEqual([]);
    expect(later(agent, toldToStaff)).toEqual([{ kind: "ticket", id: ticketId }]);
  });
});

describe("a tag", () => {
  it("is told to staff and never to the customer, who is told of an assignment", async () => {
    const [owner, agent] = await Promise.all([follow(OWNER), follow(AGENT)]);
    const [tagged, assigned] = [await open(), await open()];
    for (const stream of [owner, agent]) await stream.until({ kind: "ticket", id: assigned });
    const before = [owner, agent].map(({ events }) => events.length);
    const { id: tagId } = await portal.owner.tag.create({ data: { name: "Difficult" } });
    await ask(AGENT, changeTicket, { ticketId: tagged, act: `tag:${tagId}` });
    await ask(AGENT, changeTicket, { ticketId: tagged, act: `untag:${tagId}` });
    await ask(AGENT, changeTicket, { ticketId: assigned, act: "assign:me" });
    const last = await open();
    for (const stream of [owner, agent]) await stream.until({ kind: "ticket", id: last });
    const told = [owner, agent].map(({ events }, one) => events.slice(before[one]).map(({ id }) => id));
    expect(told[0]).not.toContain(tagged);
    expect(told[0]).toContain(assigned);
    expect(told[1]).toContain(tagged);
  });
});

describe("somebody who writes a reply", () => {
  it("is seen by the other side, and not in their own tabs", async () => {
    const [owner, agent, other] = await Promise.all([follow(OWNER), follow(AGENT), follow(AGENT, null)]);
    const id = await open();
    await ask(AGENT, typeInTicket, { ticketId: id });
    await owner.until({ kind: "typing", of: "ticket", id, by: "staff" });
    await ask(OWNER, typeInTicket, { ticketId: id });
    for (const stream of [agent, other]) {
      await stream.until({ kind: "typing", of: "ticket", id, by: "customer" });
      expect(stream.events.filter(({ kind }) => kind === "typing")).toHaveLength(1);
    }
  });

  it("leaves nothing behind, in no table", async () => {
    const ticketId = await open();
    const before = await portal.owner.auditEvent.count();
    await ask(AGENT, typeInTicket, { ticketId });
    expect(await portal.owner.auditEvent.count()).toBe(before);
  });
});

describe("a notification", () => {
  it("is announced to its person only", async () => {
    const [owner, support] = await Promise.all([follow(OWNER), follow(SUPPORT)]);
    const id = await open();
    await owner.until({ kind: "notification" });
    await support.until({ kind: "ticket", id });
    expect(support.events.filter(({ kind }) => kind === "notification")).toEqual([]);
  });
});

it("two processes tell what either of them did", async () => {
  const second = await livePortal();
  try {
    const both = await Promise.all([follow(OWNER), follow(OWNER, account, second.port)]);
    const id = await open();
    for (const stream of both) await stream.until({ kind: "ticket", id });
    expect(both.map(({ events }) => events.at(-1)?.kind)).not.toContain(undefined);
  } finally {
    await second.stop();
  }
});
