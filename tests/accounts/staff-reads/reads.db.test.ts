import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startLook } from "@/lib/accounts/looks/start-look";
import { listPeople } from "@/lib/accounts/people/list-people";
import { viewPerson } from "@/lib/accounts/people/view-person";
import { exportReads } from "@/lib/accounts/staff-reads/export-reads";
import { listReads } from "@/lib/accounts/staff-reads/list-reads";
import { leaveVisit } from "@/lib/accounts/staff-visits/leave-visit";
import { listInvoices } from "@/lib/billing/invoices/list-invoices";
import { viewInvoice } from "@/lib/billing/invoices/view-invoice";
import { downloadStatementCsv } from "@/lib/billing/statements/download-statement-csv";
import { execute, withRequest } from "@/lib/platform/operations/execute";
import { findAccounts } from "@/lib/staff/accounts/find-accounts";
import { viewStaffAccount } from "@/lib/staff/accounts/view-account";
import { viewMail } from "@/lib/staff/mail/view-mail";
import { listQueue } from "@/lib/support/queue/list-queue";
import { viewTicket } from "@/lib/support/tickets/view-ticket";
import { fileText } from "@/tests/fixtures/file-text";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import {
  ACCOUNTING,
  ADMINISTRATOR,
  AGENT,
  MANAGER,
  OWNER,
  type VisitFixture,
  visitFixture,
} from "../staff-visits/visit-fixture";

let portal: TestPortal;
let northwind: VisitFixture;
beforeAll(async () => {
  portal = await testPortal();
  northwind = await visitFixture(portal);
});
afterAll(() => portal.close());
beforeEach(() => northwind.afresh());

const listed = async () => (await northwind.ask(OWNER, listReads, {})).items;
const invoice = () =>
  portal.owner.invoice.findFirstOrThrow({ where: { accountId: northwind.accountId, number: { not: null } } });

describe("what a member of staff is shown", () => {
  test("is listed for the owner: who, what, why and when", async () => {
    await northwind.start(ACCOUNTING);
    const { id: invoiceId, number } = await invoice();
    await northwind.ask(ACCOUNTING, viewInvoice, { invoiceId });
    const [line] = await listed();
    expect(line).toMatchObject({
      staff: { name: "Claire Dubois" },
      what: "View an invoice",
      record: { type: "invoice", id: invoiceId, name: number },
      reason: "Invoices and payments",
      note: "You called about an invoice.",
      changes: false,
      times: 1,
    });
  });

  test("is counted while it is repeated, and is a line of its own for another record or another reason", async () => {
    await northwind.start(ACCOUNTING);
    const { id: invoiceId } = await invoice();
    for (let n = 0; n < 3; n += 1) await northwind.ask(ACCOUNTING, viewInvoice, { invoiceId });
    await northwind.ask(ACCOUNTING, listInvoices, {});
    expect((await northwind.lines()).map(({ operation, times }) => [operation, times])).toEqual([
      ["invoices.list", 1],
      ["invoices.view", 3],
    ]);
    await northwind.start(ACCOUNTING, { reason: "legal", note: "An audit." });
    await northwind.ask(ACCOUNTING, viewInvoice, { invoiceId });
    expect(await northwind.lines()).toHaveLength(3);
  });

  test("fifty requests at once with the same records leave one line each, with every one of them counted", async () => {
    await northwind.start(ACCOUNTING);
    const { id: invoiceId } = await invoice();
    const caller = await northwind.as(ACCOUNTING);
    const both = (first: boolean) =>
      withRequest(caller, { accountId: northwind.accountId }, async ({ execute: run }) => {
        // In either order, so that they would lock each other out if the order decided.
        if (first) await run(viewInvoice, { invoiceId });
        await run(listInvoices, {});
        if (!first) await run(viewInvoice, { invoiceId });
      });
    await Promise.all(Array.from({ length: 50 }, (_, index) => both(index % 2 === 0)));
    expect((await northwind.lines()).map(({ operation, times }) => [operation, times])).toEqual([
      ["invoices.list", 50],
      ["invoices.view", 50],
    ]);
  });

  test("is a ticket without anybody having to say why: the customer wrote it to us", async () => {
    const { id: ticketId, subject } = await portal.owner.ticket.findFirstOrThrow({
      where: { accountId: northwind.accountId, department: "support" },
    });
    await northwind.ask(AGENT, viewTicket, { ticketId });
    const [line] = await listed();
    expect(line).toMatchObject({ what: "View a ticket", reason: "Work on your tickets", ticket: null });
    expect(line?.record?.name).toContain(subject);
  });

  test("includes what they see while they view as a member, with whom they viewed as", async () => {
    await northwind.start(AGENT, { reason: "support", note: "You asked." });
    const member = await portal.owner.contact.findFirstOrThrow({
      where: { accountId: northwind.accountId, email: "support@northwind.example" },
    });
    await northwind.ask(AGENT, startLook, { contactId: member.id, reason: "You asked." });
    await northwind.ask(AGENT, listPeople, {});
    const line = (await northwind.lines()).find(({ operation }) => operation === "people.list");
    expect(line).toMatchObject({ staffName: "Sam Whitfield", asName: member.name });
  });

  test("includes a file, which is read from one state of the database, and the record of an operation across accounts", async () => {
    await northwind.start(MANAGER, { reason: "support", note: "You asked." });
    await northwind.ask(MANAGER, downloadStatementCsv, {});
    const mail = await portal.owner.outboxMail.create({
      data: {
        ...{ accountId: northwind.accountId, kind: "billing", toAddress: OWNER, toName: "Ingrid Solheim" },
        ...{
          subject: "Invoice",
          template: "test",
          html: "<p>Invoice</p>",
          text: "Invoice",
          messageId: "read-by-staff",
        },
      },
    });
    await execute(await northwind.as(MANAGER), null, viewMail, { mailId: mail.id });
    expect((await northwind.lines()).map(({ operation }) => operation)).toEqual([
      "staff.view-mail",
      "statements.download-csv",
    ]);
  });

  test("isn't listed if it was nothing: neither a record that doesn't exist nor a page that failed", async () => {
    await northwind.start(ACCOUNTING);
    await problemOf(northwind.ask(ACCOUNTING, viewInvoice, { invoiceId: northwind.accountId }));
    const half = withRequest(
      await northwind.as(ACCOUNTING),
      { accountId: northwind.accountId },
      async ({ execute: run }) => {
        await run(listInvoices, {});
        throw new Error("The page could not be drawn.");
      },
    );
    await expect(half).rejects.toThrow("could not be drawn");
    expect(await northwind.lines()).toEqual([]);
  });

  test("isn't shown if its line can't be kept", async () => {
    await northwind.start(ACCOUNTING);
    await portal.owner.$executeRaw`alter table "StaffRead" add constraint none check (false) not valid`;
    const shown = northwind.ask(ACCOUNTING, listInvoices, {});
    await expect(shown).rejects.toThrow();
    await expect(northwind.ask(ACCOUNTING, downloadStatementCsv, {})).rejects.toThrow();
    await portal.owner.$executeRaw`alter table "StaffRead" drop constraint none`;
  });
});

