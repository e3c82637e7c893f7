import { describe, expect, it } from "vitest";
import { explain } from "@/lib/policy/explain";
import { grantorsOf } from "@/lib/policy/grantors";
import type { Permission } from "@/lib/policy/permissions";
import { reasonsFor } from "@/lib/policy/reasons";
import type { Subject } from "@/lib/policy/subject";
import { viewerOf } from "@/lib/policy/viewer";
import { contact, staff, yesterday } from "./people";

const owner = { subject: contact({ roles: ["owner"] }), name: "Olga" };
const administrator = { subject: contact({ roles: ["administrator"] }), name: "Adam" };

/** Who of owner, administrator and one more could help, where somebody is refused. */
const helpersOf = (subject: Subject, permission: Permission, more?: Subject) => {
  const others = [owner, administrator, ...(more ? [{ subject: more, name: "Mia" }] : [])];
  const viewer = viewerOf(subject);
  return grantorsOf(viewer, permission, undefined, reasonsFor(viewer, permission, undefined), others);
};
const helper = (...on: Permission[]) => contact({ roles: ["support"], on });

describe("who can help", () => {
  it("is never the one who is refused", () => {
    const own = contact({ roles: ["administrator"], gates: { areasOff: ["links"] } });
    expect(helpersOf(own, "links.add", own)).toEqual(["Olga", "Adam"]);
  });

  it("is nobody on the account where somebody is no contact of it, such as staff", () => {
    expect(helpersOf(staff("agent"), "billing.overview.view")).toEqual([]);
  });

  it("is nobody where nobody was looked at", () => {
    expect(explain(viewerOf(contact()), "billing.overview.view").grantors).toEqual([]);
  });

  it("needs no more than to lift a suspension, if that is all there is", () => {
    const suspended = { contactSuspended: true };
    const restoring = helper("people.members.suspend");
    expect(helpersOf(contact({ roles: ["support"], gates: suspended }), "links.add", restoring)).toContain("Mia");
    expect(helpersOf(contact({ on: ["links.add"], gates: suspended }), "links.add", restoring)).toContain("Mia");
    expect(helpersOf(contact({ roles: ["support"], gates: suspended }), "links.add", helper())).toEqual([
      "Olga",
      "Adam",
    ]);
  });

  it("needs no more than to move an end date, if that is all there is", () => {
    const ended = contact({ roles: ["support"], gates: { contactEndsAt: yesterday } });
    expect(helpersOf(ended, "links.add", helper("people.terms.set"))).toContain("Mia");
  });

  it("needs no more than to turn the area on, if that is all there is", () => {
    const off = contact({ roles: ["support"], gates: { areasOff: ["links"] } });
    expect(helpersOf(off, "links.add", helper("settings.areas.change"))).toContain("Mia");
  });

  it("has to be able to do all of it, where there is more than one thing to do", () => {
    const shut = contact({ roles: ["support"], gates: { contactSuspended: true, areasOff: ["links"] } });
    expect(helpersOf(shut, "links.add", helper("people.members.suspend"))).toEqual(["Olga", "Adam"]);
    expect(helpersOf(shut, "links.add", helper("people.members.suspend", "settings.areas.change"))).toContain("Mia");
    const off = contact({ roles: ["support"], off: ["links.add"], gates: { contactSuspended: true } });
    expect(helpersOf(off, "links.add", helper("people.members.suspend"))).toEqual(["Olga", "Adam"]);
    expect(helpersOf(off, "links.add", helper("people.members.suspend", "people.roles.change"))).toContain("Mia");
  });

  it("gives the one permission, and leaves what else is switched off as it is", () => {
    const off = contact({ roles: ["support"], off: ["links.add"] });
    const giver = contact({ roles: ["support"], on: ["people.roles.change", "reports.view"], off: ["links.add"] });
    expect(helpersOf(off, "reports.view", giver)).toContain("Mia");
  });

  it("may leave what only the owner could have given", () => {
    const ordering = contact({ roles: ["support"], on: ["services.order"] });
    expect(helpersOf(ordering, "reports.view")).toEqual(["Olga", "Adam"]);
  });
});
