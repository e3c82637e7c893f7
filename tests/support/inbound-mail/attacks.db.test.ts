import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { env } from "@/lib/platform/config/env";
import { signedAddress } from "@/lib/support/core/signed-address";
import { processInbound } from "@/lib/support/inbound-mail/process-inbound";
import { receiveMail } from "@/lib/support/inbound-mail/receive-mail";
import { buildContact } from "@/prisma/seed/builders/contact";
import { SUPPORT } from "./corpus";
import { receivingPortal } from "./receiving-portal";
import { parts, type WrittenMail, writeMail } from "./write-mail";

const TO = "support@in.portcullis.example";
const AGENT = "staff-support@portcullis.example";

const desk = receivingPortal();

const signed = (mail: WrittenMail, domain = "northwind.example") => desk.world.sign(domain, writeMail(mail));
const received = (raw: string, { to = TO, from = SUPPORT } = {}) => desk.received({ raw, from, to });
const marked = () => desk.portal.owner.contact.count({ where: { bouncedEmail: { not: null } } });
/** Stored without a connection each: as from a server that nobody knows, so that they prove nothing. */
const flood = async (count: number, to: string, author = (_: number) => SUPPORT) => {
  for (let sent = 0; sent < count; sent += 1)
    await receiveMail({
      ...{ entrance: "imap", from: author(sent), to: [to], clientIp: null, helo: null, trustedResults: null },
      raw: Buffer.from(writeMail({ from: author(sent), body: `Forged ${sent}.` })),
    });
  await processInbound();
};

describe("the address that bounces go to", () => {
  it.each([
    ["an out-of-office note", { headers: ["Auto-Submitted: auto-replied"], subject: "Out of office" }, "", "autoReply"],
    ["a receipt", { headers: ["Auto-Submitted: auto-replied"], body: "Your message was displayed." }, "", "autoReply"],
    ["a person who answers there", { body: "I answer to the wrong address." }, SUPPORT, "refused"],
  ] as const)("marks nobody for %s", async (_, mail, from, outcome) => {
    const end = await received(await signed(mail), { to: desk.ticket.bounceFor.support, from });
    expect([end.outcome, await marked()]).toEqual([outcome, 0]);
    expect(await desk.portal.owner.outboxMail.count({ where: { template: "mail-bounced" } })).toBe(0);
  });

  it("joins what a person answers there, if the mail says what it answers", async () => {
    const mail = {
      body: "Answered in the wrong place.",
      headers: [`In-Reply-To: ${desk.ticket.messageIdFor.support}`],
    };
    expect(await received(await signed(mail), { to: desk.ticket.bounceFor.support })).toMatchObject({
      outcome: "joined",
    });
  });

  it("marks the address of a mail that a server returns without a report", async () => {
    const raw = writeMail({ from: "MAILER-DAEMON@mx.northwind.example", body: "Sorry, no mailbox here by that name." });
    expect(await received(raw, { to: desk.ticket.bounceFor.support, from: "" })).toMatchObject({ outcome: "bounce" });
    expect(await marked()).toBe(1);
    await desk.portal.owner.contact.updateMany({ data: { bouncedEmail: null, bouncedAt: null } });
  });
});

describe("a forged bounce", () => {
  const victim = "owner@northwind.example";
  const forged = () =>
    writeMail({
      from: "MAILER-DAEMON@mx.northwind.example",
      ...parts("report; report-type=delivery-status", [
        "Content-Type: text/plain\n\nI'm sorry.",
        `Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; ${victim}\nOriginal-Recipient: rfc822; ${victim}\nAction: failed\nStatus: 5.1.1\n`,
      ]),
    });
  const unmark = () => desk.portal.owner.contact.updateMany({ data: { bouncedEmail: null, bouncedAt: null } });
  const byAnotherEntrance = async (to: string) => {
    await receiveMail({
      ...{ entrance: "imap", from: "", to: [to], clientIp: null, helo: null, trustedResults: null },
      raw: Buffer.from(forged()),
    });
    await processInbound();
  };

  it("marks nobody without the address that our mail gave for bounces, nor with that of an answer or a made-up one", async () => {
    const [, answer] = desk.ticket.addressFor.owner.split("+");
    const bounce = desk.ticket.bounceFor.owner;
    // In the middle of the proof: the last letter has bits that count for nothing.
    const altered = bounce.replace(/.(.{9}@)/, (end) => (end.startsWith("a") ? "b" : "a") + end.slice(1));
    for (const to of [TO, desk.ticket.addressFor.owner, `bounce+${answer}`, altered]) await byAnotherEntrance(to);
    await expect(desk.world.deliver({ raw: forged(), from: "", to: `bounce+${answer}` })).rejects.toThrow("550");
    await expect(desk.world.deliver({ raw: forged(), from: "", to: altered })).rejects.toThrow("550");
    expect(await marked()).toBe(0);
  });

  it("marks whom the address was made for, whoever it names, and tells once however often it is sent", async () => {
    for (let times = 0; times < 20; times++) {
      await desk.world.deliver({ raw: forged(), from: "", to: desk.ticket.bounceFor.support });
    }
    await processInbound();
    const found = await desk.portal.owner.contact.findMany({ where: { bouncedEmail: { not: null } } });
    expect(found.map(({ email }) => email)).toEqual([SUPPORT]);
    const told = await desk.portal.owner.outboxMail.findMany({ where: { template: "mail-bounced" } });
    expect(new Set(told.map(({ toAddress }) => toAddress)).size).toBe(told.length);
    await unmark();
  });
});

