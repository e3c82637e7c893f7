import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listNotifications } from "@/lib/home/notifications/list-notifications";
import { isStillWanted } from "@/lib/home/notifications/still-wanted";
import { forgetEnvironment } from "@/lib/platform/config/env";
import { deliverMail } from "@/lib/platform/mail/deliver-mail";
import { mailTransport } from "@/lib/platform/mail/mail-transport";
import { execute } from "@/lib/platform/operations/execute";
import { processInbound } from "@/lib/support/inbound-mail/process-inbound";
import { mergeTicket } from "@/lib/support/merging/merge-ticket";
import { splitTicket } from "@/lib/support/merging/split-ticket";
import { closeTicket } from "@/lib/support/tickets/close-ticket";
import { noteOnTicket } from "@/lib/support/tickets/note-on-ticket";
import { openTicket } from "@/lib/support/tickets/open-ticket";
import { replyToTicket } from "@/lib/support/tickets/reply-to-ticket";
import { watchTicket } from "@/lib/support/tickets/watch-ticket";
import { buildContact } from "@/prisma/seed/builders/contact";
import { header, type Mailbox, mailbox } from "@/tests/platform/mail/mailbox";
import { SUPPORT } from "./corpus";
import { type Loser, losers, losersOfStaff } from "./losses";
import { receivingPortal } from "./receiving-portal";
import { writeMail } from "./write-mail";

const AGENT = "staff-support@portcullis.example";
const ACCOUNTING = "staff-accounting@portcullis.example";

const desk = receivingPortal();
let box: Mailbox;
beforeAll(async () => {
  box = await mailbox();
  process.env.SMTP_URL = box.url;
  forgetEnvironment();
});
afterAll(async () => {
  delete process.env.SMTP_URL;
  forgetEnvironment();
  await box.close();
});

const account = () => desk.portal.demo.northwind.id;
const as = (email: string) => desk.portal.as(email);
const open = async (message: string, department: "support" | "billing" = "support", by = SUPPORT) =>
  execute(await as(by), account(), openTicket, { subject: "Changed meanwhile", message, department });
const reply = async (ticketId: string, message: string, by = AGENT) =>
  execute(await as(by), account(), replyToTicket, { ticketId, message });
const merge = async (ticketId: string, into: number) =>
  execute(await as(AGENT), account(), mergeTicket, { ticketId, into });
const split = async (ticketId: string, ...messageIds: string[]) =>
  execute(await as(AGENT), account(), splitTicket, { ticketId, subject: "Split off", messageIds });
const row = (id: string) => desk.portal.owner.ticket.findUniqueOrThrow({ where: { id } });

/** Sends what waits by SMTP. */
async function send(): Promise<void> {
  box.messages.length = 0;
  const transport = mailTransport();
  await deliverMail(transport, isStillWanted);
  transport?.close();
}

/** What of that arrived for one of the recipients. */
const arrived = (address: string): string[] =>
  box.messages.filter((message) => header(message, "To")?.split(/[<>]/).includes(address));

async function sentTo(address: string): Promise<string[]> {
  await send();
  return arrived(address);
}

/** The address an answer to the newest mail goes to. */
const replyTo = (mails: readonly string[]): string =>
  /<?([^<>\s]+@[^<>\s]+)>?$/.exec(header(mails.at(-1) ?? "", "Reply-To") ?? "")?.[1] ?? "";

const answer = async (to: string, body: string, from = SUPPORT) =>
  desk.received({ raw: await desk.world.sign("northwind.example", writeMail({ from, to, body })), from, to });

async function colleague(name: string): Promise<string> {
  const email = `${name}@northwind.example`;
  const id = await buildContact(desk.portal.owner, account(), { email, name, roles: ["support"] });
  await desk.portal.owner.contact.update({ where: { id }, data: { noticesOff: ["notices.support.receive"] } });
  return email;
}

