import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { endLooksJob } from "@/lib/accounts/looks/end-looks-job";
import { listOwnLooks } from "@/lib/accounts/looks/list-own-looks";
import { restorePerson } from "@/lib/accounts/people/restore-person";
import { suspendPerson } from "@/lib/accounts/people/suspend-person";
import { listInvoices } from "@/lib/billing/invoices/list-invoices";
import { listPaymentMethods } from "@/lib/billing/payment-methods/list-payment-methods";
import { find } from "@/lib/home/search/find";
import { viewOwnProfile } from "@/lib/identity/profile/view-own-profile";
import { runBatch } from "@/lib/platform/jobs/run-batch";
import { addMinutes } from "@/lib/platform/kernel/dates";
import { defineQuery } from "@/lib/platform/operations/operation";
import { listTickets } from "@/lib/support/tickets/list-tickets";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { type AccessFixture, ADMINISTRATOR, accessFixture, OWNER, SUPPORT } from "../people/access-fixture";
import { signIn } from "./look-fixture";

const AGENT = "staff-support@portcullis.example";
const MANAGER = "staff-manager@portcullis.example";

let portal: TestPortal;
let northwind: AccessFixture;
beforeAll(async () => {
  portal = await testPortal();
  northwind = accessFixture(portal);
});
afterAll(() => portal.close());

const eventsOf = (operation: string) =>
  portal.owner.auditEvent.findMany({ where: { operation }, orderBy: [{ at: "desc" }, { id: "desc" }] });

/** Moves the end of open looks into the past. */
const letTimePass = () =>
  portal.owner.$executeRaw`update "ContactLook" set "startedAt" = "startedAt" - interval '31 minutes',
    "endsAt" = "endsAt" - interval '31 minutes' where "endedAt" is null`;

