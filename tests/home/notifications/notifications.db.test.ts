import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { askForPermission } from "@/lib/accounts/access/ask-for-permission";
import { countUnread, countUnreadForStaff } from "@/lib/home/notifications/count-unread";
import { listNotificationsForStaff } from "@/lib/home/notifications/list-for-staff";
import { listNotifications } from "@/lib/home/notifications/list-notifications";
import { markAllRead } from "@/lib/home/notifications/mark-all-read";
import { markRead } from "@/lib/home/notifications/mark-read";
import { clearUp } from "@/lib/jobs/clear-up";
import { addDays } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import type { AnyOperation, InputOf, OutputOf } from "@/lib/platform/operations/operation";
import { noteOnTicket } from "@/lib/support/tickets/note-on-ticket";
import { openTicket } from "@/lib/support/tickets/open-ticket";
import { replyToTicket } from "@/lib/support/tickets/reply-to-ticket";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { viewers } from "@/tests/operations/viewers";

const AGENT = "staff-support@portcullis.example";
const ACCOUNTING = "staff-accounting@portcullis.example";
const SUPPORT = "support@northwind.example";
const OWNER = "owner@northwind.example";
const BILLING = "billing@northwind.example";

let portal: TestPortal;
let account: string;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
});
afterAll(() => portal.close());
beforeEach(() => portal.owner.notification.deleteMany());

async function ask<Op extends AnyOperation>(
  email: string,
  operation: Op,
  input: InputOf<Op>,
  on: string | null = account,
): Promise<OutputOf<Op>> {
  return execute(await portal.as(email), on, operation, input);
}

const open = async (email = SUPPORT) =>
  (await ask(email, openTicket, { subject: "The server is slow", message: "Please look." })).id;
const titles = async (email: string, show: "all" | "unread" = "all") =>
  (await ask(email, listNotifications, { show })).items.map(({ title }) => title);
const unread = async (email: string) => (await ask(email, countUnread, {})).unread;