describe("a server that returns all our mail", () => {
  it("has every address marked, and floods neither the owner nor staff with what is said of it", async () => {
    const { owner, demo } = desk.portal;
    const { id: ticketId } = await owner.ticket.findFirstOrThrow({ where: { number: desk.ticket.number } });
    const addresses = Array.from({ length: 32 }, (_, at) => `gone${at}@northwind.example`);
    for (const email of addresses) {
      const contactId = await buildContact(owner, demo.northwind.id, { email, name: "Gone", login: false });
      const sent = await owner.ticketMail.create({
        data: { accountId: demo.northwind.id, ticketId, contactId, address: email, messageId: `<${email}>` },
      });
      await receiveMail({
        ...{
          entrance: "smtp",
          from: "",
          to: [signedAddress("bounce", sent)],
          clientIp: null,
          helo: null,
          trustedResults: null,
        },
        raw: Buffer.from(writeMail({ from: "MAILER-DAEMON@mx.northwind.example", body: `No ${email} here.` })),
      });
    }
    await processInbound();
    expect(await marked()).toBe(32);
    const told = await owner.outboxMail.findMany({ where: { template: "mail-bounced" } });
    const mails = Object.values(Object.groupBy(told, ({ toAddress }) => toAddress)).map((all) => all?.length);
    expect(new Set(mails)).toEqual(new Set([10, 30]));
    await owner.contact.deleteMany({ where: { email: { in: addresses } } });
  });
});

describe("another portal that mails us", () => {
  it("is sent nothing back: neither for its own notices, nor for its answers to ours", async () => {
    const own = {
      headers: ["Auto-Submitted: auto-generated", "X-Auto-Response-Suppress: All", "X-Loop: other.example"],
    };
    for (const to of [TO, desk.ticket.addressFor.support])
      expect(await received(await signed({ ...own, subject: "Ticket #7 was updated" }), { to })).toMatchObject({
        outcome: "autoReply",
      });
    expect(await desk.portal.owner.outboxMail.count()).toBe(0);
  });
});

describe("mail that proves nothing", () => {
  it("in somebody's name doesn't stop what they write themselves", async () => {
    await flood(35, TO);
    expect(await received(await signed({ body: "Mine, in spite of it." }))).toMatchObject({ outcome: "opened" });
  });

  it("to a ticket's address doesn't stop those who may reply", async () => {
    await flood(65, desk.ticket.addressFor.support, (sent) => `m${sent}@attacker.example`);
    const mail = await received(await signed({ body: "Still heard." }), { to: desk.ticket.addressFor.support });
    expect(mail).toMatchObject({ outcome: "joined" });
  });
});

describe("a signed mail that was written to somebody else", () => {
  it("opens nothing when they send it on to us", async () => {
    const raw = await signed({ to: "m@attacker.example", body: "Yes, please delete it all." });
    const mail = await received(raw, { from: "m@attacker.example" });
    expect(mail).toMatchObject({
      outcome: "waiting",
      summary: "It was written to others: none of our addresses is in To or Cc.",
    });
  });

  it("is no reply when they send it on to a ticket", async () => {
    const raw = await signed({ to: "m@attacker.example", body: "Yes, please delete it all." });
    const mail = await received(raw, { from: "m@attacker.example", to: desk.ticket.addressFor.support });
    expect(mail).toMatchObject({ outcome: "waiting", ticketNumber: desk.ticket.number });
  });

  it("and to us as a copy is read", async () => {
    const mail = { to: "colleague@northwind.example", headers: [`Cc: ${TO}`], body: "For all of you." };
    expect(await received(await signed(mail))).toMatchObject({ outcome: "opened" });
  });
});

