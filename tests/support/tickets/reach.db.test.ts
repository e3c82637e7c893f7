import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { find } from "@/lib/home/search/find";
import { Grant } from "@/lib/platform/db/grant";
import { withTransaction } from "@/lib/platform/db/transaction";
import { execute, withRequest } from "@/lib/platform/operations/execute";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { assignTicket } from "@/lib/support/tickets/assign-ticket";
import { closeTicket } from "@/lib/support/tickets/close-ticket";
import { holdReply } from "@/lib/support/tickets/hold-reply";
import { listTickets } from "@/lib/support/tickets/list-tickets";
import { noteOnTicket } from "@/lib/support/tickets/note-on-ticket";
import { openTicket } from "@/lib/support/tickets/open-ticket";
import { reopenTicket } from "@/lib/support/tickets/reopen-ticket";
import { replyToTicket } from "@/lib/support/tickets/reply-to-ticket";
import { saveDraft } from "@/lib/support/tickets/save-draft";
import { saveNewDraft } from "@/lib/support/tickets/save-new-draft";
import { ticketChoices } from "@/lib/support/tickets/ticket-choices";
import { viewTicket } from "@/lib/support/tickets/view-ticket";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

const message = "A message.";

/** Every operation on tickets, with input that would do for somebody who may. */
const everyOperation: readonly [AnyOperation, (ticketId: string) => object][] = [
  [listTickets, () => ({})],
  [ticketChoices, () => ({})],
  [viewTicket, (ticketId) => ({ ticketId })],
  [openTicket, () => ({ subject: "A subject", message })],
  [replyToTicket, (ticketId) => ({ ticketId, message })],
  [holdReply, (ticketId) => ({ ticketId, message })],
  [saveDraft, (ticketId) => ({ ticketId, message, version: 0 })],
  [saveNewDraft, () => ({ subject: "A subject", message, version: 0 })],
  [closeTicket, (ticketId) => ({ ticketId })],
  [reopenTicket, (ticketId) => ({ ticketId })],
  [noteOnTicket, (ticketId) => ({ ticketId, message })],
  [assignTicket, (ticketId) => ({ ticketId, assignee: "me" })],
];
const onOneTicket = everyOperation.filter(([{ http }]) => http.path.includes("{ticketId}"));

let portal: TestPortal;
let account: string;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
});
afterAll(() => portal.close());

const ticketOf = async (where: object) =>
  (await portal.owner.ticket.findFirstOrThrow({ where: { accountId: account, ...where }, orderBy: { number: "asc" } }))
    .id;
const snapshot = async () =>
  JSON.stringify(
    [
      await portal.owner.ticket.findMany({ orderBy: { id: "asc" } }),
      await portal.owner.ticketMessage.findMany({ orderBy: { id: "asc" } }),
    ].flat(),
  );

describe("a contact with only billing", () => {
  it.each(everyOperation.map(([operation, input]) => [operation.name, operation, input] as const))(
    "is refused %s, and nothing is written",
    async (_, operation, input) => {
      const before = await snapshot();
      const caller = await portal.as("billing@northwind.example");
      const problem = await problemOf(execute(caller, account, operation, input(await ticketOf({}))));
      expect(problem.code).toBe("refused");
      expect(problem.extra.permission).toBe(operation.permission);
      expect(await snapshot()).toBe(before);
    },
  );
});

describe("a ticket of another account", () => {
  it.each(onOneTicket.map(([operation, input]) => [operation.name, operation, input] as const))(
    "does not exist for %s, even for those who may do everything here",
    async (_, operation, input) => {
      const foreign = await portal.owner.ticket.findFirstOrThrow({ where: { accountId: portal.demo.globex.id } });
      const before = await snapshot();
      const caller = await portal.as("staff-manager@portcullis.example");
      expect((await problemOf(execute(caller, account, operation, input(foreign.id)))).code).toBe("not-found");
      expect(await snapshot()).toBe(before);
    },
  );
});