describe("a mail about a ticket that was changed before it was sent", () => {
  it("is sent though it was merged, and an answer goes on in the one that stays", async () => {
    const [from, into] = [await open("About the old one."), await open("About the one that stays.")];
    await reply(from.id, "An answer before the merge.");
    await merge(from.id, into.number);
    const mails = await sentTo(SUPPORT);
    expect(mails.at(-1)).toContain("An answer before the merge.");
    expect(await answer(replyTo(mails), "Answered after the merge.")).toMatchObject({ outcome: "joined" });
    expect([(await row(from.id)).status, (await row(into.id)).status]).toEqual(["closed", "open"]);
  });

  it("reopens its ticket by an answer though it was closed", async () => {
    const { id } = await open("First.");
    await reply(id, "Closing now.");
    await execute(await as(AGENT), account(), closeTicket, { ticketId: id });
    const mails = await sentTo(SUPPORT);
    expect(await answer(replyTo(mails), "Not yet.")).toMatchObject({ outcome: "joined" });
    expect(await row(id)).toMatchObject({ status: "open", closedAt: null });
  });

  it("isn't sent to somebody who can't see its new department, whose answer to an earlier one isn't added", async () => {
    const { id, number } = await open("First.");
    await reply(id, "Seen by support.");
    const seen = await sentTo(SUPPORT);
    await reply(id, "Moved before it was sent.");
    const where = { accountId: account(), email: SUPPORT };
    const contact = await desk.portal.owner.contact.findFirstOrThrow({ where });
    await desk.portal.owner.ticket.update({ where: { id }, data: { department: "billing", openedByContactId: null } });
    await desk.portal.owner.contact.update({ where: { id: contact.id }, data: { departmentsOff: ["billing"] } });
    expect(await sentTo(SUPPORT)).toEqual([]);
    expect(await answer(replyTo(seen), "Still there?")).toMatchObject({ outcome: "refused", ticketNumber: number });
    expect((await sentTo(SUPPORT)).map((mail) => header(mail, "Subject"))).toEqual([
      "Your email wasn't added to a ticket",
    ]);
    await desk.portal.owner.contact.update({ where: { id: contact.id }, data: { departmentsOff: [] } });
  });
});

describe("a mail about a message that was split off is answered", () => {
  /** A ticket with two messages, and a mail about the second that waits. */
  async function told() {
    const { id, number } = await open("First.");
    const { messageId } = await reply(id, "Split off later.");
    return { id, number, messageId };
  }

  it("in the new ticket, whether it was sent before or after", async () => {
    const { id, messageId } = await told();
    const before = await sentTo(SUPPORT);
    const other = await reply(id, "Split off before its mail is sent.");
    const apart = [await split(id, messageId), await split(id, other.messageId)];
    const after = await sentTo(SUPPORT);
    for (const [at, mails] of [before, after].entries())
      expect(await answer(replyTo(mails), `Which one? ${at}`)).toMatchObject({
        outcome: "joined",
        ticketNumber: apart[at]?.number,
      });
    expect((await row(id)).status).toBe("answered");
  });

  it("where the message stands after it was split off again, or merged back", async () => {
    const { id, number, messageId } = await told();
    const mails = await sentTo(SUPPORT);
    const first = await split(id, messageId);
    await reply(first.id, "Stays in the first.");
    const second = await split(first.id, messageId);
    expect(await answer(replyTo(mails), "In the second.")).toMatchObject({ ticketNumber: second.number });
    await merge(second.id, number);
    expect(await answer(replyTo(mails), "In the one that stays.")).toMatchObject({ ticketNumber: second.number });
    expect([(await row(second.id)).status, (await row(id)).status]).toEqual(["closed", "open"]);
    expect((await row(first.id)).status).toBe("answered");
  });

  it("by a note of staff if it was a note", async () => {
    const { id, messageId } = await told();
    await sentTo(AGENT);
    const note = await execute(await as("staff-manager@portcullis.example"), account(), noteOnTicket, {
      ticketId: id,
      message: "@Sam Whitfield, whose is it?",
    });
    const mails = await sentTo(AGENT);
    const apart = await execute(await as(AGENT), account(), splitTicket, {
      ...{ ticketId: id, subject: "Split off", messageIds: [messageId, note.id] },
    });
    const to = replyTo(mails);
    const raw = await desk.world.sign("portcullis.example", writeMail({ from: AGENT, to, body: "Mine." }));
    expect(await desk.received({ raw, from: AGENT, to })).toMatchObject({
      outcome: "joined",
      ticketNumber: apart.number,
    });
    const written = await desk.portal.owner.ticketMessage.findFirstOrThrow({ where: { body: "Mine." } });
    expect(written).toMatchObject({ ticketId: apart.id, internal: true });
  });

  it("by nobody who can't see the new ticket, who isn't sent it either, and isn't told its number", async () => {
    const { id, messageId } = await told();
    const seen = await sentTo(SUPPORT);
    const queued = await reply(id, "Split off before it was sent.");
    const apart = [await split(id, messageId), await split(id, queued.messageId)];
    const away = { department: "billing", openedByContactId: null } as const;
    await desk.portal.owner.ticket.updateMany({ where: { id: { in: apart.map((one) => one.id) } }, data: away });
    const where = { accountId: account(), email: SUPPORT };
    await desk.portal.owner.contact.updateMany({ where, data: { departmentsOff: ["billing"] } });
    expect(await sentTo(SUPPORT)).toEqual([]);
    expect(await answer(replyTo(seen), "Which one?")).toMatchObject({
      outcome: "refused",
      ticketNumber: apart[0]?.number,
    });
    const [refusal = ""] = await sentTo(SUPPORT);
    expect(header(refusal, "Subject")).toBe("Your email wasn't added to a ticket");
    expect(refusal).not.toMatch(new RegExp(`#(${apart.map((one) => one.number).join("|")})\\b|Split off`));
    await desk.portal.owner.contact.updateMany({ where, data: { departmentsOff: [] } });
  });
});

