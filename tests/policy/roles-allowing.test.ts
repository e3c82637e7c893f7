import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { canAsked } from "@/lib/policy/evaluate";
import type { Permission } from "@/lib/policy/permissions";
import { rolesAllowing, rolesAllowingUnnamed, wasGiven } from "@/lib/policy/roles-allowing";
import { idsIn } from "@/lib/policy/rows-naming";
import { viewerOf } from "@/lib/policy/viewer";
import { aContact, aQuestion } from "./arbitraries";
import { contact, yesterday } from "./people";

test("the roles that allow a permission are those with a cell in its row", () => {
  expect(rolesAllowing("notices.invoices.receive")).toEqual(["owner", "administrator", "billing"]);
  expect(rolesAllowing("people.roles.change")).toEqual(["owner", "administrator"]);
  expect(rolesAllowing("services.cancel")).toEqual(["owner"]);
});

test("a role that allows it only for records naming its holder is known from its cell", () => {
  expect(rolesAllowingUnnamed("documents.view")).toEqual(["owner", "administrator"]);
  expect(rolesAllowingUnnamed("decisions.proposals.view")).toEqual([]);
  expect(rolesAllowingUnnamed("support.tickets.view")).toEqual(rolesAllowing("support.tickets.view"));
});

test("whoever may is named by the record, or holds something that allows it for others as well", () => {
  fc.assert(
    fc.property(aContact, aQuestion, (subject, { permission, record }) => {
      if (!canAsked(viewerOf(subject), permission, record)) return;
      const openly = rolesAllowingUnnamed(permission);
      const given =
        wasGiven({ ...subject, roles: [] }, permission) || subject.roles.some(({ role }) => openly.includes(role));
      // What everybody may for themselves is no role of an account.
      const isOwn = rolesAllowing(permission).length === 0;
      expect(given || isOwn || idsIn(record).includes(subject.contactId ?? "")).toBe(true);
    }),
    { numRuns: 3_000 },
  );
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
