import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeAccess } from "@/lib/accounts/access/change-access";
import { viewPerson } from "@/lib/accounts/people/view-person";
import { find } from "@/lib/home/search/find";
import { execute } from "@/lib/platform/operations/execute";
import { listTickets } from "@/lib/support/tickets/list-tickets";
import { openTicket } from "@/lib/support/tickets/open-ticket";
import { replyToTicket } from "@/lib/support/tickets/reply-to-ticket";
import { ticketChoices } from "@/lib/support/tickets/ticket-choices";
import { viewTicket } from "@/lib/support/tickets/view-ticket";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

const EMAIL = "no-billing@northwind.example";
const message = "A message.";

let portal: TestPortal;
let account: string;
let contactId: string;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
  contactId = await buildContact(portal.owner, account, {
    email: EMAIL,
    name: "Nora Billingless",
    roles: ["support"],
    departmentsOff: ["billing"],
  });
});
afterAll(() => portal.close());

const ticketTo = (department: "billing" | "support") =>
  portal.owner.ticket.findFirstOrThrow({ where: { accountId: account, department }, orderBy: { number: "asc" } });

describe("a contact from whom a department was taken away", () => {
  it("is shown exactly the tickets that the check allows, in the list and one by one", async () => {
    const caller = await portal.as(EMAIL);
    const all = await portal.owner.ticket.findMany({ where: { accountId: account } });
    const listed = new Set<string>();
    for (let page = 1; page <= Math.ceil(all.length / 25); page++) {
      for (const { id } of (await execute(caller, account, listTickets, { page })).items) listed.add(id);
    }
    for (const { id, department } of all) {
      const viewed = await execute(caller, account, viewTicket, { ticketId: id }).catch(({ code }) => code);
      expect([listed.has(id), viewed !== "not-found"]).toEqual([department !== "billing", department !== "billing"]);
    }
  });

  it("finds none of its tickets by searching", async () => {
    const { subject, number } = await ticketTo("billing");
    const caller = await portal.as(EMAIL);
    for (const q of [subject, `#${number}`]) {
      expect((await execute(caller, account, listTickets, { q })).total).toBe(0);
      expect((await execute(caller, account, find, { q })).results.map(({ title }) => title)).not.toContain(subject);
    }
  });

  it("neither replies to it nor opens a ticket for it, and isn't offered it", async () => {
    const caller = await portal.as(EMAIL);
    const { id: ticketId } = await ticketTo("billing");
    expect((await problemOf(execute(caller, account, replyToTicket, { ticketId, message }))).code).toBe("not-found");
    const asked = execute(caller, account, openTicket, { subject: "An invoice", message, department: "billing" });
    const problem = await problemOf(asked);
    expect(problem.code).toBe("refused");
    expect(problem.detail).toContain("taken away from you for this department");
    expect((await execute(caller, account, ticketChoices, {})).departments).toEqual(["support", "sales"]);
  });

  it("is mailed about tickets to the other departments only", async () => {
    const opener = await portal.as("support@northwind.example");
    const mailsFor = (subject: string) =>
      portal.owner.outboxMail.count({ where: { toAddress: EMAIL, subject: { contains: subject } } });
    await execute(opener, account, openTicket, { subject: "Mailed to support", message });
    await execute(opener, account, openTicket, { subject: "Mailed to billing", message, department: "billing" });
    expect([await mailsFor("Mailed to support"), await mailsFor("Mailed to billing")]).toEqual([1, 0]);
  });

  it("gets it back from the owner, with their next request", async () => {
    const owner = await portal.as("owner@northwind.example");
    const person = await execute(owner, account, viewPerson, { contactId });
    expect(person.details?.departmentsOff).toEqual(["billing"]);
    const access = { contactId, version: person.version, roles: ["support" as const], overrides: [], endsAt: null };
    const change = (departmentsOff: ("billing" | "sales")[], version: number) =>
      execute(owner, account, changeAccess, { ...access, version, limitedToServices: false, departmentsOff });
    const { version } = await change([], person.version);
    const caller = await portal.as(EMAIL);
    const { id: ticketId } = await ticketTo("billing");
    expect((await execute(caller, account, viewTicket, { ticketId })).department).toBe("billing");
    await change(["billing"], version);
    expect((await problemOf(execute(caller, account, viewTicket, { ticketId }))).code).toBe("not-found");
    const logged = await portal.owner.auditEvent.findFirstOrThrow({
      where: { operation: changeAccess.name, targetId: contactId },
      orderBy: { at: "desc" },
    });
    expect(logged.summary).toContain("without tickets to Billing");
  });
});
