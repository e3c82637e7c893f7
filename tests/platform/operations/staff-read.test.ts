import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/platform/db/credential";
import type { StaffReadLine } from "@/lib/platform/db/keep-reads";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { listRead } from "@/lib/platform/operations/staff-read";
import type { StaffStanding } from "@/lib/policy/staff-visit";
import { ownCommand, ownQuery } from "./own-operation";

const now = new Date("2026-03-01T12:00:00Z");
const ID = "01900000-0000-7000-8000-000000000001";
const OTHER = "01900000-0000-7000-8000-000000000002";

const customer: Actor = {
  ...{ personId: "bea", contactId: "bea", name: "Bea Rossi", email: "bea@northwind.example", emailVerified: true },
  ...{ isStaff: false, locale: "en", timeZone: "UTC", credentialId: "session" },
};
const agent: Actor = { ...customer, personId: "amir", contactId: null, name: "Amir", isStaff: true };
const visiting: StaffStanding = {
  approval: "off",
  visit: { id: "visit", approved: true, needsApproval: false, endsAt: now },
};
const invoices = ownQuery("account", "billing.invoices.view");

interface Executed {
  readonly operation?: AnyOperation;
  readonly input?: Readonly<Record<string, unknown>>;
  readonly output?: unknown;
  readonly actor?: Actor;
  readonly standing?: StaffStanding | null;
}

/** The line kept for an execution, if any. */
function lineOf({ operation = invoices, input = {}, output = {}, actor = agent, standing = visiting }: Executed) {
  const lines: StaffReadLine[] = [];
  const scope = { actor, now, keepRead: (line: StaffReadLine) => void lines.push(line) };
  listRead(scope, "northwind", standing, { operation, input, output });
  expect(lines.length).toBeLessThanOrEqual(1);
  return lines[0] ?? null;
}

describe("the list of staff access", () => {
  it("says who did what, when, and why", () => {
    expect(lineOf({ input: { invoiceId: ID }, output: { number: "INV-2026-00012" } })).toEqual({
      ...{ accountId: "northwind", personId: "amir", staffName: "Amir", at: now },
      ...{ operation: "test.operation", activity: "try something", changes: false },
      ...{ recordType: "invoice", recordId: ID, recordName: "INV-2026-00012" },
      ...{ asName: null, visitId: "visit" },
    });
  });

  it("tells changes from reads, and names the member that staff view the portal as", () => {
    const actor = { ...customer, look: { id: "look", endsAt: now, looker: agent } };
    const operation = ownCommand("account", "billing.invoices.view");
    expect(lineOf({ actor, operation })).toMatchObject({ personId: "amir", asName: "Bea Rossi", changes: true });
  });

  it("names no visit without one, and none for the support desk's own work", () => {
    expect(lineOf({ standing: null })).toMatchObject({ visitId: null });
    expect(lineOf({ standing: { approval: "off", visit: null } })).toMatchObject({ visitId: null });
    expect(lineOf({ operation: ownQuery("account", "support.tickets.view") })).toMatchObject({ visitId: null });
  });

  it("has no line for customers, nor for what isn't the customer's", () => {
    expect(lineOf({ actor: customer })).toBeNull();
    expect(lineOf({ operation: ownQuery("account", "support.tickets.note") })).toBeNull();
  });
});

describe("the record of a line", () => {
  const recordOf = (input: Readonly<Record<string, unknown>>) => {
    const { recordType, recordId } = lineOf({ input }) ?? {};
    return { recordType, recordId };
  };

  it("is the first that the input names by its id", () => {
    expect(recordOf({ after: OTHER, invoiceId: ID, ticketId: OTHER })).toEqual({ recordType: "invoice", recordId: ID });
    expect(recordOf({ serviceId: "none", ticketId: OTHER })).toEqual({ recordType: "ticket", recordId: OTHER });
  });

  it("is nothing if no field is named for a record or none holds an id", () => {
    for (const input of [{}, { invoiceId: 7 }, { "my-invoiceId": ID }, { invoiceIds: ID }, { from: ID }])
      expect(recordOf(input)).toEqual({ recordType: null, recordId: null });
  });
});

describe("the name of a record", () => {
  const nameOf = (output: unknown, operation = invoices) => lineOf({ output, operation })?.recordName;

  it("is what people call it", () => {
    expect(nameOf({ number: 1042, subject: "Certificate expires" })).toBe("#1042 Certificate expires");
    expect(nameOf({ number: "INV-2026-00012" })).toBe("INV-2026-00012");
    expect(nameOf({ name: "Olga Berg", title: "Director" })).toBe("Olga Berg");
    expect(nameOf({ title: "Budget", subject: "Other", filename: "a.pdf" })).toBe("Budget");
    expect(nameOf({ filename: "a.pdf" })).toBe("a.pdf");
    expect(nameOf({ number: "", name: "Olga Berg" })).toBe("Olga Berg");
  });

  it("is left out if there is none, and cut if it is long", () => {
    for (const output of [null, undefined, "text", 7, {}, { name: "" }, { number: null, name: 7 }])
      expect(nameOf(output)).toBeNull();
    expect(nameOf({ name: "x".repeat(301) })).toHaveLength(300);
  });

  it("is left out if not every owner and administrator may see it", () => {
    const output = { title: "Sale of the company" };
    expect(nameOf(output, ownQuery("account", "decisions.titles.view"))).toBeNull();
    expect(nameOf(output, ownQuery("account", "account.ownership.transfer"))).toBeNull();
    expect(nameOf(output, ownQuery("account", "account.view"))).toBe("Sale of the company");
  });
});
