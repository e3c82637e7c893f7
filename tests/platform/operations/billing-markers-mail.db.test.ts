import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { warnOfTermJob } from "@/lib/accounts/people/warn-of-term-job";
import { bringSandboxReports } from "@/lib/billing/core/payments/bring-sandbox-reports";
import { sandboxMethodRef } from "@/lib/billing/gateways/sandbox/test-methods";
import { mailRecords } from "@/lib/home/notifications/still-wanted";
import { operations } from "@/lib/http/registry";
import { runJobs } from "@/lib/jobs/run-jobs";
import { refreshBrand } from "@/lib/platform/brand/current-brand";
import type { OutboxMail } from "@/lib/platform/db/generated/client";
import { runBatch } from "@/lib/platform/jobs/run-batch";
import { addDays } from "@/lib/platform/kernel/dates";
import { deliverMail } from "@/lib/platform/mail/deliver-mail";
import { mailTransport } from "@/lib/platform/mail/mail-transport";
import { askForRatingJob } from "@/lib/support/tickets/ask-for-rating-job";
import { buildContact } from "@/prisma/seed/builders/contact";
import {
  MARKED_FIGURES,
  MARKED_LAST4,
  MARKED_WORD,
  markersIn,
  plantBillingPrices,
} from "@/tests/fixtures/billing-markers";
import { opened } from "@/tests/fixtures/opened-mail";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { type Input, restCall } from "@/tests/fixtures/rest-call";
import { withoutTokens } from "@/tests/fixtures/without-tokens";
import { columns, expected } from "@/tests/operations/expected";
import { groundOf } from "@/tests/operations/restore";
import { samples } from "@/tests/operations/samples";
import { viewers } from "@/tests/operations/viewers";
import { type Mailbox, mailbox } from "@/tests/platform/mail/mailbox";
import { byNotification, sentInAnyCase } from "@/tests/platform/mail/sent-in-any-case";
import { sampleBrand } from "@/tests/staff/brand/arrange";
import { assigned } from "@/tests/staff/role-requests/arrange";

/** People who must get nothing about billing: a support contact, and a notification-only contact for tickets and services. */
const SUPPORT = ["support", "limited", "mailbox", "again"].map((name) => `${name}@northwind.example`);
/** Support contact at Globex and billing contact at Northwind. */
const ADVISER = "billing@northwind.example";
/** Templates about money. All others are about people, services and tickets. */
const OF_MONEY = [
  "card-expires",
  "credit-note-issued",
  "invoice-issued",
  "invoice-reminder",
  "invoice-withdrawn",
  "order-placed",
  "payment-method-changed",
  "payment-news",
  "plan-changed",
  "refund-news",
];
/** About the workspace, where billing contacts take part, and about one's own way to sign in. */
const OF_EVERYBODY = [
  "action-notice",
  "decision-notice",
  "discussion-digest",
  "discussion-post",
  "folder-invited",
  "group-invitation",
  "meeting-mail",
  "term-ends",
  "two-factor-required",
];
/** Sent to people who are not signed in, about nothing but themselves. */
const BEFORE_SIGNING_IN = ["email-changed", "password-reset"];
/** Answers to mail, about nothing but that mail: tests/support/inbound-mail sends and reads them. */
const ABOUT_MAIL = ["mail-bounced", "mail-refused", "which-account"];

const TICKET_WORD = "Marmalade";

/** The sample data's own company and addresses. */
const withoutSamples = (text: string) => text.replace(/[\w.+-]+@portcullis\.example|Portcullis Hosting B\.V\./gi, "");

let portal: TestPortal;
let box: Mailbox;
let northwind: string;
let globex: string;
let sent: OutboxMail[];
beforeAll(async () => {
  portal = await testPortal();
  box = await mailbox();
  process.env.SMTP_URL = box.url;
  process.env.MAIL_FROM = "Portal <portal@host.example>";
  northwind = portal.demo.northwind.id;
  globex = portal.demo.globex.id;
  await portal.owner.brand.create({ data: sampleBrand });
  await portal.owner.legalEntity.updateMany({ data: { name: "Northstar Hosting Ltd" } });
  await refreshBrand();
  await addReaders();
  for (const accountId of [northwind, globex]) await plantBillingPrices(portal.owner, accountId);
  await portal.owner.outboxMail.deleteMany();
  await everyCommandOnce();
  for (const accountId of [northwind, globex]) await plantBillingPrices(portal.owner, accountId);
  await liveTwoMonths();
  sent = await portal.owner.outboxMail.findMany({ orderBy: { createdAt: "asc" } });
});
afterAll(async () => {
  await box.close();
  await portal.close();
});

