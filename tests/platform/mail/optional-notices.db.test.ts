import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { issueCreditNote } from "@/lib/billing/core/credits/issue-credit-note";
import { notifyCreditNote } from "@/lib/billing/core/credits/notify-credit-note";
import { notifyServices } from "@/lib/billing/core/dunning/notify-services";
import { notifyInvoiceVoided } from "@/lib/billing/core/invoicing/notify-invoice-voided";
import { notifyPaymentMethod } from "@/lib/billing/core/payment-methods/notify-payment-method";
import { announceInvoice } from "@/lib/billing/core/renewals/announce-invoice";
import { isStillWanted } from "@/lib/home/notifications/still-wanted";
import { operations } from "@/lib/http/registry";
import { forgetEnvironment } from "@/lib/platform/config/env";
import { asJob, type Job } from "@/lib/platform/db/transaction";
import { runBatch } from "@/lib/platform/jobs/run-batch";
import { addDays } from "@/lib/platform/kernel/dates";
import { deliverMail } from "@/lib/platform/mail/deliver-mail";
import { type MailTransport, mailTransport } from "@/lib/platform/mail/mail-transport";
import { isOptionalNotice } from "@/lib/platform/mail/optional-notices";
import { readStopToken, readUnsubscribeToken } from "@/lib/platform/mail/unsubscribe-token";
import { execute } from "@/lib/platform/operations/execute";
import { isPermission } from "@/lib/policy/permissions";
import { sendLoginLinks } from "@/lib/services/core/send-login-links";
import { notifyServiceEnd } from "@/lib/services/services/notify-service-end";
import { askForRatingJob } from "@/lib/support/tickets/ask-for-rating-job";
import { closeTicket } from "@/lib/support/tickets/close-ticket";
import { openTicket } from "@/lib/support/tickets/open-ticket";
import { replyToTicket } from "@/lib/support/tickets/reply-to-ticket";
import { watchTicket } from "@/lib/support/tickets/watch-ticket";
import { createGroup } from "@/lib/workspace/discussions/create-group";
import { digestJob } from "@/lib/workspace/discussions/digest-job";
import { joinGroup } from "@/lib/workspace/discussions/join-group";
import { startThread } from "@/lib/workspace/discussions/start-thread";
import { buildContact } from "@/prisma/seed/builders/contact";
import { bookedInvoice } from "@/tests/fixtures/booked-invoice";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { restCall } from "@/tests/fixtures/rest-call";
import { samples } from "@/tests/operations/samples";
import { header, mailbox } from "./mailbox";
import { copiesThatStay, mailsThatStay } from "./mails-that-stay";
import { noticeOfTemplate, noticeSenders, plainSenders, templates } from "./told-by-notice";

let portal: TestPortal;
let accountId: string;
beforeAll(async () => {
  portal = await testPortal();
  accountId = portal.demo.northwind.id;
  await portal.owner.outboxMail.deleteMany();
  await tellOfEverything();
});
afterAll(() => portal.close());

