import { describe, expect, it, test } from "vitest";
import type { Permission } from "@/lib/policy/permissions";
import { rolesAllowing, wasGiven } from "@/lib/policy/roles-allowing";
import { contact, yesterday } from "./people";

test("the roles that allow a permission are those with a cell in its row", () => {
  expect(rolesAllowing("notices.invoices.receive")).toEqual(["owner", "administrator", "billing"]);
  expect(rolesAllowing("people.roles.change")).toEqual(["owner", "administrator"]);
  expect(rolesAllowing("services.cancel")).toEqual(["owner"]);
});

describe("something that somebody was given", () => {
  const grant = (permission: Permission) => ({ permission, recordId: "one", endsAt: yesterday, givenBy: null });

  it("is a role, an individual permission or one for a single record, expired or not", () => {
    expect(wasGiven(contact({ roles: ["support", "billing"] }), "billing.invoices.view")).toBe(true);
    expect(wasGiven(contact({ on: ["links.add", "reports.view"] }), "reports.view")).toBe(true);
    const recordGrants = [grant("services.manage"), grant("support.tickets.view")];
    expect(wasGiven(contact({ recordGrants }), "support.tickets.view")).toBe(true);
  });

  it("is neither a denial, nor something else", () => {
    expect(wasGiven(contact(), "billing.invoices.view")).toBe(false);
    expect(wasGiven(contact({ roles: ["support"] }), "billing.invoices.view")).toBe(false);
    expect(wasGiven(contact({ off: ["reports.view"], on: ["links.add"] }), "reports.view")).toBe(false);
    expect(wasGiven(contact({ recordGrants: [grant("services.manage")] }), "support.tickets.view")).toBe(false);
  });
});