describe("internal notes", () => {
  const secret = "the-customer-must-not-read-this";
  let ticketId: string;

  beforeAll(async () => {
    ticketId = await ticketOf({ department: "support", status: "open" });
    const before = await portal.owner.ticket.findUniqueOrThrow({ where: { id: ticketId } });
    const agent = await portal.as("staff-support@portcullis.example");
    await execute(agent, account, noteOnTicket, { ticketId, message: secret });
    const { status, lastMessageAt } = await portal.owner.ticket.findUniqueOrThrow({ where: { id: ticketId } });
    expect([status, lastMessageAt]).toEqual([before.status, before.lastMessageAt]);
  });

  it("are readable, searchable and marked for staff", async () => {
    const agent = await portal.as("staff-support@portcullis.example");
    const { messages } = await execute(agent, account, viewTicket, { ticketId });
    expect(messages.items.at(-1)).toMatchObject({ internal: true, body: secret, authorName: "Sam Whitfield" });
    const found = await execute(agent, account, listTickets, { q: secret });
    expect(found.items.map(({ id }) => id)).toEqual([ticketId]);
  });

  it.each(["owner", "administrator", "support", "billing-support"])("do not exist for %s", async (who) => {
    const caller = await portal.as(`${who}@northwind.example`);
    const ticket = await execute(caller, account, viewTicket, { ticketId });
    expect(JSON.stringify(ticket)).not.toContain(secret);
    expect(new Set(ticket.messages.items.map(({ internal }) => internal))).toEqual(new Set([false]));
    expect(ticket.messages.total).toBe(ticket.messages.items.length);
    expect((await execute(caller, account, listTickets, { q: secret })).total).toBe(0);
    expect((await execute(caller, account, find, { q: secret })).results).toEqual([]);
    expect((await problemOf(execute(caller, account, noteOnTicket, { ticketId, message: "x" }))).code).toBe("refused");
    expect(await portal.owner.outboxMail.count({ where: { text: { contains: secret } } })).toBe(0);
  });

  it("are hidden from customers by the database too, and only staff can write one", async () => {
    const { credential } = await portal.as("owner@northwind.example");
    if (credential === null) throw new Error("no credential");
    const unfiltered = <T>(work: (db: Awaited<ReturnType<typeof openScope>>) => Promise<T>) =>
      withTransaction({ credential, accountId: account, now: new Date() }, async (scope) =>
        work(await openScope(scope)),
      );
    const seen = await unfiltered((db) => db.ticketMessage.findMany({ where: { ticketId } }));
    expect(new Set(seen.map(({ internal }) => internal))).toEqual(new Set([false]));
    const note = { accountId: account, ticketId, authorName: "x", authorIsStaff: true, internal: true, body: "x" };
    await expect(unfiltered((db) => db.ticketMessage.createMany({ data: note }))).rejects.toThrow(/row-level security/);
    const hidden = { where: { ticketId, internal: true } };
    expect((await unfiltered((db) => db.ticketMessage.deleteMany(hidden))).count).toBe(0);
  });
});

async function openScope(scope: Parameters<Parameters<typeof withTransaction>[1]>[0]) {
  const grant = scope && Grant.of(scope.viewer, "account.view", "account");
  if (!scope || !grant) throw new Error("no grant");
  return scope.open(grant);
}