async function addReaders(): Promise<void> {
  const { owner, demo } = portal;
  await buildContact(owner, northwind, {
    email: "limited@northwind.example",
    name: "Lim Ited",
    roles: ["support"],
    services: [demo.northwind.services.web1],
  });
  await buildContact(owner, northwind, {
    email: "again@northwind.example",
    name: "Gi Venagain",
    permissions: [{ permission: "support.tickets.view" }],
  });
  await buildContact(owner, northwind, {
    email: "mailbox@northwind.example",
    name: "Operations Mailbox",
    login: false,
    permissions: [{ permission: "notices.support.receive" }, { permission: "notices.services.receive" }],
  });
}

type Operation = (typeof operations)[number];

async function call(operation: Operation, email: string, input: Input, accountId = northwind): Promise<void> {
  const response = await restCall({ operation, accountId, input, cookie: await portal.cookie(email) });
  expect(response.status, `${operation.name}: ${await response.clone().text()}`).toBeLessThan(300);
}

async function ask(name: string, email: string, input: Input, accountId = northwind): Promise<void> {
  const operation = operations.find((one) => one.name === name);
  if (operation === undefined) throw new Error(`There is no operation ${name}.`);
  await call(operation, email, input, accountId);
}

/** Runs every command as the first person allowed to, so that any mail it causes, now or on later days, is in the outbox. */
async function everyCommandOnce(): Promise<void> {
  const restore = await groundOf(portal);
  for (const operation of operations.filter(({ kind }) => kind === "command")) {
    const { name } = operation;
    const column = columns[(expected[name] ?? "").trim().split(/\s+/).indexOf("+")] ?? "owner";
    const email = viewers[column];
    await call(operation, email, (await samples[name]?.({ portal, accountId: northwind, email })) ?? {});
    await restore(name);
  }
  // Invoices left by the samples must not be what suspends the services later.
  await portal.owner.invoice.updateMany({ where: { accountId: northwind, status: "open" }, data: { status: "void" } });
}

/** Moves the billing clock to a later day and runs the scheduled jobs. */
async function day(days: number): Promise<void> {
  const shiftMs = BigInt(addDays(new Date(0), days).getTime());
  await portal.owner.clockShift.upsert({ where: { id: 1 }, create: { id: 1, shiftMs }, update: { shiftMs } });
  const { failures } = await runJobs(addDays(new Date(), days));
  expect(failures).toEqual([]);
}

/** The card charged from now on: marked, about to expire, with the given behaviour at the bank. */
async function card(accountId: string, behaviour: "success" | "declined" | "dispute"): Promise<string> {
  await portal.owner.paymentMethod.updateMany({ where: { accountId }, data: { isDefault: false } });
  const until = addDays(new Date(), 40);
  const { id } = await portal.owner.paymentMethod.create({
    data: {
      accountId,
      kind: "card",
      gatewayRef: sandboxMethodRef(behaviour, randomUUID()),
      brand: MARKED_WORD,
      last4: MARKED_LAST4,
      holder: MARKED_WORD,
      expMonth: until.getUTCMonth() + 1,
      expYear: until.getUTCFullYear(),
      isDefault: true,
    },
  });
  return id;
}

/** Northwind renews on the 9th and Globex on the 17th; these are the days of reminders, charges and suspension. */
const DAYS = [0, 9, 17, 20, 23, 26, 28, 30, 31, 32, 35, 40, 44, 46];
const OWNER = viewers.owner;
const ACCOUNTING = viewers.accounting;

async function openInvoices(): Promise<string[]> {
  const where = { accountId: northwind, status: "open" as const };
  return (await portal.owner.invoice.findMany({ where, orderBy: { dueAt: "asc" } })).map(({ id }) => id);
}

/**
 * Northwind doesn't pay until its services are suspended, then pays, gets a partial refund and disputes a payment; Globex is
 * charged automatically, which fails. One service ends with its period, and someone writes to support about another.
 */
