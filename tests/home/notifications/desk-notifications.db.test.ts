import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { downloadStatementCsv } from "@/lib/billing/statements/download-statement-csv";
import { countUnread } from "@/lib/home/notifications/count-unread";
import { listNotificationsForStaff } from "@/lib/home/notifications/list-for-staff";
import { listNotifications } from "@/lib/home/notifications/list-notifications";
import { prepareExports } from "@/lib/jobs/prepare-exports";
import { execute } from "@/lib/platform/operations/execute";
import { changeTicket } from "@/lib/support/queue/change-ticket";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { ticketForStaff } from "@/tests/support/queue/arrange";

const BILLING = "billing@northwind.example";
const OWNER = "owner@northwind.example";
const AGENT = "staff-support@portcullis.example";
const MANAGER = "staff-manager@portcullis.example";
const ACCOUNTING = "staff-accounting@portcullis.example";

let portal: TestPortal;
let account: string;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
});
afterAll(() => portal.close());
beforeEach(async () => {
  await portal.owner.export.deleteMany();
  await portal.owner.notification.deleteMany();
});

const behindBell = async (email: string) =>
  (await execute(await portal.as(email), account, listNotifications, { show: "all" })).items;
const unread = async (email: string) => (await execute(await portal.as(email), account, countUnread, {})).unread;
const forStaff = async (email: string) =>
  (await execute(await portal.as(email), null, listNotificationsForStaff, { show: "all" })).items;

describe("a file that was prepared in the background", () => {
  const prepared = async () => {
    const period = { from: "2015-01-01", to: "2199-12-31" };
    const { id } = await execute(await portal.as(BILLING), account, downloadStatementCsv.prepare, period);
    await prepareExports();
    return id;
  };

  it("is behind the bell of whoever asked for it, and of nobody else", async () => {
    await prepared();
    expect(await behindBell(BILLING)).toMatchObject([
      { title: "The file you asked for is ready", path: `/a/${account}/statement#prepared-files` },
    ]);
    expect([await unread(BILLING), await unread(OWNER)]).toEqual([1, 0]);
  });

  it("is neither shown nor counted once they may no longer download it", async () => {
    await prepared();
    const contact = await portal.owner.contact.findFirstOrThrow({ where: { accountId: account, email: BILLING } });
    const mine = { accountId: account, contactId: contact.id };
    const off = { ...mine, permission: "billing.statements.view", effect: "off" as const, givenByName: "Test" };
    await portal.owner.contactPermission.create({ data: off });
    expect([await unread(BILLING), (await behindBell(BILLING)).length]).toEqual([0, 0]);
    await portal.owner.contactPermission.deleteMany({ where: mine });
    expect(await unread(BILLING)).toBe(1);
  });

  it("goes from the bell with the file", async () => {
    const id = await prepared();
    await portal.owner.export.delete({ where: { id } });
    expect(await portal.owner.notification.count()).toBe(0);
  });

  it("that couldn't be prepared says so", async () => {
    const id = await prepared();
    await portal.owner.notification.deleteMany();
    await portal.owner.export.update({ where: { id }, data: { state: "running" } });
    await portal.owner.export.update({ where: { id }, data: { state: "failed", failure: "x" } });
    expect(await behindBell(BILLING)).toMatchObject([{ title: "A file you asked for couldn't be prepared" }]);
  });

  it("for a program, or for the staff console, is behind nobody's bell", async () => {
    const id = await prepared();
    await portal.owner.notification.deleteMany();
    await portal.owner.export.update({ where: { id }, data: { state: "running", accountId: null } });
    await portal.owner.export.update({ where: { id }, data: { state: "ready" } });
    expect(await portal.owner.notification.count()).toBe(0);
  });
});

describe("a ticket that is assigned", () => {
  const assign = async (ticketId: string, to: string, by = MANAGER) =>
    execute(await portal.as(by), account, changeTicket, { ticketId, act: `assign:${to}` });
  const ticket = () =>
    ticketForStaff({ portal, accountId: account, email: MANAGER }, { department: "support", subject: "For you" });

  it("by a colleague is behind the bell of the assignee alone", async () => {
    const id = await ticket();
    const { number } = await portal.owner.ticket.findUniqueOrThrow({ where: { id } });
    await assign(id, portal.demo.staff.supportId);
    expect(await forStaff(AGENT)).toMatchObject([
      { title: `Ticket #${number} was assigned to you`, detail: "For you", path: `/a/${account}/tickets/${id}` },
    ]);
    expect([(await forStaff(MANAGER)).length, (await forStaff(ACCOUNTING)).length]).toEqual([0, 0]);
  });

  it("to oneself, or again to the same person, is behind nobody's bell once more", async () => {
    const id = await ticket();
    await assign(id, "me", AGENT);
    await assign(id, portal.demo.staff.supportId);
    expect(await portal.owner.notification.count()).toBe(0);
  });

  it("is gone from the bell when it is somebody else's", async () => {
    const id = await ticket();
    await assign(id, portal.demo.staff.supportId);
    await assign(id, "nobody");
    expect(await forStaff(AGENT)).toEqual([]);
  });
});