describe("a signed mail that somebody who has it sends again", () => {
  const again = async (raw: string, changed: string, to = desk.ticket.addressFor.support) => {
    const first = await received(raw, { to });
    const second = await received(changed, { to, from: "m@attacker.example" });
    return [first.outcome, second.outcome, second.summary];
  };
  const COPY = [
    "joined",
    "duplicate",
    expect.stringMatching(/^The same email to support\+\w+@in.portcullis.example arrived before.$/),
  ];

  it("with a line more in its header is a copy", async () => {
    const raw = await signed({ body: "Yes, delete it." });
    expect(await again(raw, `X-Any: 1\r\n${raw}`)).toEqual(COPY);
  });

  it("with other spaces, as its signature allows, is a copy", async () => {
    const raw = await signed({ body: "Yes,\n\ndelete it now." });
    expect(await again(raw, raw.replace("Yes,\r\n", "Yes, \t\r\n").replace("it now.", "it  now."))).toEqual(COPY);
  });

  it("without one of its two signatures is a copy", async () => {
    const once = await signed({ body: "Signed twice." });
    const twice = await desk.world.sign("mail.northwind.example", once);
    expect(await again(twice, once)).toEqual(COPY);
  });

  it("to another ticket or a department is a copy", async () => {
    const raw = await signed({ body: "To one ticket." });
    await received(raw, { to: desk.ticket.addressFor.support });
    const other = await received(`X-Any: 1\r\n${raw}`, { from: "m@attacker.example" });
    expect(other).toMatchObject({ outcome: "duplicate" });
  });

  it("fifty times at once, each changed in another way, is added once", async () => {
    const raw = await signed({ body: "Fifty at once." });
    await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        receiveMail({
          ...{ entrance: "smtp", from: SUPPORT, clientIp: "127.0.0.1", helo: "x", trustedResults: null },
          to: [at % 2 ? desk.ticket.addressFor.support : desk.ticket.addressFor.owner],
          raw: Buffer.from(`X-Any: ${at}\r\n${raw}`),
        }),
      ),
    );
    await Promise.all(Array.from({ length: 4 }, () => processInbound()));
    const ends = await desk.portal.owner.inboundMail.groupBy({
      by: ["outcome"],
      _count: true,
      orderBy: { outcome: "asc" },
    });
    expect(ends).toEqual([
      { outcome: "duplicate", _count: 49 },
      { outcome: "joined", _count: 1 },
    ]);
    const where = { body: { contains: "Fifty at once." } };
    expect(await desk.portal.owner.ticketMessage.count({ where })).toBe(1);
  });

  it("isn't a copy of one that came to nothing", async () => {
    const raw = await signed({ from: "bills@northwind.example", body: "May I?" });
    expect(await received(raw)).toMatchObject({ outcome: "refused" });
    const { id } = await desk.portal.owner.contact.findFirstOrThrow({ where: { email: "bills@northwind.example" } });
    const { accountId } = await desk.portal.owner.contactRole.create({
      data: { accountId: desk.portal.demo.northwind.id, contactId: id, role: "support", givenByName: "T" },
    });
    expect(await received(`X-Any: 1\r\n${raw}`)).toMatchObject({ outcome: "opened", accountId });
    await desk.portal.owner.contactRole.deleteMany({ where: { contactId: id, role: "support" } });
  });

  it("half a year later proves nothing", async () => {
    const written = writeMail({ body: "Long ago." }).replace(/Date: .*/, "Date: Mon, 1 Jun 2020 10:00:00 +0000");
    expect(await received(await desk.world.sign("northwind.example", written))).toMatchObject({ identity: "unproven" });
  });
});

describe("a signature that leaves out", () => {
  const over = (headerList: string) =>
    desk.world.sign("northwind.example", writeMail({ body: `Over ${headerList}.` }), { headerList });

  it("the subject or the date proves nothing: others could be put there", async () => {
    for (const headerList of ["From:To:Date", "From:To:Subject"])
      expect(await received(await over(headerList))).toMatchObject({ outcome: "waiting", identity: "unproven" });
  });

  it("to whom it was written proves less", async () => {
    expect(await received(await over("From:Subject:Date"))).toMatchObject({ outcome: "opened", identity: "weak" });
  });
});