describe("a ticket that was split off", () => {
  const newestBell = async (email: string) =>
    (await execute(await as(email), account(), listNotifications, {})).items[0];

  it("is opened by the bell about the message, which those who can't see it don't find", async () => {
    const { id } = await open("First.");
    const { messageId } = await reply(id, "Split off, and told by the bell.");
    const stays = (await newestBell(SUPPORT))?.path;
    const apart = await split(id, messageId);
    expect([stays, (await newestBell(SUPPORT))?.path]).toEqual(
      [id, apart.id].map((one) => `/a/${account()}/tickets/${one}`),
    );
    expect((await newestBell(SUPPORT))?.title).toContain(`#${apart.number}`);
    await reply(id, "Stays here.");
    expect((await newestBell(SUPPORT))?.path).toContain(id);
    await desk.portal.owner.notification.deleteMany({ where: { ticketId: id } });
    const away = { department: "billing", openedByContactId: null } as const;
    await desk.portal.owner.ticket.update({ where: { id: apart.id }, data: away });
    const where = { accountId: account(), email: SUPPORT };
    await desk.portal.owner.contact.updateMany({ where, data: { departmentsOff: ["billing"] } });
    expect((await newestBell(SUPPORT))?.path).not.toContain(apart.id);
    await desk.portal.owner.contact.updateMany({ where, data: { departmentsOff: [] } });
  });

  it("takes the bell's entry along for its own messages, and leaves one for those that stay", async () => {
    const { id, number } = await open("First.");
    const one = await reply(id, "Not read yet.");
    const other = await reply(id, "Split off.");
    const bells = async () => {
      const { items } = await execute(await as(SUPPORT), account(), listNotifications, {});
      return items.flatMap(({ title }) => (Number(title.split("#")[1]) >= number ? [title] : [])).toSorted();
    };
    expect(await bells()).toEqual([`2 new messages on ticket #${number}`]);
    const apart = await split(id, other.messageId);
    expect(await bells()).toEqual([number, apart.number].map((of) => `New message on ticket #${of}`));
    const last = await reply(id, "Split off with the first.");
    const both = { ticketId: id, subject: "Both", messageIds: [one.messageId, last.messageId] };
    const together = await execute(await as(AGENT), account(), splitTicket, both);
    expect(await bells()).toEqual([
      `2 new messages on ticket #${together.number}`,
      `New message on ticket #${apart.number}`,
    ]);
  });

  it("goes on in the thread of mails that each of its people has, and in its own from then on", async () => {
    const { id } = await open("First.");
    await reply(id, "An answer.");
    const { messageId } = await reply(id, "Another matter.", SUPPORT);
    const before = await sentTo(SUPPORT);
    const ofStaff = arrived(AGENT);
    const notes = Array.from({ length: 5 }, () => ({
      ...{ id: crypto.randomUUID(), accountId: account(), ticketId: id, authorName: "Alex", authorIsStaff: true },
      ...{ internal: true, body: "Only for staff.", createdAt: new Date("2026-01-01") },
    }));
    await desk.portal.owner.ticketMessage.createMany({ data: notes });
    const apart = await split(id, messageId, ...notes.map((note) => note.id));
    await reply(id, "In the old one.");
    await reply(apart.id, "The first in the new one.");
    const [old = "", first = ""] = await sentTo(SUPPORT);
    expect(header(first, "In-Reply-To")).toBe(header(old, "Message-ID"));
    expect(header(first, "References")).toContain(header(before.at(-1) ?? "", "Message-ID"));
    for (const one of ofStaff) expect(header(first, "References")).not.toContain(header(one, "Message-ID"));
    await reply(id, "Again in the old one.");
    await reply(apart.id, "The second in the new one.");
    const second = (await sentTo(SUPPORT)).at(-1) ?? "";
    expect(header(second, "In-Reply-To")).toBe(header(first, "Message-ID"));
  });
});