async function liveTwoMonths(): Promise<void> {
  const { owner, demo } = portal;
  const { web1, web2 } = demo.northwind.services;
  await card(globex, "declined");
  const versionOf = async (id: string) => (await owner.service.findUniqueOrThrow({ where: { id } })).version;
  const { id: productId } = await owner.product.findUniqueOrThrow({ where: { slug: "vps-s" } });
  await ask("services.order", OWNER, { productId, term: "month", name: "marked.example" });
  const end = { serviceId: web2, confirmName: "web-02.northwind.example", when: "periodEnd" };
  await ask("services.cancel", OWNER, { ...end, version: await versionOf(web2) });
  for (const days of DAYS) await day(days);
  expect(await owner.service.findUnique({ where: { id: web1 } })).toMatchObject({ status: "suspended" });
  expect(await owner.service.findUnique({ where: { id: web2 } })).toMatchObject({ status: "cancelled" });
  const paymentId = await payUp();
  await day(47);
  expect(await owner.service.findUnique({ where: { id: web1 } })).toMatchObject({ status: "active" });
  await payBack(paymentId);
  await day(48);
  const again = await owner.contact.findFirstOrThrow({ where: { email: "again@northwind.example" } });
  await assigned(portal, viewers.manager, northwind, { contactId: again.id, role: "support" });
  await ask("tickets.open", viewers.administrator, { subject: "Slow", message: TICKET_WORD, serviceId: web1 });
  const { id: ticketId } = await owner.ticket.findFirstOrThrow({ where: { accountId: northwind, subject: "Slow" } });
  await ask("tickets.close", viewers.administrator, { ticketId });
  await runBatch(askForRatingJob, addDays(new Date(), 1));
  await mentionSomebody();
  // In real time: access has no billing clock.
  await owner.contact.update({ where: { id: again.id }, data: { endsAt: addDays(new Date(), 10) } });
  await runBatch(warnOfTermJob, new Date());
}

/** In a thread of a group that the adviser has joined. */
async function mentionSomebody(): Promise<void> {
  const people = [portal.demo.northwind.contacts.billing];
  await ask("discussions.create-group", OWNER, { name: "Audit", isPrivate: false, people });
  const where = { accountId: northwind, name: "Audit" };
  const { id: groupId } = await portal.owner.discussionGroup.findFirstOrThrow({ where });
  await ask("discussions.join-group", ADVISER, { groupId });
  const started = { groupId, title: "Dates", message: "Does June suit you, @Marcus Okafor?" };
  await ask("discussions.start-thread", OWNER, started);
}

/** Pays everything that is due, the oldest with a card whose owner disputes it. Returns the payment of the rest. */
async function payUp(): Promise<string> {
  const { owner } = portal;
  const [first = "", ...others] = await openInvoices();
  await ask("payments.pay", OWNER, { invoiceIds: [first], methodId: await card(northwind, "dispute") });
  await bringSandboxReports();
  expect(await owner.dispute.count({ where: { accountId: northwind } })).toBeGreaterThan(0);
  const methodId = await card(northwind, "success");
  await ask("payments.pay", OWNER, { invoiceIds: others, methodId });
  return (await owner.payment.findFirstOrThrow({ where: { paymentMethodId: methodId, status: "succeeded" } })).id;
}

async function payBack(paymentId: string): Promise<void> {
  const { owner } = portal;
  const { version, allocations } = await owner.payment.findUniqueOrThrow({
    where: { id: paymentId },
    include: { allocations: true },
  });
  const refund = { paymentId, version, amount: "73918.46", from: "invoices", reason: MARKED_WORD };
  await ask("payments.refund", ACCOUNTING, refund);
  const paid = await owner.invoice.findFirstOrThrow({
    where: { id: { in: allocations.map(({ invoiceId }) => invoiceId) }, status: "paid" },
  });
  await ask("invoices.credit", ACCOUNTING, { invoiceId: paid.id, version: paid.version, reason: MARKED_WORD });
}

const toSupport = () =>
  sent.filter(
    ({ toAddress, accountId }) => SUPPORT.includes(toAddress) || (toAddress === ADVISER && accountId === globex),
  );

const BILLING_WORDS =
  /invoice|payment|\bpaid\b|\bpay\b|overdue|\bowe|\bdue\b|debt|billing|refund|credit|\bcard\b|charge|price|[€$£]|\b(?:EUR|USD|GBP)\b/i;
const AMOUNT = /\d[.,]\d\d\b/;
const CARD = /•••• \w{4}/;
/** Actions have a due date and can be overdue, which is not about money. */
const withoutDueDate = (template: string, text: string) =>
  template === "action-notice" ? text.replace(/\b(?:due date|overdue|due (?:today|soon|on))\b/gi, "") : text;
const wordsOf = (html: string) => html.replace(/<(style|head)[\s\S]*?<\/\1>/g, " ").replace(/<[^>]*>/g, " ");

