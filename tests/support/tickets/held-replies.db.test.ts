import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { execute } from "@/lib/platform/operations/execute";
import { mergeTicket } from "@/lib/support/merging/merge-ticket";
import { splitTicket } from "@/lib/support/merging/split-ticket";
import { changeTicket } from "@/lib/support/queue/change-ticket";
import { assignTicket } from "@/lib/support/tickets/assign-ticket";
import { closeTicket } from "@/lib/support/tickets/close-ticket";
import { holdReply } from "@/lib/support/tickets/hold-reply";
import { listTickets } from "@/lib/support/tickets/list-tickets";
import { openTicket } from "@/lib/support/tickets/open-ticket";
import { replyToTicket } from "@/lib/support/tickets/reply-to-ticket";
import { sendDueReplies } from "@/lib/support/tickets/send-due-replies";
import { sendReply } from "@/lib/support/tickets/send-reply";
import { undoReply } from "@/lib/support/tickets/undo-reply";
import { viewTicket } from "@/lib/support/tickets/view-ticket";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

const CUSTOMER = "support@northwind.example";
const COLLEAGUE = "administrator@northwind.example";
const AGENT = "staff-support@portcullis.example";
const ACCOUNTING = "staff-accounting@portcullis.example";

let portal: TestPortal;
let account: string;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
});
// On a slow machine a reply of one test would be due in the next.
afterEach(() => portal.owner.ticketDraft.deleteMany());
afterAll(() => portal.close());

const open = async (email = CUSTOMER) =>
  (await execute(await portal.as(email), account, openTicket, { subject: "Undo", message: "First." })).id;
const hold = async (ticketId: string, message: string, email = CUSTOMER) =>
  (await execute(await portal.as(email), account, holdReply, { ticketId, message })).id;
const view = async (ticketId: string, email = CUSTOMER) =>
  execute(await portal.as(email), account, viewTicket, { ticketId });
const undo = async (ticketId: string, draftId: string, email = CUSTOMER) =>
  execute(await portal.as(email), account, undoReply, { ticketId, draftId });
const send = async (ticketId: string, draftId: string, email = CUSTOMER) =>
  execute(await portal.as(email), account, sendReply, { ticketId, draftId });
/** Its ten seconds are over. */
const makeDue = (draftId: string) =>
  portal.owner.$executeRaw`update "TicketDraft" set "sendAt" = clock_timestamp() where "id" = ${draftId}::uuid`;
const bodies = async (ticketId: string, email = AGENT) =>
  (await view(ticketId, email)).messages.items.map(({ body }) => body);

