import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listInvoices } from "@/lib/billing/invoices/list-invoices";
import { viewDashboard } from "@/lib/home/dashboard/view-dashboard";
import { addDays, addMonths } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import { openTicket } from "@/lib/support/tickets/open-ticket";
import { buildContact } from "@/prisma/seed/builders/contact";
import { buildInvoice } from "@/prisma/seed/builders/invoice";
import { buildTicket } from "@/prisma/seed/builders/ticket";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

let portal: TestPortal;
let account: string;
const now = new Date();

beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
});
afterAll(() => portal.close());

const dashboardOf = async (who: string) =>
  execute(await portal.as(`${who}@northwind.example`), account, viewDashboard, {});

describe("the dashboard contains the parts the viewer can see and nothing of the others", () => {
  const people = ["roleRequests", "requests", "invitations", "unverified"];
  const workspace = ["actions", "discussions", "meetings"];
  // A vote waits for everyone here but billing, who has cast all of theirs.
  it.each([
    ["owner", ["invoices", "cards", "tickets", ...workspace, "decisions", ...people, "services", "activity"]],
    ["administrator", ["invoices", "cards", "tickets", ...workspace, "decisions", ...people, "services", "activity"]],
    ["billing", ["invoices", "cards", ...workspace, "services"]],
    ["support", ["tickets", ...workspace, "decisions", "services"]],
    ["billing-support", ["invoices", "cards", "tickets", ...workspace, "decisions", "services"]],
    ["custom", ["tickets", "services"]],
  ])("%s", async (who, parts) => {
    expect(Object.keys(await dashboardOf(who)).sort()).toEqual([...parts].sort());
  });

  it("suspended people and staff have none", async () => {
    const staff = await portal.as("staff-support@portcullis.example");
    expect((await problemOf(execute(staff, account, viewDashboard, {}))).code).toBe("refused");
    expect((await problemOf(dashboardOf("dagny.bakker"))).code).toBe("refused");
  });
});

describe("recent activity", () => {
  it("shows completed actions, not denied attempts", async () => {
    const owner = await portal.as("owner@northwind.example");
    const opened = await execute(owner, account, openTicket, { subject: "Done last", message: "x" });
    const staff = await portal.as("staff-support@portcullis.example");
    await problemOf(execute(staff, account, viewDashboard, {}));
    await problemOf(execute(await portal.as("support@northwind.example"), account, listInvoices, {}));
    const { activity } = await dashboardOf("owner");
    expect(activity?.[0]?.summary).toBe(`Opened ticket #${opened.number}`);
    expect(activity?.map(({ summary }) => summary).join()).not.toContain("Tried");
  });
});

describe("a viewer with only support gets nothing about billing", () => {
  it("has no amount, currency, invoice or card", async () => {
    const support = JSON.stringify(await dashboardOf("support"));
    expect(support).not.toMatch(/minor|\bEUR\b|invoice_|INV-|last4|price/i);
    const renewing = (await dashboardOf("support")).services?.renewing ?? [];
    expect(renewing.length).toBeGreaterThan(0);
    expect(renewing.filter((service) => "price" in service)).toEqual([]);
  });

  it("billing sees the prices of the same services and no tickets", async () => {
    const { services, ...rest } = await dashboardOf("billing");
    expect(services?.renewing.length).toBeGreaterThan(0);
    expect(services?.renewing.filter(({ price }) => !(price && price.amountMinor > 0))).toEqual([]);
    expect(JSON.stringify(rest)).not.toMatch(/ticket/i);
  });

  it("a viewer limited to two services sees only those", async () => {
    const { services, tickets } = await dashboardOf("custom");
    const names = [...(services?.renewing ?? []), ...(services?.suspended ?? [])].map(({ name }) => name);
    expect(names.sort()).toEqual(["staging.northwind.example", "web-01.northwind.example"]);
    const seen = await portal.owner.ticket.count({
      where: {
        accountId: account,
        status: "answered",
        serviceId: { in: [portal.demo.northwind.services.web1, portal.demo.northwind.services.staging] },
      },
    });
    expect(tickets?.waitingCount).toBe(seen);
  });
});