describe("a contact limited to selected services", () => {
  const email = "limited@northwind.example";
  let mine: string;

  beforeAll(async () => {
    const { web1 } = portal.demo.northwind.services;
    await buildContact(portal.owner, account, { email, name: "Lim Ited", roles: ["support"], services: [web1] });
    const opened = { subject: "Of my own, about no service", message };
    mine = (await execute(await portal.as(email), account, openTicket, opened)).id;
  });

  it("sees the tickets about those services, and their own without one", async () => {
    const { web1 } = portal.demo.northwind.services;
    const { items } = await execute(await portal.as(email), account, listTickets, {});
    const expected = await portal.owner.ticket.findMany({
      where: { accountId: account, OR: [{ serviceId: web1 }, { id: mine }] },
    });
    expect(expected.length).toBeGreaterThan(2);
    expect(items.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
  });

  it.each(
    onOneTicket
      .filter(([{ permission }]) => !/note|assign/.test(permission))
      .map(([op, i]) => [op.name, op, i] as const),
  )("does not know of any other ticket: %s", async (_, operation, input) => {
    const { web2 } = portal.demo.northwind.services;
    const caller = await portal.as(email);
    for (const other of [await ticketOf({ serviceId: web2 }), await ticketOf({ serviceId: null })]) {
      expect((await problemOf(execute(caller, account, operation, input(other)))).code).toBe("not-found");
    }
  });

  it("opens tickets about those services only", async () => {
    const { web1, web2 } = portal.demo.northwind.services;
    const caller = await portal.as(email);
    const open = (serviceId: string) => execute(caller, account, openTicket, { subject: "s", message, serviceId });
    expect((await open(web1)).status).toBe("open");
    expect((await problemOf(open(web2))).extra.fields).toHaveProperty("serviceId");
    expect((await execute(caller, account, ticketChoices, {})).services.map(({ id }) => id)).toEqual([web1]);
  });
});

describe("accounting staff", () => {
  const email = "staff-accounting@portcullis.example";

  it("see only tickets of their own department", async () => {
    const { items, total } = await execute(await portal.as(email), account, listTickets, {});
    expect(new Set(items.map(({ department }) => department))).toEqual(new Set(["billing"]));
    expect(total).toBe(await portal.owner.ticket.count({ where: { accountId: account, department: "billing" } }));
  });

  it.each(onOneTicket.map(([operation, input]) => [operation.name, operation, input] as const))(
    "do not know of a ticket to support: %s",
    async (_, operation, input) => {
      const support = await ticketOf({ department: "support" });
      const problem = await problemOf(execute(await portal.as(email), account, operation, input(support)));
      expect(problem.code).toBe("not-found");
    },
  );

  it("reply, add notes and open tickets in their department, and are denied in others", async () => {
    const caller = await portal.as(email);
    const ticketId = await ticketOf({ department: "billing" });
    expect((await execute(caller, account, replyToTicket, { ticketId, message })).status).toBe("answered");
    await execute(caller, account, noteOnTicket, { ticketId, message });
    const open = (department: "billing" | "support") =>
      execute(caller, account, openTicket, { subject: "About an invoice", message, department });
    expect((await open("billing")).status).toBe("answered");
    expect(await problemOf(open("support"))).toMatchObject({ code: "refused" });
    expect((await execute(caller, account, ticketChoices, {})).departments).toEqual(["billing"]);
  });
});

describe("a contact with individual permissions", () => {
  it("can reply but not close, as the ticket shows", async () => {
    const caller = await portal.as("custom@northwind.example");
    const { id: ticketId } = await execute(caller, account, openTicket, { subject: "Mine", message });
    const { allowed } = await execute(caller, account, viewTicket, { ticketId });
    expect(allowed).toMatchObject({ reply: true, close: false, note: false, assign: false, watch: false, rate: false });
    expect(await problemOf(execute(caller, account, closeTicket, { ticketId }))).toMatchObject({
      code: "refused",
      extra: { permission: "support.tickets.close" },
    });
  });

  it("sees no service name without the permission to view services", async () => {
    const { web1 } = portal.demo.northwind.services;
    const email = "tickets-only@northwind.example";
    const permissions = [{ permission: "support.tickets.view" as const }];
    await buildContact(portal.owner, account, { email, name: "Tick Etsonly", permissions });
    const { items } = await withRequest(await portal.as(email), { accountId: account }, ({ execute }) =>
      execute(listTickets, { serviceId: web1 }),
    );
    expect(items.length).toBeGreaterThan(0);
    expect(JSON.stringify(items)).not.toContain("web-01.northwind.example");
  });
});