describe("a held reply", () => {
  it("is due in ten seconds by the clock of the database", async () => {
    const draftId = await hold(await open(), "In ten seconds.");
    const [row] = await portal.owner.$queryRaw<{ left: number }[]>`
      select extract(epoch from "sendAt" - clock_timestamp())::float8 as left from "TicketDraft" where "id" = ${draftId}::uuid`;
    expect(row?.left).toBeLessThanOrEqual(10);
  });

  it("exists for its author alone, changes nothing and mails nobody", async () => {
    const ticketId = await open();
    const before = await portal.owner.outboxMail.count();
    const draftId = await hold(ticketId, "Quillwort, held back.");
    expect((await view(ticketId)).waiting).toMatchObject([{ id: draftId, body: "Quillwort, held back." }]);
    for (const other of [COLLEAGUE, AGENT]) {
      expect(JSON.stringify(await view(ticketId, other))).not.toContain("Quillwort");
      expect((await execute(await portal.as(other), account, listTickets, { q: "Quillwort" })).total).toBe(0);
      expect((await problemOf(undo(ticketId, draftId, other))).code).toBe("not-found");
      expect((await problemOf(send(ticketId, draftId, other))).code).toBe("not-found");
    }
    expect(await portal.owner.outboxMail.count()).toBe(before);
    expect((await view(ticketId)).status).toBe("open");
    await undo(ticketId, draftId);
  });

  it("is sent by the worker in its author's name once it is due, with status, mail and log", async () => {
    const ticketId = await open();
    const [early, due] = [await hold(ticketId, "Not yet due.", AGENT), await hold(ticketId, "Now due.", AGENT)];
    await makeDue(due);
    const { sent, nextInMs } = await sendDueReplies();
    expect(sent).toBe(1);
    expect(nextInMs).toBeGreaterThan(0);
    expect(await bodies(ticketId)).toEqual(["First.", "Now due."]);
    const { status, messages, waiting } = await view(ticketId, AGENT);
    expect(status).toBe("answered");
    expect(messages.items[1]).toMatchObject({ authorName: "Sam Whitfield", authorIsStaff: true });
    expect(waiting.map(({ id }) => id)).toEqual([early]);
    expect(await portal.owner.outboxMail.count({ where: { text: { contains: "Now due." } } })).toBeGreaterThan(0);
    const logged = await portal.owner.auditEvent.findFirstOrThrow({
      where: { operation: sendReply.name, targetId: ticketId },
    });
    expect(logged).toMatchObject({ via: "system", actorName: "Sam Whitfield", outcome: "done" });
    await undo(ticketId, early, AGENT);
  });

  it("is sent at once if its author doesn't want to wait", async () => {
    const ticketId = await open();
    const draftId = await hold(ticketId, "Right now.");
    expect(await send(ticketId, draftId)).toMatchObject({ status: "open", reopened: false });
    expect(await bodies(ticketId)).toEqual(["First.", "Right now."]);
    expect((await problemOf(undo(ticketId, draftId))).code).toBe("not-found");
  });

  it("undone, is the draft again, before what was typed since", async () => {
    const ticketId = await open();
    const draftId = await hold(ticketId, "Too early.");
    await portal.owner.ticketDraft.create({ data: { ...(await own(ticketId)), body: "Typed since." } });
    await undo(ticketId, draftId);
    const { draft, waiting } = await view(ticketId);
    expect(draft).toMatchObject({ message: "Too early.\n\nTyped since." });
    expect(waiting).toEqual([]);
    await makeDue(draftId);
    await portal.owner.ticketDraft.updateMany({ where: { id: draftId }, data: { sendAt: null } });
    expect((await sendDueReplies()).sent).toBe(0);
  });

  it("is not sent if its author may no longer reply by then, and stays theirs", async () => {
    const ticketId = await open("custom@northwind.example");
    const draftId = await hold(ticketId, "Too late.", "custom@northwind.example");
    const { custom: contactId } = portal.demo.northwind.contacts;
    const off = { permission: "support.tickets.reply", effect: "off" as const, givenByName: "Owner" };
    await portal.owner.contactPermission.updateMany({ where: { contactId, permission: off.permission }, data: off });
    await makeDue(draftId);
    expect((await sendDueReplies()).sent).toBe(0);
    expect(await bodies(ticketId)).toEqual(["First."]);
    expect((await view(ticketId, "custom@northwind.example")).waiting).toMatchObject([{ id: draftId, heldBack: true }]);
    expect((await sendDueReplies()).sent).toBe(0);
    expect(await undo(ticketId, draftId, "custom@northwind.example")).toMatchObject({ message: "Too late." });
    await portal.owner.contactPermission.updateMany({
      where: { contactId, permission: off.permission },
      data: { effect: "on" },
    });
  });

  it("goes out before its author closes the ticket, which it would open again", async () => {
    const ticketId = await open();
    await hold(ticketId, "Thanks, solved.");
    await execute(await portal.as(CUSTOMER), account, closeTicket, { ticketId });
    const { status, messages, waiting } = await view(ticketId);
    expect([status, waiting.length]).toEqual(["closed", 0]);
    expect(messages.items.at(-1)?.body).toBe("Thanks, solved.");
  });

  it("goes out before its author closes the ticket from the queue, and taking that back leaves the ticket answered", async () => {
    const ticketId = await open();
    await hold(ticketId, "It is mended.", AGENT);
    const change = async (act: string, from?: string) =>
      execute(await portal.as(AGENT), account, changeTicket, { ticketId, act, ...(from && { from }) });
    const closed = await change("status:closed");
    expect(closed.undo).toBe("status:answered");
    const { status, messages, waiting } = await view(ticketId, AGENT);
    expect([status, waiting.length, messages.items.at(-1)?.body]).toEqual(["closed", 0, "It is mended."]);
    await change("status:answered", closed.from);
    expect((await view(ticketId)).status).toBe("answered");
  });

  it("is limited to five at a time", async () => {
    const ticketId = await open();
    for (let index = 0; index < 5; index++) await hold(ticketId, `Reply ${index}`);
    expect((await problemOf(hold(ticketId, "One more"))).code).toBe("conflict");
  });
});

const personOf = (email: string) => portal.owner.person.findUniqueOrThrow({ where: { email } });
const own = async (ticketId: string) => {
  const { id: personId } = await personOf(CUSTOMER);
  return { accountId: account, ticketId, personId };
};