describe("the figures", () => {
  it("count what is due and overdue, and leave out drafts, paid parts and other accounts", async () => {
    const before = await dashboardOf("billing");
    const line = { description: "Consulting", unitMinor: 10_000 };
    const invoice = { lines: [line], taxBasisPoints: 0 };
    await buildInvoice(portal.owner, account, {
      ...invoice,
      number: "INV-T-1",
      status: "open",
      issuedAt: addDays(now, -60),
    });
    await buildInvoice(portal.owner, account, { ...invoice, number: null, status: "draft", issuedAt: now });
    const part = await buildInvoice(portal.owner, account, {
      ...invoice,
      number: "INV-T-2",
      status: "open",
      issuedAt: now,
    });
    await portal.owner.invoice.update({ where: { id: part }, data: { paidMinor: 4_000n } });
    const after = await dashboardOf("billing");
    expect((after.invoices?.dueCount ?? 0) - (before.invoices?.dueCount ?? 0)).toBe(2);
    expect((after.invoices?.overdueCount ?? 0) - (before.invoices?.overdueCount ?? 0)).toBe(1);
    const total = (one: typeof after) =>
      one.invoices?.totals.find(({ currency }) => currency === "EUR")?.amountMinor ?? 0;
    expect(total(after) - total(before)).toBe(10_000 + 6_000);
    expect(after.invoices?.next).toMatchObject({ number: "INV-T-1", left: { amountMinor: 10_000, currency: "EUR" } });
  });

  it("keep currencies apart", async () => {
    const lines = [{ description: "In dollars", unitMinor: 500 }];
    const id = await buildInvoice(portal.owner, account, {
      number: "INV-T-3",
      status: "open",
      issuedAt: now,
      lines,
      taxBasisPoints: 0,
    });
    await portal.owner.invoice.update({ where: { id }, data: { currency: "USD" } });
    expect((await dashboardOf("billing")).invoices?.totals.map(({ currency }) => currency)).toEqual(["EUR", "USD"]);
  });

  it("include expired and expiring cards only", async () => {
    await portal.owner.paymentMethod.deleteMany({ where: { accountId: account } });
    const card = (last4: string, at: Date) => ({
      accountId: account,
      kind: "card" as const,
      brand: "Visa",
      holder: "Northwind",
      last4,
      expMonth: at.getUTCMonth() + 1,
      expYear: at.getUTCFullYear(),
    });
    await portal.owner.paymentMethod.createMany({
      data: [card("0001", addMonths(now, -1)), card("0002", now), card("0003", addMonths(now, 6))],
    });
    const { cards } = await dashboardOf("billing");
    expect(cards?.map(({ last4, ended }) => [last4, ended])).toEqual([
      ["0001", true],
      ["0002", false],
    ]);
  });

  it("count tickets by who has to reply", async () => {
    const before = (await dashboardOf("support")).tickets;
    const openedBy = { contactId: portal.demo.northwind.contacts.owner, name: "Ingrid Solheim" };
    for (const status of ["open", "answered", "answered", "closed"] as const) {
      await buildTicket(portal.owner, account, {
        subject: `A ${status} one`,
        status,
        openedBy,
        openedAt: now,
        messages: [{ body: "x" }],
      });
    }
    const after = (await dashboardOf("support")).tickets;
    expect((after?.waitingCount ?? 0) - (before?.waitingCount ?? 0)).toBe(2);
    expect((after?.withStaffCount ?? 0) - (before?.withStaffCount ?? 0)).toBe(1);
    expect(after?.waiting.map(({ subject }) => subject).slice(0, 2)).toEqual(["A answered one", "A answered one"]);
  });

  it("show invitations, unverified addresses and requests to people managers", async () => {
    const before = await dashboardOf("administrator");
    const invited = (email: string) =>
      buildContact(portal.owner, account, { email, name: email, status: "invited", roles: ["support"] });
    const [fresh, late] = [await invited("fresh@northwind.example"), await invited("late@northwind.example")];
    const invitation = (contactId: string, expiresAt: Date) => ({
      accountId: account,
      contactId,
      email: contactId,
      tokenHash: contactId,
      invitedByName: "Ingrid",
      expiresAt,
    });
    await portal.owner.invitation.createMany({
      data: [invitation(fresh, addDays(now, 3)), invitation(late, addDays(now, -3))],
    });
    const silent = await buildContact(portal.owner, account, {
      email: "silent@northwind.example",
      name: "Silent",
      login: false,
    });
    await portal.owner.contact.update({ where: { id: silent }, data: { emailVerifiedAt: null } });
    const { billing } = portal.demo.northwind.contacts;
    await portal.owner.permissionRequest.create({
      data: { accountId: account, contactId: billing, permission: "support.tickets.view" },
    });
    const { invitations, unverified, requests, roleRequests } = await dashboardOf("administrator");
    expect(roleRequests).toMatchObject({
      count: 1,
      newest: [{ name: "Femke Bos", roleName: "Account administrator" }],
    });
    expect((invitations?.count ?? 0) - (before.invitations?.count ?? 0)).toBe(2);
    expect((invitations?.expiredCount ?? 0) - (before.invitations?.expiredCount ?? 0)).toBe(1);
    expect((unverified?.count ?? 0) - (before.unverified?.count ?? 0)).toBe(1);
    expect(unverified?.people.map(({ name }) => name)).toContain("Silent");
    expect(requests?.newest[0]).toMatchObject({ name: "Priya Raman", permissionName: "View tickets" });
  });

  it("show an ownership offer to its recipient until it expires", async () => {
    const { owner, administrator } = portal.demo.northwind.contacts;
    const { id } = await portal.owner.ownershipTransfer.create({
      data: { accountId: account, fromContactId: owner, toContactId: administrator, expiresAt: addDays(now, 7) },
    });
    expect((await dashboardOf("administrator")).offer).toMatchObject({ id, fromName: "Ingrid Solheim" });
    expect(await dashboardOf("owner")).not.toHaveProperty("offer");
    expect(await dashboardOf("billing")).not.toHaveProperty("offer");
    await portal.owner.ownershipTransfer.update({ where: { id }, data: { expiresAt: addDays(now, -1) } });
    expect(await dashboardOf("administrator")).not.toHaveProperty("offer");
  });
});