/** One of each mail sent for an optional notification, and one that can't be turned off. */
async function tellOfEverything(): Promise<void> {
  const { id: invoiceId } = await bookedInvoice(portal.owner, accountId, "open");
  const service = await portal.owner.service.findFirstOrThrow({ where: { accountId, status: "active" } });
  await asJob(accountId, new Date(), async (job: Job) => {
    await announceInvoice(job, invoiceId);
    const lines = [{ description: "Half", netMinor: 5000n, taxBasisPoints: 0 }];
    const note = await issueCreditNote(job, { invoiceId, lines, reason: "Half", issuedByName: "Claire" });
    await notifyCreditNote(job, note.id);
    await notifyServices(job, "suspended", [service]);
    const ended = { serviceName: service.name, productName: "Server", cancelledBy: "Ingrid", reason: "Moved" };
    await notifyServiceEnd(job, { serviceId: service.id, ...ended });
    await notifyPaymentMethod(job, { change: "added", label: "Visa •••• 4242", by: "Priya Raman" });
    await sendLoginLinks(job, { id: service.id, name: service.name, justSetUp: false }, new Date());
    await notifyInvoiceVoided(job, { id: invoiceId, number: "INV-1", currency: "EUR", totalMinor: 5000n });
  });
  const { id: ticketId } = await portal.owner.ticket.findFirstOrThrow({
    where: { accountId, department: "support", status: { not: "closed" } },
  });
  await watched(ticketId);
  const message = "We have looked into it, @Mia Mentioned.";
  await execute(await portal.as("staff-support@portcullis.example"), accountId, replyToTicket, { ticketId, message });
  const asked = { subject: "No picture", department: "support" as const, message: "The console stays black." };
  const support = await portal.as("support@northwind.example");
  const opened = await execute(support, accountId, openTicket, asked);
  await execute(support, accountId, closeTicket, { ticketId: opened.id });
  await runBatch(askForRatingJob, addDays(new Date(), 1));
  const owner = await portal.as("owner@northwind.example");
  const people = [portal.demo.northwind.contacts.billing];
  const { id: groupId } = await execute(owner, accountId, createGroup, { name: "Audit", isPrivate: false, people });
  await execute(await portal.as("billing@northwind.example"), accountId, joinGroup, { groupId });
  const started = { groupId, title: "Dates", message: "Does June suit you, @Marcus Okafor?" };
  await execute(owner, accountId, startThread, started);
  await runBatch(digestJob, addDays(new Date(), 2));
  await tellOfWorkspace();
}

/** One who watches a ticket, and one who can be mentioned: both have turned off ticket notifications. */
async function watched(ticketId: string): Promise<void> {
  const noticesOff = ["notices.support.receive"];
  for (const [name, email] of [
    ["Wim Watches", "wim@northwind.example"],
    ["Mia Mentioned", "mia@northwind.example"],
  ] as const) {
    const id = await buildContact(portal.owner, accountId, { email, name, roles: ["support"] });
    await portal.owner.contact.update({ where: { id }, data: { noticesOff } });
  }
  await execute(await portal.as("wim@northwind.example"), accountId, watchTicket, { ticketId, watch: true });
}

/** The samples of what tells people of actions, decisions, folders and meetings. */
async function tellOfWorkspace(): Promise<void> {
  const email = "owner@northwind.example";
  const { contacts } = portal.demo.northwind;
  const people = [contacts.administrator, contacts.support];
  const asked: Readonly<Record<string, object>> = {
    "actions.create": { assigneeIds: people },
    "decisions.add-members": { voters: people },
    "folders.change-access": { people },
    "meetings.publish-agenda": {},
  };
  for (const [name, more] of Object.entries(asked)) {
    const operation = operations.find((one) => one.name === name);
    if (operation === undefined) throw new Error(`There is no operation ${name}.`);
    const input = { ...(await samples[name]?.({ portal, accountId, email })), ...more };
    const response = await restCall({ operation, accountId, input, cookie: await portal.cookie(email) });
    expect(response.status, `${name}: ${await response.text()}`).toBeLessThan(300);
  }
}

const optional = (notice: string): boolean => isPermission(notice) && isOptionalNotice(notice);
const isStaff = (address: string): boolean => address.startsWith("staff-");
/** Whether this copy can't be turned off, though others of its template can. */
const stays = ({ about, toAddress }: { about: string | null; toAddress: string }): boolean =>
  isStaff(toAddress) || copiesThatStay[about ?? ""] !== undefined;
const mails = () => portal.owner.outboxMail.findMany();
const linksIn = (text: string) => [...text.matchAll(/\/api\/unsubscribe\/([\w.-]+)/g)].map(([, token]) => token);
const linkIn = (text: string): string | undefined => /\/api\/unsubscribe\/([\w.-]+)/.exec(text)?.[1];

describe("code that picks recipients by a notification", () => {
  it("mails them only through the function that adds an unsubscribe link", () => {
    expect(noticeSenders.length).toBeGreaterThan(8);
    const past = noticeSenders.filter(({ text }) => /\bsendMail\b/.test(text)).map(({ file }) => file);
    expect(past).toEqual([]);
  });
});