describe("looking as a member", () => {
  test("shows what the member sees, until it is left", async () => {
    const owner = await signIn(portal, OWNER);
    const { id } = await northwind.member({ roles: ["support"] });
    await owner.lookAs(id);
    expect((await owner.ask(listTickets, {})).items.length).toBeGreaterThan(0);
    const denied = await problemOf(owner.ask(listInvoices, {}));
    expect(denied.extra.permission).toBe("billing.invoices.view");
    expect(await owner.leave()).toEqual({ ended: true, contactId: id });
    expect((await owner.ask(listInvoices, {})).items.length).toBeGreaterThan(0);
    expect(await owner.leave()).toEqual({ ended: false, contactId: null });
  });

  test("is left on a server whose clock is behind that of the one where it began", async () => {
    const owner = await signIn(portal, OWNER);
    const { id } = await northwind.member({ roles: ["support"] });
    await owner.lookAs(id);
    await portal.owner
      .$executeRaw`update "ContactLook" set "startedAt" = "startedAt" + interval '5 seconds' where "endedAt" is null`;
    expect(await owner.leave()).toEqual({ ended: true, contactId: id });
  });

  test("searches as the member does", async () => {
    const owner = await signIn(portal, OWNER);
    const invoice = (await owner.ask(listInvoices, {})).items[0];
    const q = invoice?.number ?? "";
    const kinds = async () => (await owner.ask(find, { q })).results.map(({ kind }) => kind);
    expect(await kinds()).toContain("Invoices");
    await owner.lookAs((await northwind.member({ roles: ["support"] })).id);
    expect(await kinds()).not.toContain("Invoices");
    await owner.leave();
  });

  test("changes nothing: a command is refused by name, and the attempt is logged under the looker's name", async () => {
    const owner = await signIn(portal, OWNER);
    const { id } = await northwind.member({ roles: ["administrator"] });
    const other = await northwind.member();
    await owner.lookAs(id);
    const refused = await problemOf(owner.ask(suspendPerson, { contactId: other.id }));
    expect(refused).toMatchObject({ code: "refused", extra: { reason: "looking" } });
    expect(refused.detail).toContain("nothing can be changed");
    expect(await northwind.row(other.id)).toMatchObject({ status: "active" });
    const [attempt] = await eventsOf("people.suspend");
    expect(attempt).toMatchObject({ outcome: "denied", actorContactId: northwind.contacts.owner });
    await owner.leave();
    await owner.ask(suspendPerson, { contactId: other.id });
  });

  test("can't change anything in the database, even by an operation that is declared as reading", async () => {
    const owner = await signIn(portal, OWNER);
    const northwindRow = { where: { id: northwind.accountId } };
    const version = async () => (await portal.owner.account.findUniqueOrThrow(northwindRow)).version;
    const before = await version();
    const writing = defineQuery({
      name: "test.write",
      permission: "account.view",
      scope: "account",
      summary: "Writes although it is a query",
      activity: "write",
      input: z.object({}),
      output: z.object({ count: z.int() }),
      http: { method: "GET", path: "/accounts/{accountId}/test" },
      run: ({ db, account }) =>
        db.account.updateMany({ where: { id: account.id }, data: { version: { increment: 1 } } }),
    });
    expect(await owner.ask(writing, {})).toEqual({ count: 1 });
    await owner.lookAs((await northwind.member({ roles: ["billing"] })).id);
    await problemOf(owner.ask(writing, {}));
    expect(await version()).toBe(before + 1);
    await owner.leave();
  });

  test("shows no secrets and nothing personal, of neither person", async () => {
    const owner = await signIn(portal, OWNER);
    await owner.lookAs((await northwind.member({ roles: ["billing", "support"] })).id);
    const methods = await problemOf(owner.ask(listPaymentMethods, {}));
    expect(methods).toMatchObject({ code: "refused", extra: { permission: "billing.payment-methods.view" } });
    expect((await problemOf(owner.ask(viewOwnProfile, {}, null))).extra.reason).toBe("looking");
    await owner.leave();
  });

  test("keeps to its account: this sign-in does nothing anywhere else meanwhile, but another one does", async () => {
    const [owner, another] = [await signIn(portal, OWNER), await signIn(portal, OWNER)];
    await owner.lookAs((await northwind.member({ roles: ["billing"] })).id);
    const elsewhere = await problemOf(owner.ask(viewOwnProfile, {}, null));
    expect(elsewhere.extra).toEqual({ reason: "looking", lookAccountId: northwind.accountId });
    expect((await problemOf(owner.ask(listTickets, {}, portal.demo.globex.id))).extra.reason).toBe("looking");
    await another.ask(viewOwnProfile, {}, null);
    await owner.leave();
  });

  test("is logged when it starts and when it ends, and the person finds it in their profile", async () => {
    const { id, email } = await northwind.member({ roles: ["billing"], name: "Bea Looked-At" });
    const administrator = await signIn(portal, ADMINISTRATOR);
    await administrator.lookAs(id, "");
    await administrator.leave();
    const [started] = await eventsOf("looks.start");
    expect(started).toMatchObject({ summary: "Started viewing the portal as Bea Looked-At", targetId: id });
    const [ended] = await eventsOf("looks.end");
    expect(ended).toMatchObject({ summary: "Stopped viewing the portal as Bea Looked-At", targetId: id });
    const bea = await signIn(portal, email);
    const { items } = await bea.ask(listOwnLooks, {}, null);
    expect(items).toMatchObject([{ byStaff: false, accountName: "Northwind Robotics", reason: null }]);
    expect((await (await signIn(portal, SUPPORT)).ask(listOwnLooks, {}, null)).items).toEqual([]);
  });

  test("ends by itself after thirty minutes, and the worker logs it once", async () => {
    const owner = await signIn(portal, OWNER);
    const { id } = await northwind.member({ roles: ["support"] });
    const { endsAt } = await owner.lookAs(id);
    expect(new Date(endsAt).getTime()).toBeLessThanOrEqual(addMinutes(new Date(), 30).getTime());
    await problemOf(owner.ask(listInvoices, {}));
    await letTimePass();
    await owner.ask(listInvoices, {});
    expect((await runBatch(endLooksJob, new Date())).done).toBe(1);
    expect((await runBatch(endLooksJob, new Date())).done).toBe(0);
    const [ended] = await eventsOf("looks.end");
    expect(ended).toMatchObject({ via: "system", targetId: id, summary: expect.stringContaining("time was up") });
    await owner.lookAs(id);
    await owner.leave();
  });

  test("can't be made longer than thirty minutes in the database", async () => {
    const owner = await signIn(portal, OWNER);
    await owner.lookAs((await northwind.member()).id);
    const longer = portal.owner
      .$executeRaw`update "ContactLook" set "endsAt" = "endsAt" + interval '1 minute' where "endedAt" is null`;
    await expect(longer).rejects.toThrow(/ContactLook_ends/);
    await owner.leave();
  });

  test("ends when the person loses their access, and when the looker does", async () => {
    const looker = await northwind.member({ roles: ["administrator"] });
    const { id } = await northwind.member({ roles: ["support"] });
    const administrator = await signIn(portal, looker.email);
    await administrator.lookAs(id);
    await problemOf(administrator.ask(listInvoices, {}));
    await northwind.ask(OWNER, suspendPerson, { contactId: id });
    await administrator.ask(listInvoices, {});
    await northwind.ask(OWNER, restorePerson, { contactId: id });
    await problemOf(administrator.ask(listInvoices, {}));
    await portal.owner.contactRole.deleteMany({ where: { contactId: looker.id } });
    const denied = await problemOf(administrator.ask(listTickets, {}));
    expect(denied.detail).not.toContain("looking");
  });

  test("is for owners and administrators, at members who can sign in, never oneself", async () => {
    const support = await signIn(portal, SUPPORT);
    const { id } = await northwind.member();
    expect((await problemOf(support.lookAs(id))).extra.permission).toBe("people.members.look-as");
    const owner = await signIn(portal, OWNER);
    const mailbox = await northwind.member({ login: false, roles: [] });
    expect((await problemOf(owner.lookAs(mailbox.id))).code).toBe("conflict");
    expect((await problemOf(owner.lookAs(northwind.contacts.owner))).code).toBe("conflict");
    await northwind.ask(ADMINISTRATOR, suspendPerson, { contactId: id });
    expect((await problemOf(owner.lookAs(id))).code).toBe("conflict");
    const { ownerContactId } = await portal.owner.account.findUniqueOrThrow({ where: { id: portal.demo.globex.id } });
    expect((await problemOf(owner.lookAs(ownerContactId))).code).toBe("not-found");
  });

  test("an administrator who looks as the owner gets no more than an administrator", async () => {
    const administrator = await signIn(portal, ADMINISTRATOR);
    await administrator.lookAs(northwind.contacts.owner);
    await administrator.ask(listInvoices, {});
    const denied = await problemOf(administrator.ask(suspendPerson, { contactId: northwind.contacts.support }));
    expect(denied.extra.reason).toBe("looking");
    await administrator.leave();
  });

  test("of fifty attempts at the same time in one sign-in, one look is open and the others say so", async () => {
    const owner = await signIn(portal, OWNER);
    const people = await Promise.all([northwind.member(), northwind.member()]);
    const tries = Array.from({ length: 50 }, (_, index) => owner.lookAs(people[index % 2]?.id ?? ""));
    const results = await Promise.allSettled(tries);
    expect(results.filter(({ status }) => status === "fulfilled").length).toBeGreaterThanOrEqual(1);
    for (const result of results) {
      if (result.status === "rejected") expect(["refused", "conflict"]).toContain(result.reason.code);
    }
    const open = { contactId: { in: people.map(({ id }) => id) }, endedAt: null };
    expect(await portal.owner.contactLook.count({ where: open })).toBe(1);
    const left = await Promise.all(Array.from({ length: 50 }, () => owner.leave()));
    expect(left.filter(({ ended }) => ended)).toHaveLength(1);
  });
});