describe("mails to everyone else", () => {
  it("cover every kind", () => {
    const lib = path.join(import.meta.dirname, "../../../lib");
    const templates = readdirSync(lib, { recursive: true, encoding: "utf8" })
      .filter((file) => /\/mail\/[^/]+\.tsx$/.test(file))
      .map((file) => path.basename(file, ".tsx"));
    const templatesSent = new Set(sent.map(({ template }) => template));
    expect(templates.filter((template) => !templatesSent.has(template)).sort()).toEqual(
      [...BEFORE_SIGNING_IN, ...ABOUT_MAIL].sort(),
    );
  });

  it("are bound to a reader and what it is about, or listed as sent in any case", () => {
    for (const { template, contactId, personId, permission, about } of sent) {
      const what = [template, contactId, personId, permission, about].join(" ");
      const reader = contactId ?? personId;
      expect(reader === null, what).toBe(template in sentInAnyCase);
      if (template in byNotification) expect([permission, about], what).toEqual([expect.any(String), null]);
      if (about !== null) expect(mailRecords.has(about), what).toBe(true);
    }
  });

  it("contain the billing markers", () => {
    for (const template of OF_MONEY) {
      const found = sent.filter((mail) => mail.template === template && !SUPPORT.includes(mail.toAddress));
      const telling = found.filter(({ subject, text }) => AMOUNT.test(text) || CARD.test(subject + text));
      expect(telling, template).not.toEqual([]);
    }
    expect(sent.flatMap(({ subject, text, html }) => markersIn(subject + text + html))).toEqual(
      expect.arrayContaining([MARKED_WORD, MARKED_LAST4, MARKED_FIGURES[2]]),
    );
  });
});

describe("mails to contacts with only support", () => {
  it("are about services, tickets and their own login", () => {
    const all = toSupport();
    expect(new Set(all.map(({ toAddress }) => toAddress))).toEqual(new Set([...SUPPORT, ADVISER]));
    const templates = new Set(all.map(({ template }) => template));
    expect([...templates]).toEqual(expect.arrayContaining(["services-stopped", "service-cancelled", "ticket-message"]));
    for (const template of OF_MONEY) expect([...templates]).not.toContain(template);
    expect(all.filter(({ kind }) => kind === "billing")).toEqual([]);
  });

  it("contain no marker, amount or billing term", () => {
    for (const mail of toSupport()) {
      expect(markersIn(JSON.stringify(mail)), mail.subject).toEqual([]);
      for (const text of [mail.subject, withoutTokens(mail.text), wordsOf(mail.html)]) {
        expect(BILLING_WORDS.exec(withoutDueDate(mail.template, text)), text).toBeNull();
        expect(CARD.exec(text), text).toBeNull();
        expect(AMOUNT.exec(text), text).toBeNull();
      }
    }
  });

  it("have no header or attachment that reveals more", async () => {
    const wanted = toSupport();
    await portal.owner.outboxMail.deleteMany({ where: { id: { notIn: wanted.map(({ id }) => id) } } });
    const transport = mailTransport();
    // Months later some of what they are about is gone. This is about what the mails contain.
    expect(await deliverMail(transport, async () => true)).toBe(wanted.length);
    transport?.close();
    expect(box.messages).toHaveLength(wanted.length);
    for (const message of box.messages) {
      expect(markersIn(opened(message))).toEqual([]);
      expect(message).not.toMatch(/content-disposition: attachment/i);
      expect(opened(message)).toMatch(/List-Unsubscribe|Auto-Submitted/);
    }
  });
});

test("every kind of mail has the company's name, colour and footer, and never the product's name", () => {
  for (const { template, subject, text, html } of sent) {
    expect(text, template).toContain("Northstar Hosting customer portal");
    expect(text, template).toContain("1 Main Street, Dublin");
    expect(html, template).toContain("#7a1fa2");
    expect(withoutSamples(subject + text + html).match(/.{0,60}portcullis.{0,60}/i)?.[0], template).toBeUndefined();
  }
});

test("billing contacts get no mail about tickets or credentials", () => {
  const toBilling = sent.filter(({ toAddress, accountId }) => toAddress === ADVISER && accountId === northwind);
  expect(toBilling.length).toBeGreaterThan(5);
  for (const { template, subject, text, html } of toBilling) {
    expect([...OF_MONEY, ...OF_EVERYBODY], subject).toContain(template);
    expect(subject + text + html).not.toContain(TICKET_WORD);
  }
  expect(sent.some(({ text }) => text.includes(TICKET_WORD))).toBe(true);
});
