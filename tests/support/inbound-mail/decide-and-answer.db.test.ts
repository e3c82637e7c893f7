import { describe, expect, it } from "vitest";
import { execute } from "@/lib/platform/operations/execute";
import { decideInboundMail } from "@/lib/support/inbound-mail/decide-inbound-mail";
import { viewInboundMail } from "@/lib/support/inbound-mail/view-inbound-mail";
import { viewOriginal } from "@/lib/support/inbound-mail/view-original";
import { replyToTicket } from "@/lib/support/tickets/reply-to-ticket";
import { inboundMail } from "@/tests/fixtures/inbound-mail";
import { SUPPORT } from "./corpus";
import { receivingPortal } from "./receiving-portal";
import { writeMail } from "./write-mail";

const TO = "support@in.portcullis.example";
const AGENT = "staff-support@portcullis.example";

const desk = receivingPortal();

const northwind = () => desk.portal.demo.northwind.id;
const decide = async (input: object) => execute(await desk.portal.as(AGENT), null, decideInboundMail, input as never);
const addressees = async () =>
  (await desk.portal.owner.outboxMail.findMany({ orderBy: { toAddress: "asc" } })).map(({ toAddress }) => toAddress);
const received = (raw: string, { to = TO, from = SUPPORT } = {}) => desk.received({ raw, from, to });
const signed = (mail: object) => desk.world.sign("northwind.example", writeMail(mail));