describe("undoing while it is being sent", () => {
  it("has one winner among fifty, and the reply is either sent once or the draft", async () => {
    for (let round = 0; round < 3; round++) {
      const ticketId = await open();
      const draftId = await hold(ticketId, "Now or never.");
      await makeDue(draftId);
      const attempts = await Promise.allSettled(
        Array.from({ length: 50 }, (_, index) =>
          index % 2 === 0 ? undo(ticketId, draftId) : sendAsWorker(ticketId, draftId),
        ),
      );
      const won = attempts.filter(({ status }) => status === "fulfilled").length;
      const sent = (await bodies(ticketId)).filter((body) => body === "Now or never.").length;
      const { draft, waiting } = await view(ticketId);
      expect(won).toBe(1);
      expect([sent, draft?.message ?? null]).toEqual(sent === 1 ? [1, null] : [0, "Now or never."]);
      expect(waiting).toEqual([]);
    }
  });

  const sendAsWorker = (ticketId: string, draftId: string) =>
    execute({ credential: { by: "draft", id: draftId }, via: "system", ip: "" }, account, sendReply, {
      ticketId,
      draftId,
    });
});

describe("a reply that others have overtaken when it is due", () => {
  const overtaken = async () => {
    const ticketId = await open();
    const caller = await portal.as(AGENT);
    const { newestMessageId } = await view(ticketId, AGENT);
    const held = { ticketId, message: "Then I close it.", ...(newestMessageId && { seen: newestMessageId }) };
    const { id: draftId } = await execute(caller, account, holdReply, held);
    await execute(await portal.as(CUSTOMER), account, replyToTicket, { ticketId, message: "Wait, it is back." });
    return { ticketId, draftId, caller };
  };

  it("is held back, tells its author, and goes out once they have seen what is new", async () => {
    const { ticketId, draftId, caller } = await overtaken();
    await makeDue(draftId);
    expect((await sendDueReplies()).sent).toBe(0);
    expect(await bodies(ticketId)).toEqual(["First.", "Wait, it is back."]);
    const seen = await view(ticketId, AGENT);
    expect(seen.waiting).toMatchObject([{ id: draftId, heldBack: true, overtaken: true }]);
    const told = await portal.owner.notification.findMany({ where: { ticketId, kind: "reply-held-back" } });
    expect(told).toMatchObject([{ personId: (await personOf(AGENT)).id, times: 1 }]);
    expect((await problemOf(send(ticketId, draftId, AGENT))).extra.seen).toBe(seen.newestMessageId);
    await execute(caller, account, sendReply, { ticketId, draftId, seen: seen.newestMessageId ?? "" });
    expect(await bodies(ticketId)).toEqual(["First.", "Wait, it is back.", "Then I close it."]);
  });

  it("keeps its author from closing the ticket, from the queue as well", async () => {
    const { ticketId, draftId, caller } = await overtaken();
    const closed = problemOf(execute(caller, account, closeTicket, { ticketId }));
    expect((await closed).detail).toContain("a new message");
    const fromQueue = execute(caller, account, changeTicket, { ticketId, act: "status:closed" });
    expect((await problemOf(fromQueue)).detail).toContain("a new message");
    const { status, waiting } = await view(ticketId, AGENT);
    expect([status, waiting.map(({ id }) => id)]).toEqual(["open", [draftId]]);
  });

  it("is held back however much its author has written since", async () => {
    const { ticketId, draftId } = await overtaken();
    const own = { accountId: account, ticketId, authorName: "Sam Whitfield", authorIsStaff: true };
    const data = Array.from({ length: 30 }, (_, index) => ({ ...own, body: `Note ${index}` }));
    await portal.owner.ticketMessage.createMany({ data });
    await makeDue(draftId);
    expect((await sendDueReplies()).sent).toBe(0);
    expect((await view(ticketId, AGENT)).waiting).toMatchObject([{ overtaken: true }]);
  });
});