describe("a mail in which two programs find different senders", () => {
  const built = (victim: string): Promise<string> =>
    desk.world.sign(
      "attacker.example",
      writeMail({
        from: null,
        body: "Built for both.",
        headers: [`From: Tom <${victim}>`, "\u0000From: m@attacker.example"],
      }),
    );

  it.each([
    ["opens nothing in a contact's name", SUPPORT, (): string => TO],
    ["is no reply of a contact", SUPPORT, (): string => desk.ticket.addressFor.support],
    ["is no reply of staff", AGENT, (): string => desk.ticket.addressFor.agent],
    ["is no note of staff", AGENT, (): string => desk.ticket.addressFor.agentNote],
  ] as const)("%s", async (_, victim, to) => {
    const end = await received(await built(victim), { from: "m@attacker.example", to: to() });
    expect(end).toMatchObject({ outcome: "waiting", identity: "unproven" });
    expect(await desk.portal.owner.ticketMessage.count({ where: { body: { contains: "Built for both." } } })).toBe(0);
  });
});

describe("a signed mail that somebody adds to", () => {
  it.each([
    ["a text that only one of two programs reads", "X-A: b\r\n\r\r\nAdded, and read.\r\nX-B: c\r\n"],
    ["the same with two more", "X-A: b\r\r\n\r\r\nAdded, and read.\r\nX-B: c\r\n"],
    ["another subject", "Subject: Added\r\n"],
    ["another recipient", "To: support@in.portcullis.example\r\n"],
    ["another encoding", "Content-Type: text/html\r\n"],
  ] as const)("proves nothing with %s", async (_, added) => {
    const end = await received(`${added}${await signed({ body: "What was signed." })}`, { from: "m@attacker.example" });
    expect(end).toMatchObject({ outcome: expect.not.stringMatching(/opened|joined/) });
    const on = await received(`From: Tom <${SUPPORT}>\r\n${added}${(await signed({})).replace(/From: .*\r\n/, "")}`);
    expect(on).toMatchObject({ outcome: expect.not.stringMatching(/opened|joined/) });
  });
});

describe("what a mail carries with it", () => {
  it("reaches its outcome though its Message-ID can't be stored", async () => {
    const raw = await signed({
      messageId: "<a\u0000b@client.example>",
      headers: ["In-Reply-To: <a\u0000@b>"],
      body: "Odd id.",
    });
    expect(await received(raw)).toMatchObject({ outcome: "opened" });
  });

  it("doesn't show others the link that turns off its author's notifications", async () => {
    const link = `${env().PORTAL_URL}/api/unsubscribe/0198c0de.notices.support.receive.c2lnbmF0dXJl`;
    await received(await signed({ body: `Thanks.\n\n> Unsubscribe: ${link} or\n> <${link}>` }));
    const { body } = await desk.portal.owner.ticketMessage.findFirstOrThrow({
      where: { body: { startsWith: "Thanks." } },
    });
    expect(body).toBe(
      `Thanks.\n\n> Unsubscribe: ${env().PORTAL_URL}/api/unsubscribe/… or\n> <${env().PORTAL_URL}/api/unsubscribe/…>`,
    );
  });
});

describe("an answer of staff", () => {
  it("to a mail that only its older references know waits: it could be one to a note", async () => {
    const { length } = await desk.portal.owner.ticketMessage.findMany();
    const raw = await signed(
      {
        from: AGENT,
        body: "Don't tell the customer.",
        headers: [`In-Reply-To: <${randomUUID()}@relay.example>`, `References: ${desk.ticket.messageIdFor.agent}`],
      },
      "portcullis.example",
    );
    expect(await received(raw, { from: AGENT })).toMatchObject({
      outcome: "waiting",
      summary: `It doesn't say which message on ticket #${desk.ticket.number} it answers, and could be about an internal note.`,
    });
    expect(await desk.portal.owner.ticketMessage.count()).toBe(length);
  });

  it("to a mail of the conversation, named by its Message-ID, is public", async () => {
    const headers = [`In-Reply-To: ${desk.ticket.messageIdFor.agent}`];
    const raw = await signed({ from: AGENT, body: "For the customer.", headers }, "portcullis.example");
    expect(await received(raw, { from: AGENT })).toMatchObject({ outcome: "joined" });
  });
});
