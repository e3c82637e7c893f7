import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET, POST } from "@/app/api/unsubscribe/[token]/route";
import { findStop } from "@/lib/home/notifications/stop-mail";
import { readStopToken, readUnsubscribeToken } from "@/lib/platform/mail/unsubscribe-token";
import { execute } from "@/lib/platform/operations/execute";
import { copyIn } from "@/lib/support/tickets/copy-in";
import { openTicket } from "@/lib/support/tickets/open-ticket";
import { replyToTicket } from "@/lib/support/tickets/reply-to-ticket";
import { watchTicket } from "@/lib/support/tickets/watch-ticket";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

const CUSTOMER = "support@northwind.example";
let portal: TestPortal;
let account: string;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
});
afterAll(() => portal.close());

const address = (token: string) => `http://localhost:3000/api/unsubscribe/${token}`;
const call = (method: "GET" | "POST", token: string) => {
  const body = method === "GET" ? null : new URLSearchParams({ "List-Unsubscribe": "One-Click" });
  const request = new Request(address(token), { method, body });
  return (method === "GET" ? GET : POST)(request, { params: Promise.resolve({ token }) });
};
const open = async (subject = "Server is slow") =>
  (await execute(await portal.as(CUSTOMER), account, openTicket, { subject, message: "First." })).id;
const reply = async (ticketId: string, message: string) =>
  execute(await portal.as(CUSTOMER), account, replyToTicket, { ticketId, message });
const mailTo = (toAddress: string, word: string) =>
  portal.owner.outboxMail.findFirst({ where: { toAddress, text: { contains: word } } });
const watchers = (ticketId: string) => portal.owner.ticketWatcher.count({ where: { ticketId } });

let people = 0;
/** Somebody who has turned off mail about tickets in general, unless they want all of it. */
async function colleague({ wantsAll = false } = {}) {
  people += 1;
  const email = `watcher-${people}@northwind.example`;
  const id = await buildContact(portal.owner, account, { email, name: `Watcher ${people}`, roles: ["support"] });
  const noticesOff = wantsAll ? [] : ["notices.support.receive"];
  await portal.owner.contact.update({ where: { id }, data: { noticesOff } });
  return { id, email };
}

/** A ticket that somebody watches, and the link of the mail about a message in it. */
async function watched() {
  const who = await colleague();
  const ticketId = await open();
  await execute(await portal.as(who.email), account, watchTicket, { ticketId, watch: true });
  await reply(ticketId, "Watched word");
  const mail = await mailTo(who.email, "Watched word");
  return { who, ticketId, mail, token: mail?.unsubscribe?.split("/").at(-1) ?? "" };
}

describe("a mail to somebody who watches a ticket", () => {
  it("carries a link that stops it in one step, for its reader and ticket alone", async () => {
    const { who, ticketId, mail, token } = await watched();
    expect(readStopToken(token)).toEqual({ contactId: who.id, kind: "ticket-watched", id: ticketId });
    expect(mail?.text).toContain("Stop watching this ticket");
    for (const body of [mail?.html, mail?.text]) expect(body).toContain(address(token));
    const other = await colleague();
    await execute(await portal.as(other.email), account, watchTicket, { ticketId, watch: true });
    expect((await call("POST", token)).status).toBe(200);
    await reply(ticketId, "After word");
    expect(await mailTo(who.email, "After word")).toBeNull();
    expect(await mailTo(other.email, "After word")).not.toBeNull();
  });

  it("changes nothing when its link is opened, and names the ticket before and after it was used", async () => {
    const { ticketId, token } = await watched();
    const named = { notice: expect.stringMatching(/^#\d+ Server is slow$/), accountName: expect.any(String) };
    expect((await call("GET", token)).status).toBe(303);
    expect([await findStop(token), await watchers(ticketId)]).toEqual([named, 1]);
    for (let times = 0; times < 2; times++) expect((await call("POST", token)).status).toBe(200);
    expect([await findStop(token), await watchers(ticketId)]).toEqual([named, 0]);
  });

  it("is stopped once, however many mail clients press at the same time, and the log doesn't say which ticket", async () => {
    const { who, ticketId, token } = await watched();
    const answers = await Promise.all(Array.from({ length: 50 }, () => call("POST", token)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await watchers(ticketId)).toBe(0);
    const events = await portal.owner.auditEvent.findMany({
      where: { operation: "identity.unsubscribe", targetId: who.id },
    });
    expect(events).toHaveLength(1);
    expect(JSON.stringify(events)).not.toContain("Server is slow");
  });

  it("names nothing to somebody who can't see the ticket any more, or was removed", async () => {
    const { who, token } = await watched();
    await portal.owner.contact.update({ where: { id: who.id }, data: { departmentsOff: ["support"] } });
    expect([await findStop(token), (await call("POST", token)).status]).toEqual([null, 409]);
    const second = await watched();
    await portal.owner.contact.update({ where: { id: second.who.id }, data: { status: "removed" } });
    expect([await findStop(second.token), (await call("POST", second.token)).status]).toEqual([null, 409]);
  });

  it("takes those who were copied in off the ticket", async () => {
    const who = await colleague();
    const ticketId = await open();
    await execute(await portal.as(CUSTOMER), account, copyIn, { ticketId, contactId: who.id });
    await reply(ticketId, "Copied word");
    const mail = await mailTo(who.email, "Copied word");
    expect(mail?.text.replace(/\s+/g, " ")).toContain("copied you in on this ticket");
    expect((await call("POST", mail?.unsubscribe?.split("/").at(-1) ?? "")).status).toBe(200);
    expect(await watchers(ticketId)).toBe(0);
  });

  it("turns off all mail about tickets for those who would get the next one anyway", async () => {
    const who = await colleague({ wantsAll: true });
    const ticketId = await open();
    await execute(await portal.as(who.email), account, watchTicket, { ticketId, watch: true });
    await reply(ticketId, "Both word");
    const token = (await mailTo(who.email, "Both word"))?.unsubscribe?.split("/").at(-1) ?? "";
    expect(readUnsubscribeToken(token)).toEqual({ contactId: who.id, notice: "notices.support.receive" });
  });
});
