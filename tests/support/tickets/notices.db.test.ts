import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { execute } from "@/lib/platform/operations/execute";
import { assignTicket } from "@/lib/support/tickets/assign-ticket";
import { noteOnTicket } from "@/lib/support/tickets/note-on-ticket";
import { openTicket } from "@/lib/support/tickets/open-ticket";
import { replyToTicket } from "@/lib/support/tickets/reply-to-ticket";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

const AGENT = "staff-support@portcullis.example";
const MANAGER = "staff-manager@portcullis.example";
const ACCOUNTING = "staff-accounting@portcullis.example";
const northwind = (name: string) => `${name}@northwind.example`;

let portal: TestPortal;
let account: string;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
  const { web1 } = portal.demo.northwind.services;
  await buildContact(portal.owner, account, {
    email: northwind("limited"),
    name: "Lim Ited",
    roles: ["support"],
    services: [web1],
  });
  await buildContact(portal.owner, account, {
    email: northwind("mailbox"),
    name: "Support Mailbox",
    login: false,
    permissions: [{ permission: "notices.support.receive" }],
  });
});
afterAll(() => portal.close());

let sent = 0;
/** The mails that `work` left in the outbox, by address. */
async function mailsOf(work: Promise<unknown>) {
  await work;
  const all = await portal.owner.outboxMail.findMany({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  const mails = all.slice(sent);
  sent = all.length;
  return mails.sort((a, b) => a.toAddress.localeCompare(b.toAddress));
}
const addressesOf = async (work: Promise<unknown>) => (await mailsOf(work)).map(({ toAddress }) => toAddress);
const open = async (more: object = {}, email = northwind("support")) =>
  execute(await portal.as(email), account, openTicket, {
    subject: "Who hears of it?",
    message: "Line\nby line",
    ...more,
  });
const lastTicket = () => portal.owner.ticket.findFirstOrThrow({ orderBy: { number: "desc" } });

const customers = [northwind("administrator"), northwind("billing-support"), northwind("owner")];

describe("a new ticket", () => {
  it("notifies ticket recipients except the author and billing, and support staff", async () => {
    const addresses = await addressesOf(open());
    expect(addresses).toEqual([...customers, northwind("mailbox"), AGENT, MANAGER].sort());
  });

  it("about a service notifies contacts limited to it; about another service it doesn't", async () => {
    const { web1, web2 } = portal.demo.northwind.services;
    expect(await addressesOf(open({ serviceId: web1 }))).toContain(northwind("limited"));
    expect(await addressesOf(open({ serviceId: web2 }))).not.toContain(northwind("limited"));
  });

  it("to billing notifies accounting, in a mail that support staff can't read", async () => {
    const mails = await mailsOf(open({ department: "billing" }));
    const addresses = mails.map(({ toAddress }) => toAddress);
    expect(addresses).toContain(ACCOUNTING);
    expect(new Set(mails.map(({ kind }) => kind))).toEqual(new Set(["billing"]));
  });

  it("links to the portal only for recipients who can sign in", async () => {
    const mails = await mailsOf(open());
    const { id } = await lastTicket();
    const links = mails.map(({ toAddress, text }) => [toAddress, text.includes(`/a/${account}/tickets/${id}`)]);
    expect(Object.fromEntries(links)).toMatchObject({ [northwind("owner")]: true, [northwind("mailbox")]: false });
    expect(mails.filter(({ text }) => !text.includes("Line\nby line"))).toEqual([]);
  });

  it("skips recipients who have turned the notification off", async () => {
    const { administrator } = portal.demo.northwind.contacts;
    const off = (noticesOff: string[]) =>
      portal.owner.contact.update({ where: { id: administrator }, data: { noticesOff } });
    await off(["notices.support.receive"]);
    expect(await addressesOf(open())).not.toContain(northwind("administrator"));
    await off([]);
    expect(await addressesOf(open())).toContain(northwind("administrator"));
  });
});

describe("a reply", () => {
  it("by staff goes to the account's people including the opener, and to no staff", async () => {
    await mailsOf(open());
    const { id: ticketId } = await lastTicket();
    const addresses = await addressesOf(
      execute(await portal.as(AGENT), account, replyToTicket, { ticketId, message: "Done." }),
    );
    expect(addresses).toEqual([...customers, northwind("mailbox"), northwind("support")].sort());
  });

  it("by a customer goes to the assignee only", async () => {
    await mailsOf(open());
    const { id: ticketId } = await lastTicket();
    await execute(await portal.as(MANAGER), account, assignTicket, { ticketId, assignee: "me" });
    const addresses = await addressesOf(
      execute(await portal.as(northwind("support")), account, replyToTicket, { ticketId, message: "And now?" }),
    );
    expect(addresses.filter((address) => address.endsWith("portcullis.example"))).toEqual([MANAGER]);
  });

  it("that is an internal note notifies nobody", async () => {
    await mailsOf(open());
    const { id: ticketId } = await lastTicket();
    const noted = execute(await portal.as(AGENT), account, noteOnTicket, { ticketId, message: "Among us." });
    expect(await addressesOf(noted)).toEqual([]);
  });
});