describe("staff who look as a contact", () => {
  test("must say why, and the customer reads it in the activity log", async () => {
    const agent = await signIn(portal, AGENT);
    const { id, email } = await northwind.member({ roles: ["support"] });
    expect((await problemOf(agent.lookAs(id, ""))).extra.fields).toHaveProperty("reason");
    await agent.lookAs(id, "Ticket 1042: can't see a service");
    await agent.leave();
    const [started] = await eventsOf("looks.start");
    expect(started).toMatchObject({ actorIsStaff: true, accountId: northwind.accountId });
    expect(started?.summary).toContain("Ticket 1042: can't see a service");
    const { items } = await (await signIn(portal, email)).ask(listOwnLooks, {}, null);
    expect(items).toMatchObject([{ byStaff: true, reason: "Ticket 1042: can't see a service" }]);
  });

  test("see what they and the contact may see: an agent no invoices, a manager the contact's", async () => {
    const { id } = await northwind.member({ roles: ["billing", "support"] });
    const agent = await signIn(portal, AGENT);
    await agent.lookAs(id);
    await agent.ask(listTickets, {});
    const denied = await problemOf(agent.ask(listInvoices, {}));
    expect(denied.detail).toContain("only see what you may see yourself");
    await agent.leave();
    const manager = await signIn(portal, MANAGER);
    await manager.lookAs(id);
    await manager.ask(listInvoices, {});
    await manager.leave();
  });

  test("can't as accounting", async () => {
    const accounting = await signIn(portal, "staff-accounting@portcullis.example");
    const { id } = await northwind.member();
    expect((await problemOf(accounting.lookAs(id))).extra.permission).toBe("people.members.look-as");
  });
});
