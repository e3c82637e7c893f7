import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { execute } from "@/lib/platform/operations/execute";
import { assignTicket } from "@/lib/support/tickets/assign-ticket";
import { closeTicket } from "@/lib/support/tickets/close-ticket";
import { listTickets } from "@/lib/support/tickets/list-tickets";
import { openTicket } from "@/lib/support/tickets/open-ticket";
import { rateTicket } from "@/lib/support/tickets/rate-ticket";
import { reopenTicket } from "@/lib/support/tickets/reopen-ticket";
import { replyToTicket } from "@/lib/support/tickets/reply-to-ticket";
import { ticketChoices } from "@/lib/support/tickets/ticket-choices";
import { viewTicket } from "@/lib/support/tickets/view-ticket";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { whileHeld } from "@/tests/fixtures/while-held";

const CUSTOMER = "support@northwind.example";
const AGENT = "staff-support@portcullis.example";

let portal: TestPortal;
let account: string;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
});
afterAll(() => portal.close());

const open = async (subject: string, more: object = {}, email = CUSTOMER) =>
  execute(await portal.as(email), account, openTicket, { subject, message: "It does not answer.", ...more });
const reply = async (email: string, ticketId: string, message = "One moment.") =>
  execute(await portal.as(email), account, replyToTicket, { ticketId, message });
const view = async (ticketId: string, email = CUSTOMER, page = 1) =>
  execute(await portal.as(email), account, viewTicket, { ticketId, page });
const close = async (ticketId: string) => execute(await portal.as(CUSTOMER), account, closeTicket, { ticketId });

describe("a ticket from opening to closing", () => {
  it("opens with the first message, about a service, and is first in the list", async () => {
    const serviceId = portal.demo.northwind.services.web2;
    const { id, number, status } = await open("  web-02\n is  down ", { priority: "urgent", serviceId });
    expect(status).toBe("open");
    expect(await view(id)).toMatchObject({
      number,
      subject: "web-02 is down",
      priority: "urgent",
      department: "support",
      service: { id: serviceId, name: "web-02.northwind.example" },
      openedByName: "Tomás Herrera Villanueva",
      openedByMe: true,
      closedAt: null,
      messages: {
        total: 1,
        items: [{ body: "It does not answer.", mine: true, authorIsStaff: false, internal: false }],
      },
      allowed: { reply: true, close: true, note: false, assign: false },
    });
    const { items } = await execute(await portal.as(CUSTOMER), account, listTickets, {});
    expect(items[0]?.id).toBe(id);
    expect(items.map((item) => item.lastMessageAt)).toEqual(
      items.map((item) => item.lastMessageAt).sort((a, b) => b.localeCompare(a)),
    );
  });

  it("awaits the party who didn't write last, and a reply reopens it", async () => {
    const { id } = await open("Who waits?");
    expect(await reply(AGENT, id)).toMatchObject({ status: "answered", reopened: false });
    expect(await reply(CUSTOMER, id)).toMatchObject({ status: "open", reopened: false });
    expect(await close(id)).toMatchObject({ status: "closed" });
    expect((await view(id)).closedAt).not.toBeNull();
    expect(await reply(CUSTOMER, id)).toMatchObject({ status: "open", reopened: true });
    expect((await view(id)).closedAt).toBeNull();
    await close(id);
    expect(await reply(AGENT, id)).toMatchObject({ status: "answered", reopened: true });
    const { messages } = await view(id);
    expect(messages.items.map(({ authorIsStaff, mine }) => [authorIsStaff, mine])).toEqual([
      [false, true],
      [true, false],
      [false, true],
      [false, true],
      [true, false],
    ]);
  });

  it("is closed once and reopened once; the second request gets a conflict", async () => {
    const { id } = await open("Close me");
    const closings = await Promise.allSettled(Array.from({ length: 10 }, () => close(id)));
    expect(closings.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await problemOf(close(id))).code).toBe("conflict");
    const again = async () => execute(await portal.as(CUSTOMER), account, reopenTicket, { ticketId: id });
    expect(await again()).toMatchObject({ status: "open" });
    expect((await problemOf(again())).detail).toContain("already open");
  });

  it("opened by staff awaits the customer", async () => {
    const { id, status } = await open("A disk of yours reports errors", {}, AGENT);
    expect(status).toBe("answered");
    expect(await view(id)).toMatchObject({ openedByMe: false, openedByName: "Sam Whitfield" });
  });

  it("is assigned, unassigned, and loses its assignee when it changes department", async () => {
    const { id } = await open("Whose is it?");
    const assign = async (change: object) =>
      execute(await portal.as(AGENT), account, assignTicket, { ticketId: id, ...change });
    expect(await assign({ assignee: "me" })).toMatchObject({ assigneeName: "Sam Whitfield", department: "support" });
    expect(await view(id, AGENT)).toMatchObject({ assignedToMe: true });
    expect(await assign({ department: "support" })).toMatchObject({ assigneeName: "Sam Whitfield" });
    expect(await assign({ department: "billing" })).toMatchObject({ assigneeName: null, department: "billing" });
    expect(await assign({ assignee: "me", department: "sales" })).toMatchObject({ assigneeName: "Sam Whitfield" });
    expect(await assign({ assignee: "nobody" })).toMatchObject({ assigneeName: null, department: "sales" });
    expect((await problemOf(assign({}))).code).toBe("invalid");
  });
});

