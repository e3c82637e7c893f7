import { describe, expect, it } from "vitest";
import { explain } from "@/lib/policy/explain";
import { grantorsOf } from "@/lib/policy/grantors";
import type { Permission } from "@/lib/policy/permissions";
import { reasonsFor } from "@/lib/policy/reasons";
import type { Subject } from "@/lib/policy/subject";
import { viewerLookingAs, viewerOf } from "@/lib/policy/viewer";
import { contact, staff, yesterday } from "./people";

const VIEW = "support.tickets.view";
const owner = { subject: contact({ roles: ["owner"] }), name: "Olga" };
const administrator = { subject: contact({ roles: ["administrator"] }), name: "Adam" };

/** Who could help when someone is refused, out of the owner, an administrator and one more person. */
const helpersOf = (subject: Subject, permission: Permission, more?: Subject, record?: object) => {
  const others = [owner, administrator, ...(more ? [{ subject: more, name: "Mia" }] : [])];
  const viewer = viewerOf(subject);
  return grantorsOf(viewer, permission, record, reasonsFor(viewer, permission, record), others);
};
const helper = (...on: Permission[]) => contact({ roles: ["support"], on });

describe("a grantor", () => {
  it("is never the person who was refused", () => {
    const own = contact({ roles: ["administrator"], gates: { areasOff: ["links"] } });
    expect(helpersOf(own, "links.add", own)).toEqual(["Olga", "Adam"]);
  });

  it("does not exist for people who are not contacts of the account, such as staff", () => {
    expect(helpersOf(staff("agent"), "billing.overview.view")).toEqual([]);
  });

  it("is not named if no people were passed", () => {
    expect(explain(viewerOf(contact()), "billing.overview.view").grantors).toEqual([]);
  });

  it("only needs to be able to lift a suspension, if that is all", () => {
    const suspended = { contactSuspended: true };
    const restoring = helper("people.members.suspend");
    expect(helpersOf(contact({ roles: ["support"], gates: suspended }), "links.add", restoring)).toContain("Mia");
    expect(helpersOf(contact({ on: ["links.add"], gates: suspended }), "links.add", restoring)).toContain("Mia");
    expect(helpersOf(contact({ roles: ["support"], gates: suspended }), "links.add", helper())).toEqual([
      "Olga",
      "Adam",
    ]);
  });

  it("only needs to be able to change an end date, if that is all", () => {
    const ended = contact({ roles: ["support"], gates: { contactEndsAt: yesterday } });
    expect(helpersOf(ended, "links.add", helper("people.terms.set"))).toContain("Mia");
    const above = contact({ roles: ["administrator"], gates: { contactEndsAt: yesterday } });
    expect(helpersOf(above, "links.add", helper("people.terms.set"))).toEqual(["Olga", "Adam"]);
  });

  it("only needs to be able to turn the area on, if that is all", () => {
    const off = contact({ roles: ["support"], gates: { areasOff: ["links"] } });
    expect(helpersOf(off, "links.add", helper("settings.areas.change"))).toContain("Mia");
  });

  it("must be able to do everything that is required", () => {
    const shut = contact({ roles: ["support"], gates: { contactSuspended: true, areasOff: ["links"] } });
    expect(helpersOf(shut, "links.add", helper("people.members.suspend"))).toEqual(["Olga", "Adam"]);
    expect(helpersOf(shut, "links.add", helper("people.members.suspend", "settings.areas.change"))).toContain("Mia");
    const off = contact({ roles: ["support"], off: ["links.add"], gates: { contactSuspended: true } });
    expect(helpersOf(off, "links.add", helper("people.members.suspend"))).toEqual(["Olga", "Adam"]);
    expect(helpersOf(off, "links.add", helper("people.members.suspend", "people.roles.change"))).toContain("Mia");
  });

  it("grants the one permission, and leaves other denials as they are", () => {
    const off = contact({ roles: ["support"], off: ["links.add"] });
    const giver = contact({ roles: ["support"], on: ["people.roles.change", "reports.view"], off: ["links.add"] });
    expect(helpersOf(off, "reports.view", giver)).toContain("Mia");
  });

  it("may keep what only the owner could have granted", () => {
    const ordering = contact({ roles: ["support"], on: ["services.order"] });
    expect(helpersOf(ordering, "reports.view")).toEqual(["Olga", "Adam"]);
  });

  it("gives departments back, and the service too if that is needed", () => {
    const billing = { id: "one", department: "billing", serviceId: "db", openedByContactId: null };
    const ask = (traits: Parameters<typeof contact>[0], more?: Subject) =>
      helpersOf(contact({ roles: ["support"], departmentsOff: ["billing"], ...traits }), VIEW, more, billing);
    expect(ask({})).toEqual(["Olga", "Adam"]);
    expect(ask({ serviceLimit: ["web"] })).toEqual(["Olga", "Adam"]);
    expect(ask({ roles: ["billing"], on: [] })).toEqual([]);
  });

  it("of departments lifts the other gates as well, if that is possible", () => {
    const [gates, departmentsOff] = [{ contactSuspended: true }, ["support", "billing", "sales"] as const];
    const shut = contact({ roles: ["support"], departmentsOff, gates });
    expect(helpersOf(shut, VIEW, helper("people.roles.change"))).toEqual(["Olga", "Adam"]);
    expect(helpersOf(shut, VIEW)).toEqual(["Olga", "Adam"]);
    expect(helpersOf(contact({ roles: ["support"], departmentsOff, off: [VIEW] }), VIEW)).toEqual([]);
  });

  it("does not exist for what only the looker lacks", () => {
    const looking = viewerLookingAs(contact({ roles: ["owner"] }), viewerOf(contact({ on: ["links.search"] })));
    expect(explain(looking, "people.members.view-details", undefined, [owner, administrator])).toMatchObject({
      because: expect.arrayContaining([expect.objectContaining({ gate: "looker-without" })]),
      grantors: [],
    });
  });
});