describe("staff decide about a mail that waits", () => {
  it("joins a ticket as the contact who wrote it, and the log says who decided", async () => {
    const { id: mailId } = await received(writeMail({ body: "Unsigned, and mine." }));
    const { number } = desk.ticket;
    expect(await decide({ mailId, act: "join", ticketNumber: number })).toEqual({ id: mailId, outcome: "joined" });
    const message = await desk.portal.owner.ticketMessage.findFirstOrThrow({ where: { body: "Unsigned, and mine." } });
    expect(message).toMatchObject({ authorName: "Tomás Herrera Villanueva", authorIsStaff: false });
    const log = await desk.portal.owner.auditEvent.findFirstOrThrow({ where: { operation: "inbound-mail.decide" } });
    expect(log.summary).toBe(`Decided that an email from ${SUPPORT} belongs to ticket #${number}`);
  });

  it("can't let someone do what they may not do", async () => {
    const raw = writeMail({ from: "bills@northwind.example" });
    const { id: mailId } = await received(raw, { from: "bills@northwind.example" });
    await expect(decide({ mailId, act: "join", ticketNumber: desk.ticket.number })).rejects.toMatchObject({
      code: "conflict",
      detail: `bills@northwind.example may not reply to ticket #${desk.ticket.number}.`,
    });
  });

  it("can't add an outsider's mail to a ticket; it goes on waiting", async () => {
    const mailId = await inboundMail(desk.portal.owner);
    await expect(decide({ mailId, act: "join", ticketNumber: desk.ticket.number })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(decide({ mailId, act: "join", ticketNumber: 999_999_999 })).rejects.toMatchObject({
      detail: "There is no ticket #999999999.",
    });
    expect(await desk.portal.owner.inboundMail.findFirst()).toMatchObject({ outcome: "waiting", decision: null });
  });

  it("open a ticket for an outsider in their own name", async () => {
    const mailId = await inboundMail(desk.portal.owner);
    const { number } = await desk.portal.owner.account.findUniqueOrThrow({ where: { id: northwind() } });
    expect(await decide({ mailId, act: "open", accountNumber: number })).toMatchObject({ outcome: "opened" });
    const { authorName, authorIsStaff, body } = await desk.portal.owner.ticketMessage.findFirstOrThrow({
      orderBy: { createdAt: "desc" },
    });
    expect({ authorName, authorIsStaff, body }).toEqual({
      authorName: "Sam Whitfield",
      authorIsStaff: true,
      body: "Email from Mallory <m@attacker.example>:\n\nHello",
    });
  });

  it("open one for a contact as that contact", async () => {
    const { id: mailId } = await received(writeMail({ body: "Open it for me." }));
    const { number } = await desk.portal.owner.account.findUniqueOrThrow({ where: { id: northwind() } });
    expect(await decide({ mailId, act: "open", accountNumber: number })).toMatchObject({ outcome: "opened" });
    const opened = await desk.portal.owner.ticket.findFirstOrThrow({ orderBy: { number: "desc" } });
    expect(opened).toMatchObject({ openedByName: "Tomás Herrera Villanueva", status: "open" });
  });

  it("dismiss it", async () => {
    const mailId = await inboundMail(desk.portal.owner);
    await decide({ mailId, act: "dismiss" });
    expect(await desk.portal.owner.inboundMail.findFirst()).toMatchObject({
      outcome: "refused",
      summary: "Sam Whitfield dismissed it.",
    });
  });

  it("once: of two who decide at the same time one is told that it doesn't wait any more", async () => {
    const mailId = await inboundMail(desk.portal.owner);
    const both = await Promise.allSettled([1, 2].map(() => decide({ mailId, act: "dismiss" })));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("staff see a mail", () => {
  it("with its text, and its original without what it would load", async () => {
    const mailId = await inboundMail(desk.portal.owner);
    const caller = await desk.portal.as(AGENT);
    const mail = await execute(caller, null, viewInboundMail, { mailId });
    expect(mail.content).toMatchObject({ text: "Hello", hasHtml: true });
    const { body } = await execute(caller, null, viewOriginal, { mailId });
    expect(String(body)).toContain("<p>Hello</p>");
  });

  it("of their own department: accounting doesn't see one to support", async () => {
    const mailId = await inboundMail(desk.portal.owner);
    const accounting = await desk.portal.as("staff-accounting@portcullis.example");
    await expect(execute(accounting, null, viewInboundMail, { mailId })).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("mail that goes out", () => {
  it("tells each reader apart in its reply and bounce address, and continues their conversation", async () => {
    await received(await signed({ body: "Once more.", messageId: "<mine@client.example>" }), {
      to: desk.ticket.addressFor.support,
    });
    const { ticketId } = await desk.portal.owner.inboundMail.findFirstOrThrow();
    await desk.portal.owner.outboxMail.deleteMany();
    await execute(await desk.portal.as(AGENT), northwind(), replyToTicket, {
      ticketId: ticketId ?? "",
      message: "Thanks.",
    });
    const mails = await desk.portal.owner.outboxMail.findMany();
    const mine = mails.find(({ toAddress }) => toAddress === SUPPORT);
    expect(mine).toMatchObject({ inReplyTo: "<mine@client.example>" });
    expect(mine?.references).toContain("<mine@client.example>");
    expect(mine?.replyTo).toMatch(/^support\+[a-z2-7]{52}@in\.portcullis\.example$/);
    expect(mine?.bounceTo).toMatch(/^bounce\+[a-z2-7]{52}@in\.portcullis\.example$/);
    for (const { replyTo } of mails) expect(replyTo?.split("@")[0]?.length).toBeLessThanOrEqual(64);
    expect(new Set(mails.map(({ replyTo }) => replyTo)).size).toBe(mails.length);
    expect(mine?.text).toContain("##- Reply above this line -##");
  });

  it("continues the conversation of somebody who was written to before others were, often, and not since", async () => {
    const { ticketId, accountId } = await desk.portal.owner.ticketMail.findFirstOrThrow({
      where: { messageId: desk.ticket.messageIdFor.support },
    });
    const address = "owner@northwind.example";
    const { id: contactId } = await desk.portal.owner.contact.findFirstOrThrow({
      where: { accountId, email: address },
    });
    const of = { ticketId, accountId, contactId, address };
    await desk.portal.owner.ticketMail.createMany({
      data: Array.from({ length: 200 }, (_, index) => ({
        ...{ ...of, messageId: `<later-${index}@portal>` },
        createdAt: new Date(Date.now() - 100 + index),
      })),
    });
    await execute(await desk.portal.as(AGENT), northwind(), replyToTicket, { ticketId, message: "To both." });
    const mine = await desk.portal.owner.outboxMail.findFirstOrThrow({ where: { toAddress: SUPPORT } });
    expect(mine.references).toContain(desk.ticket.messageIdFor.support);
    const theirs = await desk.portal.owner.outboxMail.findFirstOrThrow({ where: { toAddress: address } });
    expect(theirs.references).toEqual(Array.from({ length: 10 }, (_, index) => `<later-${190 + index}@portal>`));
  });

  it("about a ticket never goes to a contact with billing alone", async () => {
    await received(await signed({ body: "Who gets this?" }), { to: desk.ticket.addressFor.support });
    const all = await addressees();
    expect(all).toContain("owner@northwind.example");
    expect(all).not.toContain("bills@northwind.example");
    expect(all).not.toContain(SUPPORT);
  });
});

describe("an automatic answer", () => {
  it("goes to a verified contact whose mail was refused, once a day, and quotes nothing", async () => {
    const refused = () => signed({ from: "bills@northwind.example", subject: "Buy now", body: "Cheap pills" });
    expect(await received(await refused(), { from: "bills@northwind.example" })).toMatchObject({ outcome: "refused" });
    await received(await refused(), { from: "bills@northwind.example" });
    const mails = await desk.portal.owner.outboxMail.findMany();
    expect(mails.map(({ toAddress }) => toAddress)).toEqual(["bills@northwind.example"]);
    expect(JSON.stringify(mails)).not.toMatch(/Buy now|Cheap pills/);
  });

  it.each([
    ["a stranger", "m@attacker.example"],
    ["a forged contact", SUPPORT],
  ])("never goes to %s", async (_, from) => {
    expect(await received(writeMail({ from }), { from })).toMatchObject({ outcome: "waiting" });
    expect(await addressees()).toEqual([]);
  });
});

describe("a bounce", () => {
  it("marks the address and tells the owner and staff once; the ticket stays as it was", async () => {
    const report = 'multipart/report; report-type=delivery-status; boundary="r"';
    const body =
      "--r\nContent-Type: text/plain\n\nSorry.\n--r\nContent-Type: message/delivery-status\n\nAction: failed\nStatus: 5.1.1\n--r--";
    const bounce = () => writeMail({ from: "mailer-daemon@mx.example", type: report, body });
    const before = await desk.portal.owner.ticket.findUniqueOrThrow({ where: { number: desk.ticket.number } });
    for (const _ of [1, 2]) await received(bounce(), { from: "", to: desk.ticket.bounceFor.support });
    const contact = await desk.portal.owner.contact.findFirstOrThrow({
      where: { email: SUPPORT, accountId: northwind() },
    });
    expect(contact).toMatchObject({ bouncedEmail: SUPPORT, status: "active" });
    expect(await addressees()).toEqual(["owner@northwind.example", "staff-manager@portcullis.example", AGENT].sort());
    expect(await desk.portal.owner.ticket.findUniqueOrThrow({ where: { number: desk.ticket.number } })).toEqual(before);
  });
});

describe("people outside the account in CC", () => {
  it("are suggested to staff and sent nothing", async () => {
    const mail = await received(
      await signed({ headers: ["Cc: Partner <it@partner.example>, owner@northwind.example"] }),
    );
    expect(mail.alsoTo).toEqual(["it@partner.example"]);
    expect(await addressees()).not.toContain("it@partner.example");
  });
});