describe("a reply whose author does something else with the ticket", () => {
  it("goes out before they move it to a department that they don't see", async () => {
    const ticketId = await open();
    await portal.owner.ticket.update({ where: { id: ticketId }, data: { department: "billing" } });
    await hold(ticketId, "My colleagues take over.", ACCOUNTING);
    await execute(await portal.as(ACCOUNTING), account, assignTicket, { ticketId, department: "support" });
    expect((await problemOf(view(ticketId, ACCOUNTING))).code).toBe("not-found");
    expect(await bodies(ticketId)).toEqual(["First.", "My colleagues take over."]);
    const logged = { operation: assignTicket.name, targetId: ticketId };
    const { summary } = await portal.owner.auditEvent.findFirstOrThrow({ where: logged });
    expect(summary).toMatch(/^Replied to ticket #\d+ and moved it to support$/);
  });

  it("is logged with all of what they do", async () => {
    const ticketId = await open();
    await hold(ticketId, "Mine from now on.", AGENT);
    await execute(await portal.as(AGENT), account, assignTicket, { ticketId, assignee: "me", department: "support" });
    const logged = { operation: assignTicket.name, targetId: ticketId };
    const { summary } = await portal.owner.auditEvent.findFirstOrThrow({ where: logged });
    expect(summary).toMatch(/^Replied to ticket #\d+, assigned it to themselves and moved it to support$/);
  });

  it("goes out before they merge it, and doesn't answer the ticket that stays", async () => {
    const [ticketId, intoId] = [await open(), await open()];
    const draftId = await hold(ticketId, "See your other ticket.", AGENT);
    const { number } = await view(intoId);
    await execute(await portal.as(AGENT), account, mergeTicket, { ticketId, into: number });
    expect(await portal.owner.ticketDraft.count({ where: { id: draftId } })).toBe(0);
    expect((await view(intoId)).status).toBe("open");
    expect((await view(ticketId)).messages.items.at(-1)?.body).toBe("See your other ticket.");
  });
});

describe("replies that can't be sent for the time being", () => {
  it("don't keep others from being sent, however many there are", async () => {
    const [broken, ticketId] = [await open(), await open()];
    const { id: personId } = await personOf(AGENT);
    await failOn("Stuck.");
    const stuck = { accountId: account, ticketId: broken, personId, body: "Stuck.", sendAt: new Date() };
    await portal.owner.ticketDraft.createMany({ data: Array.from({ length: 101 }, () => stuck) });
    const draftId = await hold(ticketId, "Behind them.");
    await portal.owner
      .$executeRaw`update "TicketDraft" set "sendAt" = clock_timestamp() - interval '1 second' where "ticketId" = ${broken}::uuid`;
    await makeDue(draftId);
    expect((await sendDueReplies()).sent).toBeGreaterThan(0);
    expect(await bodies(ticketId)).toEqual(["First.", "Behind them."]);
    expect(await portal.owner.ticketDraft.count({ where: { ticketId: broken, heldBack: false } })).toBe(101);
  });

  /** As the database would while something is out of order. */
  async function failOn(body: string) {
    await portal.owner.$executeRawUnsafe(
      `create function out_of_order() returns trigger language plpgsql as $$ begin raise exception 'Out of order.'; end $$`,
    );
    await portal.owner.$executeRawUnsafe(
      `create trigger out_of_order before insert on "TicketMessage" for each row when (new."body" = '${body}') execute function out_of_order()`,
    );
  }
});

describe("a reply to a thread that has grown", () => {
  it("waits until its author has seen what is new, and then is sent", async () => {
    const ticketId = await open();
    const { newestMessageId } = await view(ticketId);
    const seen = newestMessageId ?? "";
    await execute(await portal.as(AGENT), account, replyToTicket, { ticketId, message: "Restarted." });
    const caller = await portal.as(CUSTOMER);
    for (const operation of [holdReply, replyToTicket]) {
      const problem = await problemOf(execute(caller, account, operation, { ticketId, message: "Still?", seen }));
      expect(problem.code).toBe("conflict");
      expect(problem.detail).toContain("a new message");
      expect(problem.extra.seen).toBe((await view(ticketId)).newestMessageId);
      const again = { ticketId, message: "Still?", seen: problem.extra.seen };
      await execute(caller, account, operation, again);
    }
  });

  it("waits as well if what its author saw last was split off meanwhile", async () => {
    const ticketId = await open();
    const [agent, customer] = [await portal.as(AGENT), await portal.as(CUSTOMER)];
    const { messageId } = await execute(agent, account, replyToTicket, { ticketId, message: "Split off." });
    await execute(agent, account, replyToTicket, { ticketId, message: "Not seen." });
    await execute(agent, account, splitTicket, { ticketId, subject: "Apart", messageIds: [messageId] });
    const reply = { ticketId, message: "To that one.", seen: messageId };
    expect((await problemOf(execute(customer, account, replyToTicket, reply))).code).toBe("conflict");
  });

  it("is not stopped by one's own messages, nor by notes one can't read", async () => {
    const ticketId = await open();
    const seen = (await view(ticketId)).newestMessageId ?? "";
    const caller = await portal.as(CUSTOMER);
    await execute(caller, account, replyToTicket, { ticketId, message: "One more thing." });
    await portal.owner.ticketMessage.create({
      data: { accountId: account, ticketId, authorName: "Sam", authorIsStaff: true, internal: true, body: "Note" },
    });
    await execute(caller, account, replyToTicket, { ticketId, message: "And another.", seen });
    expect((await view(ticketId)).messages.total).toBe(3);
  });
});
