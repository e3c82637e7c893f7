import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { endLook } from "@/lib/accounts/looks/end-look";
import { startLook } from "@/lib/accounts/looks/start-look";
import { listPeople } from "@/lib/accounts/people/list-people";
import { answerVisit } from "@/lib/accounts/staff-visits/answer-visit";
import { changeApproval } from "@/lib/accounts/staff-visits/change-approval";
import { confirmEmergency } from "@/lib/accounts/staff-visits/confirm-emergency";
import { endVisits } from "@/lib/accounts/staff-visits/end-visits";
import { endVisitsJob } from "@/lib/accounts/staff-visits/end-visits-job";
import { leaveVisit } from "@/lib/accounts/staff-visits/leave-visit";
import { listOwnVisits } from "@/lib/accounts/staff-visits/list-own-visits";
import { listVisits } from "@/lib/accounts/staff-visits/list-visits";
import { startEmergency } from "@/lib/accounts/staff-visits/start-emergency";
import { startVisit } from "@/lib/accounts/staff-visits/start-visit";
import { viewOwnVisit } from "@/lib/accounts/staff-visits/view-own-visit";
import { listInvoices } from "@/lib/billing/invoices/list-invoices";
import { runBatch } from "@/lib/platform/jobs/run-batch";
import { execute } from "@/lib/platform/operations/execute";
import { listCredentials } from "@/lib/services/login-details/list-credentials";
import { listServices } from "@/lib/services/services/list-services";
import { addColleague } from "@/lib/staff/team/add-colleague";
import { removeColleague } from "@/lib/staff/team/remove-colleague";
import { listTickets } from "@/lib/support/tickets/list-tickets";
import { livePortal, openStream } from "@/tests/fixtures/live-stream";
import { callerOf, type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { ACCOUNTING, ADMINISTRATOR, AGENT, MANAGER, OWNER, type VisitFixture, visitFixture } from "./visit-fixture";

let portal: TestPortal;
let northwind: VisitFixture;
beforeAll(async () => {
  portal = await testPortal();
  northwind = await visitFixture(portal);
});
afterAll(() => portal.close());
beforeEach(() => northwind.afresh());

const reasonOf = async (work: Promise<unknown>) => (await problemOf(work)).extra.reason;
const invoices = (email = ACCOUNTING) => northwind.ask(email, listInvoices, {});
const serviceId = async () =>
  (await portal.owner.service.findFirstOrThrow({ where: { accountId: northwind.accountId, status: "active" } })).id;

describe("a reason", () => {
  test("is asked for once, before anything is shown, and kept for the hours that were chosen", async () => {
    expect(await reasonOf(invoices())).toBe("visit-reason");
    await northwind.start(ACCOUNTING, { hours: 2 });
    await invoices();
    await northwind.ask(ACCOUNTING, listPeople, {});
    await portal.owner
      .$executeRaw`update "StaffVisit" set "startedAt" = "startedAt" - interval '2 hours', "endsAt" = "endsAt" - interval '2 hours'`;
    expect(await reasonOf(invoices())).toBe("visit-reason");
    expect((await runBatch(endVisitsJob, new Date())).done).toBe(1);
    const [over] = (await northwind.ask(OWNER, listVisits, { state: "over" })).items;
    expect(over).toMatchObject({ state: "over", outcome: "Time was up" });
  });

  test("counts for whoever gave it, on this account", async () => {
    await northwind.start(ACCOUNTING);
    expect(await reasonOf(invoices(MANAGER))).toBe("visit-reason");
    const elsewhere = execute(await northwind.as(ACCOUNTING), portal.demo.globex.id, listInvoices, {});
    expect(await reasonOf(elsewhere)).toBe("visit-reason");
  });

  test("is a ticket of this account, or comes with words", async () => {
    const foreign = await portal.owner.ticket.create({
      data: { accountId: portal.demo.globex.id, subject: "x", openedByName: "x" },
    });
    const fields = async (work: Promise<unknown>) => Object.keys((await problemOf(work)).extra.fields ?? {});
    expect(await fields(northwind.start(AGENT, { reason: "support", note: "" }))).toEqual(["note"]);
    expect(await fields(northwind.start(AGENT, { reason: "ticket" }))).toEqual(["ticketId"]);
    expect(await fields(northwind.start(AGENT, { reason: "ticket", ticketId: foreign.id }))).toEqual(["ticketId"]);
    const { tickets } = await northwind.ask(AGENT, viewOwnVisit, {});
    await northwind.start(AGENT, { reason: "ticket", ticketId: tickets[0]?.id, note: "" });
    expect((await northwind.now())[0]).toMatchObject({ staffName: "Sam Whitfield", ticket: tickets[0], state: "open" });
  });

  test("isn't needed at the support desk, and a refusal for want of one is no denied attempt", async () => {
    await northwind.ask(AGENT, listTickets, {});
    const before = await portal.owner.auditEvent.count({ where: { outcome: "denied" } });
    await problemOf(invoices());
    expect(await portal.owner.auditEvent.count({ where: { outcome: "denied" } })).toBe(before);
  });

  test("given fifty times at the same moment is one", async () => {
    const caller = await northwind.as(ACCOUNTING);
    const given = Array.from({ length: 50 }, (_, index) =>
      execute(caller, northwind.accountId, startVisit, { reason: "billing", note: `Number ${index}` }),
    );
    await Promise.allSettled(given);
    expect(await portal.owner.staffVisit.count({ where: { endedAt: null } })).toBe(1);
  });
});

describe("an account that approves everything first", () => {
  beforeEach(() => northwind.ask(OWNER, changeApproval, { approval: "everything" }));

  test("opens with the owner's answer, for as long as they choose, and the owner is told of the question", async () => {
    const { waits, visitId } = await northwind.start(ACCOUNTING);
    expect(waits).toBe(true);
    expect(await reasonOf(invoices())).toBe("visit-approval");
    const mail = await portal.owner.outboxMail.findFirstOrThrow({
      where: { template: "staff-visit" },
      orderBy: { createdAt: "desc" },
    });
    expect(mail).toMatchObject({ toAddress: OWNER, subject: "Claire Dubois asks for access to Northwind Robotics" });
    expect(await portal.owner.notification.count({ where: { staffVisitId: visitId, kind: "staff-visit" } })).toBe(2);
    await northwind.ask(OWNER, answerVisit, { visitId, answer: "approve", hours: 48 });
    await invoices();
    const [open] = await northwind.now();
    expect(open).toMatchObject({ state: "open", approved: true, outcome: "Approved by Ingrid Solheim" });
    expect(
      await portal.owner.notification.count({ where: { staffVisitId: visitId, kind: "staff-visit-answer" } }),
    ).toBe(1);
  });

  test("stays closed when it is refused, withdrawn, or not answered within a day", async () => {
    const first = await northwind.start(ACCOUNTING);
    await northwind.ask(OWNER, answerVisit, { visitId: first.visitId, answer: "refuse" });
    expect(await reasonOf(invoices())).toBe("visit-reason");
    const second = await northwind.start(ACCOUNTING);
    await northwind.ask(ACCOUNTING, leaveVisit, {});
    const late = northwind.ask(OWNER, answerVisit, { visitId: second.visitId, answer: "approve" });
    expect((await problemOf(late)).code).toBe("conflict");
    const third = await northwind.start(ACCOUNTING);
    await portal.owner
      .$executeRaw`update "StaffVisit" set "startedAt" = "startedAt" - interval '25 hours', "endsAt" = "endsAt" - interval '25 hours'`;
    const tooLate = northwind.ask(OWNER, answerVisit, { visitId: third.visitId, answer: "approve" });
    expect((await problemOf(tooLate)).code).toBe("conflict");
    expect(await reasonOf(invoices())).toBe("visit-reason");
  });

  test("closes at once to those who only gave a reason before", async () => {
    await northwind.ask(OWNER, changeApproval, { approval: "off" });
    await northwind.start(ACCOUNTING);
    await invoices();
    await northwind.ask(OWNER, changeApproval, { approval: "everything" });
    expect(await reasonOf(invoices())).toBe("visit-approval");
  });

  test("is answered by its owner alone; an administrator sees it", async () => {
    const { visitId } = await northwind.start(ACCOUNTING);
    const denied = await problemOf(northwind.ask(ADMINISTRATOR, answerVisit, { visitId, answer: "approve" }));
    expect(denied.extra.permission).toBe("settings.staff-access.change");
    expect((await northwind.ask(ADMINISTRATOR, listVisits, {})).items).toHaveLength(1);
    const stranger = execute(await portal.as("owner@globex.example"), portal.demo.globex.id, answerVisit, {
      visitId,
      answer: "approve",
    });
    expect((await problemOf(stranger)).code).toBe("not-found");
  });

  test("of fifty answers at once one counts, and of an approval and a withdrawal at once one", async () => {
    const { visitId } = await northwind.start(ACCOUNTING);
    const owner = await northwind.as(OWNER);
    const answer = (index: number) =>
      execute(owner, northwind.accountId, answerVisit, { visitId, answer: index % 2 ? "approve" : "refuse", hours: 1 });
    const answers = await Promise.allSettled(Array.from({ length: 50 }, (_, index) => answer(index)));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (let round = 0; round < 25; round += 1) {
      await portal.owner.rateLimit.deleteMany();
      const again = await northwind.start(ACCOUNTING);
      const [approved, withdrawn] = await Promise.allSettled([
        execute(owner, northwind.accountId, answerVisit, { visitId: again.visitId, answer: "approve" }),
        northwind.ask(ACCOUNTING, leaveVisit, {}),
      ]);
      const visit = await portal.owner.staffVisit.findUniqueOrThrow({ where: { id: again.visitId } });
      // Withdrawing what has just been approved gives it back; approving what was withdrawn fails.
      expect(withdrawn.status).toBe("fulfilled");
      expect(visit.endedAt).not.toBeNull();
      expect(visit.approval).toBe(approved.status === "fulfilled" ? "approved" : "waiting");
      expect(await reasonOf(invoices())).toBe("visit-reason");
    }
  });
});

describe("an account that approves login details", () => {
  test("lets staff see the rest with a reason, and no operation on login details", async () => {
    await northwind.ask(OWNER, changeApproval, { approval: "login-details" });
    await northwind.start(AGENT, { reason: "set-up", note: "You ordered it." });
    await northwind.ask(AGENT, listServices, {});
    const credentials = async () => northwind.ask(AGENT, listCredentials, { serviceId: await serviceId() });
    expect(await reasonOf(credentials())).toBe("visit-approval");
    const { visitId } = await northwind.start(AGENT, { reason: "set-up", note: "A new password.", ask: true });
    await northwind.ask(AGENT, listServices, {});
    await northwind.ask(OWNER, answerVisit, { visitId, answer: "approve", hours: 1 });
    await credentials();
  });
});

describe("the owner's end", () => {
  test("acts on the next request, ends views as a member, and makes them ask before they come back", async () => {
    const { visitId } = await northwind.start(AGENT, { reason: "support", note: "You called." });
    const { id: contactId } = await portal.owner.contact.findFirstOrThrow({
      where: { accountId: northwind.accountId, email: "support@northwind.example" },
    });
    await northwind.ask(AGENT, startLook, { contactId, reason: "You called." });
    await northwind.ask(AGENT, listPeople, {});
    await northwind.ask(OWNER, endVisits, { visitId });
    expect(await portal.owner.contactLook.count({ where: { endedAt: null, lookerIsStaff: true } })).toBe(0);
    expect(await reasonOf(northwind.ask(AGENT, listPeople, {}))).toBe("visit-reason");
    expect((await northwind.start(AGENT, { reason: "support", note: "Again." })).waits).toBe(true);
    expect(await reasonOf(northwind.ask(AGENT, listPeople, {}))).toBe("visit-approval");
    // Leaving the view still works: there is none any more.
    expect(await northwind.ask(AGENT, endLook, {})).toMatchObject({ ended: false });
  });

  test("closes open pages: the stream ends, and the next one tells of the desk's work alone", async () => {
    const live = await livePortal();
    await northwind.start(MANAGER, { reason: "support", note: "You called." });
    const cookie = await portal.cookie(MANAGER);
    const stream = await openStream(live.port, northwind.accountId, cookie);
    expect(stream.status).toBe(200);
    await northwind.ask(OWNER, endVisits, {});
    await stream.closed;
    const next = await openStream(live.port, northwind.accountId, cookie);
    const { id: ticketId } = await portal.owner.ticket.findFirstOrThrow({ where: { accountId: northwind.accountId } });
    const { id: invoiceId } = await portal.owner.invoice.findFirstOrThrow({
      where: { accountId: northwind.accountId },
    });
    for (const [kind, id] of [
      ["invoice", invoiceId],
      ["ticket", ticketId],
    ]) {
      const told = JSON.stringify({ kind, account: northwind.accountId, id, by: "account.view" });
      await portal.owner.$executeRaw`select pg_notify('portcullis_live', ${told})`;
    }
    await next.until({ kind: "ticket", id: ticketId });
    expect(next.events).toEqual([{ kind: "ticket", id: ticketId }]);
    next.leave();
    await live.stop();
  });

  test("leaves no read without a line, and lets none begin after it, with fifty at once", async () => {
    await northwind.start(ACCOUNTING);
    const caller = await northwind.as(ACCOUNTING);
    const owner = await northwind.as(OWNER);
    let ended = false;
    const read = async () => {
      const late = ended;
      const shown = await execute(caller, northwind.accountId, listInvoices, {}).then(
        () => true,
        () => false,
      );
      return { late, shown };
    };
    const end = execute(owner, northwind.accountId, endVisits, {}).then(() => {
      ended = true;
    });
    const [reads] = await Promise.all([Promise.all(Array.from({ length: 50 }, read)), end]);
    const after = await Promise.all(Array.from({ length: 10 }, read));
    const shown = [...reads, ...after].filter((one) => one.shown);
    expect(after.every((one) => one.late && !one.shown)).toBe(true);
    const lines = await northwind.lines();
    expect(lines.reduce((sum, { times }) => sum + times, 0)).toBe(shown.length);
  });

  test("is one button for all of them", async () => {
    await northwind.start(ACCOUNTING);
    await northwind.start(MANAGER, { reason: "legal", note: "An audit." });
    expect(await northwind.ask(OWNER, endVisits, {})).toEqual({ ended: 2 });
    expect((await problemOf(northwind.ask(OWNER, endVisits, {}))).code).toBe("conflict");
  });
});

describe("emergency access", () => {
  const SECOND = "second-manager@portcullis.example";
  beforeAll(async () => {
    const person = await portal.owner.person.create({
      data: { name: "Ines Costa", email: SECOND, emailVerifiedAt: new Date() },
    });
    await portal.owner.staffMember.create({ data: { personId: person.id, roles: ["manager"], jobTitle: "Manager" } });
  });

  test("takes two managers, is told to the owner twice, lasts two hours, and can be ended by the owner", async () => {
    await northwind.ask(OWNER, changeApproval, { approval: "everything" });
    const emergency = { reason: "security", note: "The server sends spam, and nobody answers." } as const;
    expect((await problemOf(northwind.ask(AGENT, startEmergency, emergency))).extra.permission).toBe(
      "staff.emergency.use",
    );
    const { visitId } = await northwind.ask(MANAGER, startEmergency, emergency);
    expect(await reasonOf(invoices(MANAGER))).toBe("visit-approval");
    expect((await problemOf(northwind.ask(MANAGER, confirmEmergency, { visitId }))).detail).toContain(
      "Another manager",
    );
    const waiting = (await execute(await northwind.as(SECOND), null, listOwnVisits, {})).items;
    expect(waiting).toMatchObject([{ id: visitId, own: false, emergency: true }]);
    expect((await execute(await northwind.as(AGENT), null, listOwnVisits, {})).items).toEqual([]);
    await northwind.ask(SECOND, confirmEmergency, { visitId });
    await invoices(MANAGER);
    const subjects = await portal.owner.outboxMail.findMany({
      where: { template: "staff-visit", subject: { contains: "emergency" } },
      orderBy: { createdAt: "asc" },
      select: { subject: true },
    });
    expect(subjects.map(({ subject }) => subject)).toEqual([
      "Renata Kowalska asked for emergency access to Northwind Robotics",
      "Renata Kowalska has emergency access to Northwind Robotics",
    ]);
    await northwind.ask(OWNER, endVisits, { visitId });
    expect(await reasonOf(invoices(MANAGER))).toBe("visit-reason");
  });

  test("can't be approved like a request, nor confirmed by its author in the database", async () => {
    const { visitId } = await northwind.ask(MANAGER, startEmergency, { reason: "legal", note: "A court order." });
    expect((await problemOf(northwind.ask(OWNER, answerVisit, { visitId, answer: "approve" }))).code).toBe("conflict");
    await expect(
      portal.owner
        .$executeRaw`update "StaffVisit" set "approval" = 'approved', "answeredAt" = now(), "answeredById" = "personId" where "id" = ${visitId}::uuid`,
    ).rejects.toThrow();
  });
});

describe("whoever leaves the team", () => {
  test("loses sessions, visits, requests and views in the same moment, and so does whoever is suspended", async () => {
    const email = "leaving@portcullis.example";
    const manager = await northwind.as(MANAGER);
    await execute(manager, null, addColleague, { name: "Leo Vance", email, roles: ["agent"], jobTitle: "Support" });
    const { id: personId } = await portal.owner.person.findUniqueOrThrow({ where: { email } });
    await portal.owner.staffVisit.deleteMany();
    const leaving = await callerOf(portal.owner, email);
    await execute(leaving, northwind.accountId, startVisit, { reason: "support", note: "You called." });
    const { id: contactId } = await portal.owner.contact.findFirstOrThrow({
      where: { accountId: northwind.accountId, email: "support@northwind.example" },
    });
    await execute(leaving, northwind.accountId, startLook, { contactId, reason: "You called." });
    await execute(manager, null, removeColleague, { personId });
    expect(await portal.owner.session.count({ where: { personId, revokedAt: null } })).toBe(0);
    expect(await portal.owner.staffVisit.count({ where: { personId, endedAt: null } })).toBe(0);
    expect(await portal.owner.contactLook.count({ where: { lookerPersonId: personId, endedAt: null } })).toBe(0);
    const [over] = (await northwind.ask(OWNER, listVisits, { state: "over" })).items;
    expect(over?.outcome).toBe("Ended, because they left our team");
    expect((await problemOf(execute(leaving, northwind.accountId, listPeople, {}))).code).toBe("not-signed-in");
  });

  test("a suspended member of staff has nothing open when they come back", async () => {
    await northwind.start(ACCOUNTING);
    await portal.owner.person.update({ where: { email: ACCOUNTING }, data: { suspendedAt: new Date() } });
    await portal.owner.person.update({ where: { email: ACCOUNTING }, data: { suspendedAt: null } });
    expect(await reasonOf(invoices())).toBe("visit-reason");
  });
});

describe("the lists of visits", () => {
  test("have pages each: of those who wait, have access, and had it", async () => {
    const hour = 3_600_000;
    const row = (count: number, more: object) =>
      Array.from({ length: count }, (_, index) => ({
        ...{ accountId: northwind.accountId, staffName: `Colleague ${index}`, reason: "support", note: "You called." },
        ...{ startedAt: new Date(Date.now() - (index + 1) * 60_000), hours: 4, endsAt: new Date(Date.now() + hour) },
        ...more,
      }));
    const people = await portal.owner.person.createManyAndReturn({
      data: Array.from({ length: 23 }, (_, index) => ({ name: "Colleague", email: `colleague-${index}@list.example` })),
      select: { id: true },
    });
    const waiting = row(11, { approval: "waiting" });
    const open = row(12, {});
    const over = row(13, { endedAt: new Date(), endedBy: "staff", personId: people[0]?.id });
    const rows = [...waiting, ...open].map((one, index) => ({ ...one, personId: people[index]?.id ?? "" }));
    await portal.owner.staffVisit.createMany({ data: [...rows, ...over].map((one) => ({ personId: "", ...one })) });
    for (const [state, count] of [
      ["waiting", 11],
      ["open", 12],
      ["over", 13],
    ] as const) {
      const first = await northwind.ask(OWNER, listVisits, { state });
      const second = await northwind.ask(OWNER, listVisits, { state, cursor: first.next ?? "" });
      const items = [...first.items, ...second.items];
      expect([first.total, new Set(items.map(({ id }) => id)).size, second.hasNext]).toEqual([count, count, false]);
      expect(new Set(items.map((one) => one.state))).toEqual(new Set([state]));
    }
  });
});