describe("every mail", () => {
  it("is an optional notification, or on the list of those that stay, with the reason", () => {
    const notices = noticeOfTemplate();
    const others = templates.filter((template) => !optional(notices.get(template) ?? ""));
    expect(others.sort()).toEqual(Object.keys(mailsThatStay).sort());
    for (const [template, reason] of Object.entries({ ...mailsThatStay, ...copiesThatStay }))
      expect(reason, template).toMatch(/\w.*\.$/);
  });

  it("sent past the notifications says by its record why it stays", () => {
    const notices = noticeOfTemplate();
    const kinds = plainSenders
      .filter(({ template }) => optional(notices.get(template) ?? ""))
      .flatMap(({ text }) => [...text.matchAll(/about: \{ record: \{ kind: "([a-z-]+)"/g)].map(([, kind]) => kind));
    expect([...new Set(kinds)].sort()).toEqual(Object.keys(copiesThatStay).sort());
  });

  it("has the headers of one step on the way, if it can be turned off, and none otherwise", async () => {
    const box = await mailbox();
    process.env.SMTP_URL = box.url;
    forgetEnvironment();
    const queued = await mails();
    const transport = mailTransport() as MailTransport;
    while ((await deliverMail(transport, isStillWanted)) > 0);
    transport.close();
    const sent = new Map(box.messages.map((message) => [header(message, "Message-ID"), message]));
    const delivered = queued.filter(({ messageId }) => sent.has(messageId));
    expect(delivered.length).toBeGreaterThan(20);
    for (const { messageId, template, unsubscribe } of delivered) {
      const message = sent.get(messageId);
      const headers = ["List-Unsubscribe", "List-Unsubscribe-Post"].map((name) => message && header(message, name));
      const wanted = unsubscribe === null ? [undefined, undefined] : [`<${unsubscribe}>`, "List-Unsubscribe=One-Click"];
      expect(headers, template).toEqual(wanted);
    }
  });
});

describe("an optional notification mail", () => {
  it("exists for each template", async () => {
    const known = [...noticeOfTemplate()].filter(([, notice]) => optional(notice)).map(([template]) => template);
    const written = new Set((await mails()).map(({ template }) => template));
    expect(known.length).toBeGreaterThan(4);
    expect(known.filter((template) => !written.has(template))).toEqual([]);
  });

  it("carries the recipient's own unsubscribe link for that notification in headers, HTML and text", async () => {
    const notices = noticeOfTemplate();
    const told = (await mails()).filter((mail) => optional(notices.get(mail.template) ?? "") && !stays(mail));
    expect(told.length).toBeGreaterThan(8);
    expect(told.some(({ about }) => about === "ticket-watched")).toBe(true);
    for (const { template, toAddress, about, unsubscribe, html, text } of told) {
      const what = `${template} to ${toAddress}`;
      const token = linkIn(unsubscribe ?? "") ?? "";
      const { id } = await portal.owner.contact.findFirstOrThrow({ where: { accountId, email: toAddress } });
      // One about a record that they chose turns off that record.
      const stops = readUnsubscribeToken(token) ?? readStopToken(token);
      const kind = about === "ticket-watched" ? about : template === "discussion-post" ? "discussion-thread" : null;
      const wanted = kind === null ? { notice: notices.get(template) } : { kind, id: expect.any(String) };
      expect(stops, what).toEqual({ contactId: id, ...wanted });
      for (const body of [html, text]) expect(linksIn(body), what).toContain(token);
    }
  });
});

describe("a mail that can't be turned off", () => {
  it("has no unsubscribe link: billing notifications and staff mail", async () => {
    const notices = noticeOfTemplate();
    const rest = (await mails()).filter((mail) => !optional(notices.get(mail.template) ?? "") || stays(mail));
    expect(rest.some(({ about }) => about === "ticket-mention")).toBe(true);
    expect(rest.some(({ toAddress }) => isStaff(toAddress))).toBe(true);
    expect(rest.some(({ template }) => template === "payment-method-changed")).toBe(true);
    for (const { template, toAddress, unsubscribe, html, text } of rest) {
      expect([unsubscribe, linkIn(html), linkIn(text)], `${template} to ${toAddress}`).toEqual([
        null,
        undefined,
        undefined,
      ]);
      expect(html).not.toContain("Unsubscribe");
    }
  });
});

it("no mail has another's unsubscribe link", async () => {
  for (const { html, text } of await mails()) expect(html + text).not.toContain(".invalid");
});