describe("the conversation of merged tickets", () => {
  it("tells whoever watches one of them what is written in the other, until they stop it", async () => {
    const [from, into] = [await open("Watched."), await open("Not watched.")];
    const watcher = await colleague("watches-merged");
    await execute(await as(watcher), account(), watchTicket, { ticketId: from.id, watch: true });
    await merge(from.id, into.number);
    await sentTo(watcher);
    await reply(into.id, "The answer to both.");
    const [mail = ""] = await sentTo(watcher);
    expect(mail).toContain("The answer to both.");
    const stop = /<(http[^>]+)>/.exec(header(mail, "List-Unsubscribe") ?? "")?.[1] ?? "";
    const { POST } = await import("@/app/api/unsubscribe/[token]/route");
    const body = new URLSearchParams({ "List-Unsubscribe": "One-Click" });
    const token = stop.split("/").at(-1) ?? "";
    await POST(new Request(stop, { method: "POST", body }), { params: Promise.resolve({ token }) });
    await reply(into.id, "After they stopped.");
    expect(await sentTo(watcher)).toEqual([]);
  });

  it("tells of staff whoever works on the one that stays", async () => {
    const [from, into] = [
      await open("Old.", "billing", "owner@northwind.example"),
      await open("Stays.", "billing", "owner@northwind.example"),
    ];
    const { accountingId, managerId } = desk.portal.demo.staff;
    await desk.portal.owner.ticket.update({ where: { id: into.id }, data: { assigneeId: accountingId } });
    await desk.portal.owner.ticket.update({ where: { id: from.id }, data: { assigneeId: managerId } });
    const caller = await as("staff-manager@portcullis.example");
    await execute(caller, account(), mergeTicket, { ticketId: from.id, into: into.number });
    await sentTo(ACCOUNTING);
    await reply(from.id, "Written to the old one.", "owner@northwind.example");
    expect(await sentTo(ACCOUNTING)).toHaveLength(1);
    expect(box.messages.filter((one) => /staff-manager/.test(header(one, "To") ?? ""))).toEqual([]);
  });
});

describe("a mail that waits for somebody who loses something before it is sent, and their reply to an earlier one:", () => {
  const stands = ([what, { then }]: readonly [string, Loser]) => [what, then];

  /** What becomes of each: told once, told again and not sent, they lose what they lose, and answer the first mail. */
  async function tried(all: ReadonlyMap<string, Loser>, write: (message: string) => Promise<unknown>) {
    const people = [...all.values()];
    await write("Seen by all of them.");
    await send();
    const first = people.map(({ email }) => replyTo(arrived(email)));
    await write("Waits for all of them.");
    for (const { lose } of people) await lose();
    await send();
    const sent = people.map(({ email }) => arrived(email).length > 0);
    for (const [at, { email: from }] of people.entries()) {
      const to = first[at] ?? "";
      const raw = writeMail({ from, to, body: `A reply of ${from}.` });
      await desk.world.deliver({ raw: await desk.world.sign(from.split("@")[1] ?? "", raw), from, to });
    }
    await processInbound();
    await send();
    return Promise.all(
      [...all].map(async ([what, { email }], at) => {
        const { outcome } = await desk.portal.owner.inboundMail.findFirstOrThrow({ where: { envelopeFrom: email } });
        const told = arrived(email).filter((mail) => header(mail, "Subject") === "Your email wasn't added to a ticket");
        return [what, { sent: sent[at], reply: outcome, told: told.length > 0 }];
      }),
    );
  }

  it("people of the account", async () => {
    const { id } = await open("About web-01.");
    await desk.portal.owner.ticket.update({
      where: { id },
      data: { serviceId: desk.portal.demo.northwind.services.web1 },
    });
    const all = await losers(desk.portal);
    expect(await tried(all, (message) => reply(id, message))).toEqual([...all].map(stands));
  });

  it("colleagues of staff", async () => {
    const { id } = await open("For the team.");
    const all = await losersOfStaff(desk.portal);
    expect(await tried(all, (message) => reply(id, message, SUPPORT))).toEqual([...all].map(stands));
  });

  it("everybody of an account that was closed", async () => {
    const { id } = await open("Before the end.");
    await reply(id, "Seen before.");
    const seen = await sentTo(SUPPORT);
    await reply(id, "Waits.");
    const status = (data: { status: "closed" | "active"; closedAt: Date | null }) =>
      desk.portal.owner.account.update({ where: { id: account() }, data });
    await status({ status: "closed", closedAt: new Date() });
    expect(await sentTo(SUPPORT)).toHaveLength(0);
    const { outcome } = await answer(replyTo(seen), "Still there?");
    const [told = ""] = await sentTo(SUPPORT);
    await status({ status: "active", closedAt: null });
    expect(outcome).toBe("refused");
    expect(told).toContain("is closed");
  });
});