describe("the lists across all customers", () => {
  test("are listed for nobody; a record is, when it is opened from there", async () => {
    await execute(await northwind.as(MANAGER), null, findAccounts, {});
    await execute(await northwind.as(MANAGER), null, listQueue, {});
    expect(await northwind.lines()).toEqual([]);
    expect((await problemOf(northwind.ask(MANAGER, viewStaffAccount, {}))).extra.reason).toBe("visit-reason");
  });
});

describe("the owner's list", () => {
  test("is filtered by person, day and whether anything could be changed, and is the same as CSV", async () => {
    await northwind.start(ACCOUNTING);
    await northwind.start(MANAGER, { reason: "support", note: "You asked." });
    await northwind.ask(ACCOUNTING, listInvoices, {});
    await northwind.ask(MANAGER, listPeople, {});
    const [{ personId = "" } = {}] = (await northwind.lines()).filter(({ operation }) => operation === "people.list");
    const by = async (filter: object) =>
      (await northwind.ask(OWNER, listReads, filter)).items.map(({ operation }) => operation);
    expect(await by({ person: personId })).toEqual(["people.list"]);
    expect(await by({ changes: "changed" })).toEqual([]);
    expect(await by({ to: "2020-01-01" })).toEqual([]);
    const csv = await fileText(await northwind.ask(ADMINISTRATOR, exportReads, { person: personId }));
    expect(csv).toContain("people.list");
    expect(csv).not.toContain("invoices.list");
  });

  test("belongs to one account", async () => {
    await northwind.start(ACCOUNTING);
    await northwind.ask(ACCOUNTING, listInvoices, {});
    const globex = await portal.as("owner@globex.example");
    expect((await execute(globex, portal.demo.globex.id, listReads, {})).items).toEqual([]);
    expect((await problemOf(execute(globex, northwind.accountId, listReads, {}))).code).toBe("not-found");
  });

  test("has nothing of customers, and nothing that is about staff themselves", async () => {
    await northwind.ask(OWNER, listPeople, {});
    await northwind.ask(OWNER, viewPerson, { contactId: portal.demo.northwind.contacts.administrator });
    await northwind.start(AGENT, { reason: "support", note: "You asked." });
    await northwind.ask(AGENT, leaveVisit, {});
    expect(await northwind.lines()).toEqual([]);
  });
});