it("shows what can be seen below hundreds that can't, page by page, and counts to a hundred", async () => {
  const { owner } = portal;
  const { id: personId } = await owner.person.findUniqueOrThrow({ where: { email: SUPPORT } });
  const { id: invoiceId } = await owner.invoice.findFirstOrThrow({ where: { accountId: account, status: "open" } });
  const ticketId = await open();
  const about = (kind: string, record: object, number: number, age: number) =>
    Array.from({ length: number }, (_, at) => {
      const createdAt = new Date(Date.now() - (age + at) * 1000);
      return { personId, accountId: account, kind, ...record, createdAt, readAt: new Date() };
    });
  await owner.notification.createMany({ data: about("invoice-issued", { invoiceId }, 700, 0) });
  const page = (number: number) => ask(SUPPORT, listNotifications, { page: number });
  expect(await page(1)).toMatchObject({ items: [], total: 0, totalIsExact: true, hasNext: false });
  await owner.notification.createMany({ data: about("ticket-message", { ticketId }, 120, 1000) });
  const pages = [await page(1), await page(4), await page(5)];
  expect(pages.map(({ items, hasNext }) => [items.length, hasNext])).toEqual([
    [25, true],
    [25, true],
    [20, false],
  ]);
  expect(pages.map(({ total, totalIsExact }) => [total, totalIsExact])).toEqual([
    [100, false],
    [100, false],
    [120, true],
  ]);
  const seen = await owner.notification.findMany({ where: { ticketId, personId }, orderBy: { createdAt: "desc" } });
  expect(pages.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(
    [...seen.slice(0, 25), ...seen.slice(75)].map(({ id }) => id),
  );
});

describe("the bell's number", () => {
  it("counts what the list shows, for everyone and every record, though each asks the database in its own way", async () => {
    const people = Object.values(viewers);
    const persons = await portal.owner.person.findMany({ where: { email: { in: people } } });
    const columns = { select: { id: true, accountId: true } } as const;
    const { action, decision, invoice, meeting, ticket } = portal.owner;
    const records = {
      "action-assigned": (await action.findMany(columns)).map(({ id, ...at }) => ({ ...at, actionId: id })),
      "decision-vote": (await decision.findMany(columns)).map(({ id, ...at }) => ({ ...at, decisionId: id })),
      "invoice-issued": (await invoice.findMany(columns)).map(({ id, ...at }) => ({ ...at, invoiceId: id })),
      "meeting-invitation": (await meeting.findMany(columns)).map(({ id, ...at }) => ({ ...at, meetingId: id })),
      "ticket-message": (await ticket.findMany(columns)).map(({ id, ...at }) => ({ ...at, ticketId: id })),
    };
    const shown: Record<string, number> = {};
    for (const [kind, about] of Object.entries(records)) {
      await portal.owner.notification.deleteMany();
      const rows = persons.flatMap(({ id: personId }) => about.map((one) => ({ ...one, personId, kind })));
      // A few of each, so that none is more than is counted.
      await portal.owner.notification.createMany({
        data: rows.filter((_, index) => about.length < 90 || index % 7 === 0),
      });
      for (const email of people) {
        const { total } = await ask(email, listNotifications, { show: "unread" });
        expect(await unread(email), `${kind} of ${email}`).toBe(Math.min(Number(total), 100));
        shown[kind] = (shown[kind] ?? 0) + Number(total);
      }
    }
    for (const kind of Object.keys(records)) expect(shown[kind], kind).toBeGreaterThan(0);
  });

  it("counts kinds that need Prisma together with those that don't", async () => {
    const owner = await portal.owner.person.findUniqueOrThrow({ where: { email: OWNER } });
    const at = { accountId: account, personId: owner.id };
    const { id: invoiceId } = await portal.owner.invoice.findFirstOrThrow({
      where: { accountId: account, status: "open" },
    });
    await portal.owner.notification.create({ data: { ...at, kind: "invoice-issued", invoiceId } });
    expect(await unread(OWNER)).toBe(1);
    const { id: discussionThreadId } = await portal.owner.discussionThread.findFirstOrThrow({
      where: { accountId: account },
    });
    await portal.owner.notification.create({ data: { ...at, kind: "discussion-post", discussionThreadId } });
    const { total } = await ask(OWNER, listNotifications, { show: "unread" });
    expect(await unread(OWNER)).toBe(total);
  });
});

describe("a message on a ticket", () => {
  it("is behind the bell of the account's ticket recipients and of staff, and not of its author or of billing", async () => {
    const ticketId = await open();
    const { number } = await portal.owner.ticket.findUniqueOrThrow({ where: { id: ticketId } });
    for (const email of [OWNER, AGENT])
      expect(await titles(email), email).toEqual([`New message on ticket #${number}`]);
    for (const email of [SUPPORT, BILLING, ACCOUNTING]) expect(await titles(email), email).toEqual([]);
  });

  it("is counted once more while the one before is unread, and anew after that", async () => {
    const ticketId = await open();
    await ask(SUPPORT, replyToTicket, { ticketId, message: "Still slow." });
    const { number } = await portal.owner.ticket.findUniqueOrThrow({ where: { id: ticketId } });
    expect(await titles(OWNER)).toEqual([`2 new messages on ticket #${number}`]);
    await ask(OWNER, markAllRead, {});
    await ask(SUPPORT, replyToTicket, { ticketId, message: "And now?" });
    expect(await titles(OWNER, "unread")).toEqual([`New message on ticket #${number}`]);
    expect(await titles(OWNER)).toHaveLength(2);
  });

  it("that is an internal note is behind nobody's bell", async () => {
    const ticketId = await open();
    await portal.owner.notification.deleteMany();
    await ask(AGENT, noteOnTicket, { ticketId, message: "Among us." });
    expect(await portal.owner.notification.count()).toBe(0);
  });

  it("tells why the person gets it, and leads to the ticket", async () => {
    const ticketId = await open();
    const { items } = await ask(OWNER, listNotifications, {});
    expect(items).toMatchObject([
      {
        why: "You get ticket notifications.",
        detail: "The server is slow",
        path: `/a/${account}/tickets/${ticketId}`,
        read: false,
      },
    ]);
  });
});

describe("a notification", () => {
  it("is neither shown nor counted once the person may no longer see its record", async () => {
    await open();
    expect([await unread(OWNER), (await titles(OWNER)).length]).toEqual([1, 1]);
    const { contactId, accountId } = await withoutTickets("administrator@northwind.example");
    expect([
      await unread("administrator@northwind.example"),
      (await titles("administrator@northwind.example")).length,
    ]).toEqual([0, 0]);
    await portal.owner.contactPermission.deleteMany({ where: { accountId, contactId } });
    expect(await unread("administrator@northwind.example")).toBe(1);
  });

  it("on another account is not found there, nor listed", async () => {
    await open();
    const { id: notificationId } = await portal.owner.notification.findFirstOrThrow();
    const stranger = ask("owner@globex.example", markRead, { notificationId }, null);
    await expect(stranger).rejects.toMatchObject({ code: "not-found" });
    const elsewhere = ask("owner@globex.example", listNotifications, {}, portal.demo.globex.id);
    expect((await elsewhere).items).toEqual([]);
  });

  it("of somebody else can't be marked as read", async () => {
    await open();
    const other = await portal.owner.notification.findFirstOrThrow({ where: { person: { email: OWNER } } });
    await expect(ask(SUPPORT, markRead, { notificationId: other.id }, null)).rejects.toMatchObject({
      code: "not-found",
    });
    await ask(OWNER, markRead, { notificationId: other.id }, null);
    expect(await unread(OWNER)).toBe(0);
    // Again, from another tab.
    await ask(OWNER, markRead, { notificationId: other.id }, null);
  });

  it("is marked with all others of the account, and of no other account", async () => {
    await open();
    const stays = ask(OWNER, markAllRead, { account: portal.demo.globex.id }, null);
    expect(await stays).toEqual({ marked: 0 });
    expect(await ask(OWNER, markAllRead, { account }, null)).toEqual({ marked: 1 });
    expect(await unread(OWNER)).toBe(0);
  });

  it("is deleted after ninety days", async () => {
    await open();
    const [old] = await portal.owner.notification.findMany();
    const before = await portal.owner.notification.count();
    await portal.owner.notification.update({
      where: { id: old?.id ?? "" },
      data: { createdAt: addDays(new Date(), -91) },
    });
    await clearUp(new Date());
    expect(await portal.owner.notification.count()).toBe(before - 1);
  });
});

describe("staff", () => {
  it("see theirs of all accounts in the console", async () => {
    await open();
    const { items } = await ask(AGENT, listNotificationsForStaff, {}, null);
    expect(items).toMatchObject([{ detail: "The server is slow" }]);
    expect(await ask(AGENT, countUnreadForStaff, {}, null)).toEqual({ unread: 1 });
  });
});

it("a request for access is behind the bell of those who may grant it", async () => {
  await ask(SUPPORT, askForPermission, { permission: "billing.invoices.view" });
  const { items } = await ask(OWNER, listNotifications, {});
  expect(items).toMatchObject([
    { title: "New access request", detail: "View invoices", path: `/a/${account}/people/requests` },
  ]);
  expect(await titles("billing@northwind.example")).toEqual([]);
});

it("two messages at the same time are one notification that counts both", async () => {
  const ticketId = await open();
  await portal.owner.notification.deleteMany();
  const replies = ["One", "Two", "Three"].map((message) => ask(SUPPORT, replyToTicket, { ticketId, message }));
  await Promise.all(replies);
  const [own] = await portal.owner.notification.findMany({ where: { person: { email: OWNER } } });
  expect(own?.times).toBe(3);
});

/** Takes the tickets from somebody. */
async function withoutTickets(email: string) {
  const contact = await portal.owner.contact.findFirstOrThrow({ where: { accountId: account, email } });
  const mine = { accountId: account, contactId: contact.id };
  await portal.owner.contactPermission.create({
    data: { ...mine, permission: "support.tickets.view", effect: "off", givenByName: "Test" },
  });
  return mine;
}
