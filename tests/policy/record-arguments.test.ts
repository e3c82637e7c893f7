import { describe, expect, it } from "vitest";
import { can, canSome, where } from "@/lib/policy/evaluate";
import { toPrismaWhere } from "@/lib/policy/filter";
import type { catalogue, Permission } from "@/lib/policy/permissions";
import { everyRow } from "@/lib/policy/prisma-where";
import { staffViewer, viewer } from "./people";

/** Much of this library's safety is in what doesn't compile. The type check covers these lines too. */
describe("a check of a conditional permission", () => {
  const billing = viewer({ roles: ["billing"], contactId: "me" });

  it("does not compile without its record", () => {
    // @ts-expect-error billing sees invoices once they are issued, so the invoice is needed
    expect(() => can(billing, "billing.invoices.view")).toThrow(/depends on the record/);
    // @ts-expect-error a contact may be limited to chosen services, so the service is needed
    expect(can(billing, "services.view")).toBe(true);
    // @ts-expect-error accounting answers tickets addressed to billing, so the ticket is needed
    expect(() => can(staffViewer("accounting"), "support.tickets.reply")).toThrow(/depends on the record/);
  });

  it("does not compile with a record of another kind, or without a field that is read", () => {
    // @ts-expect-error an invoice needs its status
    expect(() => can(billing, "billing.invoices.view", { id: "1" })).toThrow(/loaded without "status"/);
    // @ts-expect-error a meeting needs its invitations too
    expect(() => can(billing, "meetings.view", { createdByContactId: "me" })).toThrow(/loaded without "invitations"/);
    // @ts-expect-error "issued" is not a status
    expect(can(billing, "billing.invoices.view", { status: "issued" })).toBe(true);
  });

  it("accepts a record with the fields that are read, and with more", () => {
    expect(can(billing, "billing.invoices.view", { status: "open" })).toBe(true);
    expect(can(billing, "billing.invoices.view", { id: "1", status: "draft", totalMinor: 5n })).toBe(false);
    expect(can(billing, "meetings.view", { createdByContactId: "me", invitations: [] })).toBe(true);
  });

  it("has a form without a record, for menus", () => {
    expect(canSome(billing, "billing.invoices.view")).toBe(true);
    expect(canSome(billing, "support.tickets.view")).toBe(false);
  });
});

describe("a check of any other permission", () => {
  it("accepts no record", () => {
    expect(can(viewer({ roles: ["billing"] }), "billing.overview.view")).toBe(true);
    expect(can(viewer({ roles: ["support"] }), "billing.overview.view")).toBe(false);
  });

  it("does not compile for an unknown permission, and answers no", () => {
    // @ts-expect-error a typing error
    expect(can(viewer({ roles: ["owner"] }), "billing.invoice.view")).toBe(false);
    // @ts-expect-error a property of every object
    expect(can(viewer({ roles: ["owner"] }), "constructor")).toBe(false);
  });
});

describe("a list filter", () => {
  it("does not compile for a permission that is not about records", () => {
    // @ts-expect-error there is no list of billing overviews
    expect(() => where(viewer(), "billing.overview.view")).toThrow(TypeError);
  });

  it("cannot be used as a Prisma filter itself", () => {
    const filter = where(viewer({ roles: ["billing"] }), "links.search");
    // @ts-expect-error only toPrismaWhere makes it one
    const wrong: { AND: object[] } = filter;
    expect(Object.is(wrong, filter)).toBe(true);
    expect(toPrismaWhere(filter)).toEqual({ AND: [everyRow] });
  });
});

describe("the matrix", () => {
  type Cells<P extends Permission> = (typeof catalogue)[P]["cells"][number];

  it("has its cells as types, which determine the record a check needs", () => {
    const meeting: Cells<"meetings.view">[] = ["always", "ifInvited|ifCreator", "no"];
    // @ts-expect-error no role sees meetings as a chair
    const wrong: Cells<"meetings.view"> = "ifChair";
    expect(meeting).not.toContain(wrong);
  });
});
