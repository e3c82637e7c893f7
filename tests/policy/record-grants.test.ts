import { describe, expect, it } from "vitest";
import { planOf } from "@/lib/policy/access-plan";
import type { Department } from "@/lib/policy/departments";
import { can, canSome } from "@/lib/policy/evaluate";
import { explain } from "@/lib/policy/explain";
import type { Permission } from "@/lib/policy/permissions";
import { grantableOn } from "@/lib/policy/record-grants";
import { roleChange } from "@/lib/policy/role-change";
import { contactSources } from "@/lib/policy/sources";
import type { Subject } from "@/lib/policy/subject";
import { viewerOf } from "@/lib/policy/viewer";
import { contact, now, tomorrow, yesterday } from "./people";

const grant = (permission: Permission, recordId: string, endsAt = tomorrow) => ({
  permission,
  recordId,
  endsAt,
  givenBy: "Olga Owner",
});
const ticket = (id: string, department: Department = "support") =>
  ({ id, department, serviceId: null, openedByContactId: null }) as const;
const VIEW = "support.tickets.view";

describe("a permission for a single record", () => {
  it("is for that record and no other", () => {
    const viewer = viewerOf(contact({ roles: ["billing"], recordGrants: [grant(VIEW, "one")] }));
    expect([can(viewer, VIEW, ticket("one")), can(viewer, VIEW, ticket("two"))]).toEqual([true, false]);
    expect(can(viewer, "support.tickets.reply", ticket("one"))).toBe(false);
    expect([canSome(viewer, VIEW), canSome(viewer, "support.tickets.reply")]).toEqual([true, false]);
  });

  it("adds to a limit to chosen services, for each permission its own records", () => {
    const recordGrants = [grant("services.manage", "mail"), grant("services.credentials.view", "db")];
    const viewer = viewerOf(contact({ roles: ["administrator"], serviceLimit: ["web"], recordGrants }));
    const on = (permission: "services.manage" | "services.credentials.view") =>
      ["web", "mail", "db"].filter((id) => can(viewer, permission, { id }));
    expect([on("services.manage"), on("services.credentials.view")]).toEqual([
      ["web", "mail"],
      ["web", "db"],
    ]);
  });

  it("adds to an individual permission that is limited to chosen services", () => {
    const recordGrants = [grant("services.credentials.view", "db")];
    const viewer = viewerOf(contact({ on: ["services.credentials.view"], serviceLimit: ["web"], recordGrants }));
    expect(["web", "db", "mail"].map((id) => can(viewer, "services.credentials.view", { id }))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it("ends by itself, and says until when it was", () => {
    const viewer = viewerOf(contact({ recordGrants: [grant(VIEW, "one", yesterday), grant(VIEW, "two", now)] }));
    expect(canSome(viewer, VIEW)).toBe(false);
    expect(explain(viewer, VIEW, ticket("one")).sentence).toContain("You had “View tickets” until 1 March 2026.");
  });

  it("gives way to a denial, a department that was taken away, a token and a suspension", () => {
    const recordGrants = [grant(VIEW, "one")];
    const denied = viewerOf(contact({ off: [VIEW], recordGrants }));
    const closed = viewerOf(contact({ departmentsOff: ["support"], recordGrants }));
    const token = viewerOf(contact({ recordGrants, gates: { tokenPermissions: ["account.view"] } }));
    const suspended = viewerOf(contact({ recordGrants, gates: { contactSuspended: true } }));
    const deniedElsewhere = viewerOf(contact({ off: ["links.add", "support.tickets.reply"], recordGrants }));
    expect(can(deniedElsewhere, VIEW, ticket("one"))).toBe(true);
    for (const viewer of [denied, closed, token, suspended]) expect(can(viewer, VIEW, ticket("one"))).toBe(false);
    expect(can(closed, VIEW, ticket("one", "billing"))).toBe(true);
    expect(explain(closed, VIEW, ticket("one")).sentence).toMatch(/taken away from you for this department/);
    const nowhere = contact({ departmentsOff: ["support", "billing", "sales"], recordGrants });
    expect(canSome(viewerOf(nowhere), VIEW)).toBe(false);
  });

  it("has no effect for permissions that aren't granted on single records", () => {
    const viewer = viewerOf(
      contact({ recordGrants: [grant("services.cancel", "web"), grant("people.export", "web")] }),
    );
    expect([canSome(viewer, "services.cancel"), canSome(viewer, "people.export")]).toEqual([false, false]);
    expect(grantableOn("billing.invoices.view")).toBeNull();
  });

  it("is explained on its record, and not mentioned on others", () => {
    const viewer = viewerOf(contact({ recordGrants: [grant(VIEW, "one")] }));
    expect(explain(viewer, VIEW, ticket("one")).sentence).toBe(
      "Allowed by an individual permission, granted by Olga Owner, until 3 March 2026, because it is one of the records you were given access to and its department is one of the departments you have access to.",
    );
    expect(explain(viewer, VIEW, ticket("two")).sentence).toContain("You need “View tickets”.");
  });
});

describe("the sources of a permission for a single record", () => {
  const subject = contact({ recordGrants: [grant("services.manage", "web"), grant(VIEW, "one")] });

  it("are the grants on that record alone, or all if none is named", () => {
    expect(contactSources(subject, VIEW, ticket("one"))).toMatchObject([{ kind: "grant", condition: "ifGranted" }]);
    expect(contactSources(subject, VIEW)).toHaveLength(1);
    expect(contactSources(subject, VIEW, ticket("two"))).toEqual([]);
    expect(contactSources(subject, "services.credentials.view", { id: "web" })).toEqual([]);
  });
});

describe("who grants a permission for a single record", () => {
  const target = contact({ roles: ["billing"] });
  const next = { ...planOf(target), recordGrants: [grant("services.credentials.view", "web")] };
  const by = (traits: Parameters<typeof contact>[0]) =>
    roleChange(viewerOf(contact(traits)), { subject: target }, next);

  const newcomer = contact();
  const give = (giver: Subject, recordGrants: ReturnType<typeof grant>[]) =>
    roleChange(viewerOf(giver), { subject: newcomer }, { ...planOf(newcomer), recordGrants }).ok;

  it("holds it for all records, or for that service among chosen ones", () => {
    const on = ["people.roles.change"] as const;
    expect(by({ roles: ["owner"] })).toMatchObject({ ok: true, gains: ["services.credentials.view"] });
    expect(by({ roles: ["administrator"] }).ok).toBe(true);
    expect(by({ roles: ["support", "billing"], on, serviceLimit: ["web"] })).toMatchObject({ ok: false });
    expect(by({ roles: ["administrator"], serviceLimit: ["db"] })).toMatchObject({ ok: false });
    expect(by({ roles: ["billing"], on })).toMatchObject({
      ...{ ok: false, refusal: "not-yours-to-give" },
      sentence: "You can't grant “View credentials” because you don't have “View credentials” yourself.",
    });
  });

  it("doesn't hold it for a single record for less time", () => {
    const recordGrants = [grant("services.credentials.view", "web", new Date(tomorrow.getTime() - 1))];
    expect(by({ roles: ["billing"], on: ["people.roles.change"], recordGrants })).toMatchObject({
      ok: false,
      sentence:
        "Your own “View credentials” expires, so “View credentials” must expire by then for anyone you grant it to.",
    });
  });

  it("can be somebody with that service among their chosen ones, whatever else is chosen", () => {
    const on = ["people.roles.change", "services.credentials.view"] as const;
    const recordGrants = [grant("services.credentials.view", "web")];
    const within = (serviceLimit: string[]) => give(contact({ on, serviceLimit }), recordGrants);
    expect([within(["web", "db"]), within(["db"])]).toEqual([true, false]);
  });

  it("can't pass it on for another record, which counts as gained or lost by itself", () => {
    const [own, other] = [grant("services.credentials.view", "web"), grant("services.credentials.view", "db")];
    expect(give(contact({ on: ["people.roles.change"], recordGrants: [own] }), [own, other])).toBe(false);
    const holder = contact({ recordGrants: [own] });
    const change = (recordGrants: (typeof own)[]) =>
      roleChange(viewerOf(contact({ roles: ["owner"] })), { subject: holder }, { ...planOf(holder), recordGrants });
    expect(change([own, other])).toMatchObject({ gains: ["services.credentials.view"], loses: [] });
    expect(change([other])).toMatchObject({
      gains: ["services.credentials.view"],
      loses: ["services.credentials.view"],
    });
  });

  it("of a ticket need it in the same departments as whom they grant it to", () => {
    const recordGrants = [grant(VIEW, "one")];
    const ofTicket = (departmentsOff: readonly Department[]) =>
      give(contact({ on: ["people.roles.change"], recordGrants, departmentsOff }), recordGrants);
    expect([ofTicket([]), ofTicket(["billing"])]).toEqual([true, false]);
  });

  it("of a ticket can't be somebody who only has the ticket's service", () => {
    const on = ["people.roles.change", VIEW] as const;
    expect(give(contact({ on, serviceLimit: ["one"] }), [grant(VIEW, "one")])).toBe(false);
  });

  it("can be somebody with the same single record, for no longer", () => {
    const recordGrants = [grant("services.credentials.view", "web")];
    expect(by({ roles: ["billing"], on: ["people.roles.change"], recordGrants }).ok).toBe(true);
  });
});