describe("two people who change a ticket at once", () => {
  it("undo nothing of each other: it is assigned in the department it was moved to", async () => {
    const { id } = await open("Whose is it, and where?");
    const agent = await portal.as(AGENT);
    const assigned = await whileHeld(portal.owner, {
      hold: (tx) => tx.ticket.updateMany({ where: { id }, data: { priority: "high" } }),
      work: () => execute(agent, account, assignTicket, { ticketId: id, assignee: "me" }),
      meanwhile: (tx) => tx.ticket.updateMany({ where: { id }, data: { department: "sales" } }),
    });
    expect(assigned).toMatchObject({ assigneeName: "Sam Whitfield", department: "sales" });
    expect(await view(id, AGENT)).toMatchObject({ assignedToMe: true, department: "sales" });
  });

  it("don't take it from someone by moving it to where it is", async () => {
    const { id } = await open("Still yours?");
    const agent = await portal.as(AGENT);
    const { personId } = await portal.owner.staffMember.findFirstOrThrow({ where: { person: { email: AGENT } } });
    const moved = await whileHeld(portal.owner, {
      hold: (tx) => tx.ticket.updateMany({ where: { id }, data: { priority: "high" } }),
      work: () => execute(agent, account, assignTicket, { ticketId: id, department: "support" }),
      meanwhile: (tx) => tx.ticket.updateMany({ where: { id }, data: { assigneeId: personId } }),
    });
    expect(moved).toMatchObject({ assigneeName: "Sam Whitfield", department: "support" });
  });

  it("don't both reply to the same last message", async () => {
    const { id } = await open("Both at once");
    const seen = (await view(id)).newestMessageId ?? "";
    const people = [AGENT, CUSTOMER, "owner@northwind.example", "administrator@northwind.example"];
    const callers = await Promise.all(people.map((email) => portal.as(email)));
    const replies = await Promise.allSettled(
      callers.map((caller) => execute(caller, account, replyToTicket, { ticketId: id, message: "Mine first", seen })),
    );
    expect(replies.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("see what the other one did: a ticket reopened meanwhile can't be rated, and a reply to one closed meanwhile reopens it", async () => {
    const { id } = await open("Reopened meanwhile");
    await close(id);
    const customer = await portal.as(CUSTOMER);
    const rating = whileHeld(portal.owner, {
      hold: (tx) => tx.ticket.updateMany({ where: { id }, data: { priority: "high" } }),
      work: () => execute(customer, account, rateTicket, { ticketId: id, score: "good" }),
      meanwhile: (tx) => tx.ticket.updateMany({ where: { id }, data: { status: "open", closedAt: null } }),
    });
    expect((await problemOf(rating)).code).toBe("conflict");
    const answer = await whileHeld(portal.owner, {
      hold: (tx) => tx.ticket.updateMany({ where: { id }, data: { priority: "low" } }),
      work: () => execute(customer, account, replyToTicket, { ticketId: id, message: "Still there" }),
      meanwhile: (tx) => tx.ticket.updateMany({ where: { id }, data: { status: "closed", closedAt: new Date() } }),
    });
    expect(answer).toMatchObject({ status: "open", reopened: true });
  });
});

describe("idempotency", () => {
  it("20 parallel requests with the same key open one ticket, with one message and one log entry", async () => {
    const caller = await portal.as(CUSTOMER);
    const input = { subject: "Sent twenty times", message: "Only once, please." };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        execute(caller, account, openTicket, input, { idempotencyKey: "twenty-taps-on-a-phone" }),
      ),
    );
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    const found = await portal.owner.ticket.findMany({
      where: { subject: input.subject },
      include: { messages: true },
    });
    expect(found.map(({ messages }) => messages.length)).toEqual([1]);
    expect(await portal.owner.auditEvent.count({ where: { targetId: answers[0]?.id } })).toBe(1);
    expect(await portal.owner.outboxMail.count({ where: { subject: { contains: input.subject } } })).toBeGreaterThan(0);
    const addresses = await portal.owner.outboxMail.groupBy({
      by: ["toAddress"],
      where: { subject: { contains: input.subject } },
      _count: { _all: true },
    });
    expect(new Set(addresses.map(({ _count }) => _count._all))).toEqual(new Set([1]));
  });

  it("the same key for another ticket is a conflict", async () => {
    const caller = await portal.as(CUSTOMER);
    const send = (subject: string) =>
      execute(caller, account, openTicket, { subject, message: "x" }, { idempotencyKey: "one-key-two-tickets" });
    await send("The first");
    expect((await problemOf(send("The second"))).code).toBe("conflict");
  });
});

describe("a message", () => {
  it("keeps markup, line breaks and long words as typed", async () => {
    const message = `<script>alert(1)</script>\r\n\r\n  & "quoted"\r\n${"x".repeat(5000)}`;
    const { id } = await open("<b>Bold</b>", { message });
    const ticket = await view(id);
    expect(ticket.subject).toBe("<b>Bold</b>");
    expect(ticket.messages.items[0]?.body).toBe(message.replaceAll("\r\n", "\n"));
    const mail = await portal.owner.outboxMail.findFirstOrThrow({ where: { subject: { contains: "<b>Bold</b>" } } });
    expect(mail.html).not.toContain("<script>");
    expect(mail.html).toContain("&lt;script&gt;");
  });

  it.each([
    ["an empty subject", { subject: "  " }, "subject"],
    ["an empty message", { message: "\n" }, "message"],
    ["a subject of 201 characters", { subject: "x".repeat(201) }, "subject"],
    ["a message beyond 20,000 characters", { message: "x".repeat(20_001) }, "message"],
    ["an unknown priority", { priority: "highest" }, "priority"],
    ["a service of another account", { serviceId: "GLOBEX" }, "serviceId"],
  ])("rejects %s at its field, and writes nothing", async (_, wrong, field) => {
    const given = "serviceId" in wrong ? { serviceId: portal.demo.globex.serviceId } : wrong;
    const before = await portal.owner.ticket.count();
    const problem = await problemOf(open("Right", given));
    expect(problem.code).toBe("invalid");
    expect(Object.keys(problem.extra.fields ?? {})).toEqual([field]);
    expect(await portal.owner.ticket.count()).toBe(before);
  });

  it("is paged from the newest message backwards, each page in chronological order", async () => {
    const { id } = await open("A long one", { message: "0" });
    for (let index = 1; index < 30; index++) await reply(CUSTOMER, id, String(index));
    const [newest, oldest] = [await view(id), await view(id, CUSTOMER, 2)];
    expect(newest.messages.items.map(({ body }) => Number(body))).toEqual(Array.from({ length: 25 }, (_, n) => n + 5));
    expect(oldest.messages.items.map(({ body }) => Number(body))).toEqual([0, 1, 2, 3, 4]);
    expect(newest.messages.total).toBe(30);
  });
});

describe("the list", () => {
  const listed = async (filters: object) =>
    (await execute(await portal.as(CUSTOMER), account, listTickets, filters)).items;

  it("filters by status, department and service", async () => {
    const { db } = portal.demo.northwind.services;
    for (const status of ["open", "answered", "closed"] as const) {
      const found = await listed({ status });
      expect(new Set(found.map((ticket) => ticket.status))).toEqual(new Set([status]));
    }
    const billing = await listed({ department: "billing" });
    expect(new Set(billing.map(({ department }) => department))).toEqual(new Set(["billing"]));
    const aboutDb = await listed({ serviceId: db });
    expect(new Set(aboutDb.map(({ service }) => service?.id))).toEqual(new Set([db]));
  });

  it("searches subjects, messages and numbers, and treats % and _ literally", async () => {
    const { number } = await open("Discount of 100%_ off", { message: "needle-in-a-message" });
    const subjects = async (q: string) => (await listed({ q })).map(({ subject }) => subject);
    expect(await subjects("100%_")).toEqual(["Discount of 100%_ off"]);
    expect(await subjects("NEEDLE-in-a")).toEqual(["Discount of 100%_ off"]);
    expect(await subjects(`#${number}`)).toContain("Discount of 100%_ off");
    expect(await subjects("%_%_%")).toEqual([]);
    expect(await subjects("1_0")).toEqual([]);
  });

  it("offers visible services that aren't cancelled", async () => {
    const { services, departments } = await execute(await portal.as(CUSTOMER), account, ticketChoices, {});
    expect(services.map(({ name }) => name)).toContain("web-02.northwind.example");
    expect(services.map(({ name }) => name)).not.toContain("legacy-shop.northwind.example");
    expect(departments).toEqual(["support", "billing", "sales"]);
  });
});
