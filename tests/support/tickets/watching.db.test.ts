import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { execute } from "@/lib/platform/operations/execute";
import { copyIn } from "@/lib/support/tickets/copy-in";
import { noteOnTicket } from "@/lib/support/tickets/note-on-ticket";
import { openTicket } from "@/lib/support/tickets/open-ticket";
import { removeWatcher } from "@/lib/support/tickets/remove-watcher";
import { replyToTicket } from "@/lib/support/tickets/reply-to-ticket";
import { viewTicket } from "@/lib/support/tickets/view-ticket";
import { watchTicket } from "@/lib/support/tickets/watch-ticket";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

const CUSTOMER = "support@northwind.example";
const ADMINISTRATOR = "administrator@northwind.example";
const AGENT = "staff-support@portcullis.example";

let portal: TestPortal;
let account: string;
let administrator: string;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
  administrator = portal.demo.northwind.contacts.administrator;
  // They don't want to hear of every ticket.
  await portal.owner.contact.update({
    where: { id: administrator },
    data: { noticesOff: ["notices.support.receive"] },
  });
});
afterAll(() => portal.close());

const open = async () =>
  (await execute(await portal.as(CUSTOMER), account, openTicket, { subject: "Watched", message: "First." })).id;
const reply = async (ticketId: string, message: string, email = CUSTOMER) =>
  execute(await portal.as(email), account, replyToTicket, { ticketId, message });
const view = async (ticketId: string, email = CUSTOMER) =>
  execute(await portal.as(email), account, viewTicket, { ticketId });
const watch = async (ticketId: string, watching: boolean, email = ADMINISTRATOR) =>
  execute(await portal.as(email), account, watchTicket, { ticketId, watch: watching });
const copy = async (ticketId: string, contactId: string) =>
  execute(await portal.as(CUSTOMER), account, copyIn, { ticketId, contactId });
/** The mail to somebody about a message with this word. */
const mailTo = (toAddress: string, word: string) =>
  portal.owner.outboxMail.findFirst({ where: { toAddress, text: { contains: word } } });

describe("watching a colleague's ticket", () => {
  it("mails every message and says why, until it is stopped", async () => {
    const ticketId = await open();
    await reply(ticketId, "Unwatched word");
    expect(await mailTo(ADMINISTRATOR, "Unwatched word")).toBeNull();
    expect(await watch(ticketId, true)).toMatchObject({ watching: true });
    await reply(ticketId, "Watched word");
    const mail = await mailTo(ADMINISTRATOR, "Watched word");
    expect(mail?.text.replace(/\s+/g, " ")).toContain("because you're watching this ticket");
    expect((await view(ticketId, ADMINISTRATOR)).watching).toBe(true);
    expect((await view(ticketId)).watchers).toMatchObject([{ contactId: administrator, addedByName: null }]);
    await watch(ticketId, false);
    await reply(ticketId, "Stopped word");
    expect(await mailTo(ADMINISTRATOR, "Stopped word")).toBeNull();
  });

  it("tells those who get all ticket notifications that they do, and the author that it is theirs", async () => {
    const ticketId = await open();
    await reply(ticketId, "Answered word", AGENT);
    const why = async (email: string) => (await mailTo(email, "Answered word"))?.text.replace(/\s+/g, " ");
    expect(await why(CUSTOMER)).toContain("because you opened this ticket");
    expect(await why("owner@northwind.example")).toContain("because you get ticket notifications for");
  });
});

describe("copying a colleague in", () => {
  it("mails them, names who did it, and ends when they are taken off", async () => {
    const ticketId = await open();
    await copy(ticketId, administrator);
    await reply(ticketId, "Copied word");
    expect((await mailTo(ADMINISTRATOR, "Copied word"))?.text.replace(/\s+/g, " ")).toContain(
      "because Tomás Herrera Villanueva copied you in",
    );
    await execute(await portal.as(CUSTOMER), account, removeWatcher, { ticketId, contactId: administrator });
    await reply(ticketId, "Removed word");
    expect(await mailTo(ADMINISTRATOR, "Removed word")).toBeNull();
  });

  it("is possible only for people of the account who may see the ticket", async () => {
    const ticketId = await open();
    const { billing } = portal.demo.northwind.contacts;
    const foreign = await portal.owner.contact.findFirstOrThrow({ where: { accountId: portal.demo.globex.id } });
    for (const contactId of [billing, foreign.id]) {
      expect((await problemOf(copy(ticketId, contactId))).extra.fields).toHaveProperty("contactId");
    }
    const offered = (await view(ticketId)).colleagues.map(({ contactId }) => contactId);
    expect(offered).toContain(administrator);
    expect(offered).not.toContain(billing);
  });

  it("ends with the access, which is asked again at sending", async () => {
    const ticketId = await open();
    const email = "copied@northwind.example";
    const contactId = await buildContact(portal.owner, account, { email, name: "Cora Copied", roles: ["support"] });
    await portal.owner.contact.update({ where: { id: contactId }, data: { noticesOff: ["notices.support.receive"] } });
    await copy(ticketId, contactId);
    await portal.owner.contact.update({ where: { id: contactId }, data: { departmentsOff: ["support"] } });
    await reply(ticketId, "Closed word");
    expect(await mailTo(email, "Closed word")).toBeNull();
  });
});

describe("mentioning someone", () => {
  it("mails them and says who did", async () => {
    const ticketId = await open();
    const { name } = await portal.owner.contact.findUniqueOrThrow({ where: { id: administrator } });
    await reply(ticketId, `Could you help, @${name}? Mentioned word`);
    expect((await mailTo(ADMINISTRATOR, "Mentioned word"))?.text.replace(/\s+/g, " ")).toContain(
      "because Tomás Herrera Villanueva mentioned you",
    );
  });

  it("who may not see the ticket mails nobody", async () => {
    const ticketId = await open();
    const { billing } = portal.demo.northwind.contacts;
    const { name, email } = await portal.owner.contact.findUniqueOrThrow({ where: { id: billing } });
    await reply(ticketId, `@${name} Unseen word`);
    expect(await mailTo(email, "Unseen word")).toBeNull();
  });

  it("in a note mails the colleague of staff alone", async () => {
    const ticketId = await open();
    const manager = await portal.owner.person.findUniqueOrThrow({
      where: { email: "staff-manager@portcullis.example" },
    });
    const { name } = await portal.owner.contact.findUniqueOrThrow({ where: { id: administrator } });
    const before = await portal.owner.outboxMail.count();
    const message = `@${manager.name} and @${name}: noted word`;
    await execute(await portal.as(AGENT), account, noteOnTicket, { ticketId, message });
    expect(await portal.owner.outboxMail.count()).toBe(before + 1);
    expect(await mailTo("staff-manager@portcullis.example", "noted word")).not.toBeNull();
    expect((await view(ticketId, AGENT)).staff).toContain(manager.name);
    expect((await view(ticketId)).staff).toEqual([]);
  });
});
