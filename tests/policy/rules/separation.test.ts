import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canSome, where } from "@/lib/policy/evaluate";
import { toPrismaWhere } from "@/lib/policy/filter";
import type { RecordPermission } from "@/lib/policy/needs";
import { entryOf, type Permission, permissionKeys } from "@/lib/policy/permissions";
import { noRows } from "@/lib/policy/prisma-where";
import { roleChange } from "@/lib/policy/role-change";
import { type CustomerRole, customerRoleKeys } from "@/lib/policy/roles";
import { type Subject, viewerOf } from "@/lib/policy/viewer";
import { aContact, recordFor } from "../arbitraries";
import { may } from "../ask";
import { contact } from "../people";

// Thousands of cases, on a machine that may have other work.

/** Everything that could show amounts, invoices, cards or billing notifications. */
const billingInformation = permissionKeys.filter(
  (key) => key.startsWith("billing.") || key === "notices.invoices.receive" || key === "notices.billing.receive",
);

/** Everything that could show tickets, credentials or notifications about them. */
const supportInformation = permissionKeys.filter(
  (key) =>
    key.startsWith("support.") ||
    key === "services.credentials.view" ||
    key === "notices.services.receive" ||
    key === "notices.support.receive",
);

describe.each([
  { rule: 7, role: "support" as const, closed: billingInformation, named: "billing information" },
  { rule: 8, role: "billing" as const, closed: supportInformation, named: "tickets and login details" },
])("rule $rule: $role alone reaches no $named", ({ role, closed }) => {
  it("with any limits, end dates and gates, for any record", () => {
    fc.assert(
      fc.property(alone(role), aClosedQuestion(closed), (subject, { permission, record }) => {
        const viewer = viewerOf(subject);
        expect(canSome(viewer, permission)).toBe(false);
        expect(may(subject, permission, record)).toBe(false);
      }),
      { numRuns: 700 },
    );
  });

  it("in no list", () => {
    const viewer = viewerOf(contact({ roles: [role] }));
    const listed = closed.filter((key): key is RecordPermission => entryOf(key).record !== undefined);
    expect(listed).not.toEqual([]);
    for (const permission of listed) {
      expect([permission, toPrismaWhere(where(viewer, permission))]).toEqual([permission, { AND: [noRows] }]);
    }
  });

  it("and gains it only by roles that include it", () => {
    const others = customerRoleKeys.filter((other) => !["owner", "administrator", opposite(role)].includes(other));
    for (const other of others) {
      const viewer = viewerOf(contact({ roles: [role, other] }));
      expect(closed.filter((permission) => canSome(viewer, permission))).toEqual([]);
    }
  });

  it("and a change to that role alone removes all of it", () => {
    const owner = viewerOf(contact({ roles: ["owner"] }));
    const before = contact({ roles: ["billing", "support"] });
    const change = roleChange(
      owner,
      { subject: before },
      { roles: [role], overrides: [], serviceLimit: null, endsAt: null },
    );
    const held = closed.filter((permission) => canSome(viewerOf(before), permission));
    expect(change).toMatchObject({ ok: true, loses: held });
    expect(held).not.toEqual([]);
  });
});

/** A contact with that role and no individual permission granted. */
function alone(role: CustomerRole): fc.Arbitrary<Subject> {
  return aContact.map((subject) => ({
    ...subject,
    roles: contact({ roles: [role] }).roles,
    overrides: subject.overrides.filter(({ effect }) => effect === "off"),
    recordGrants: [],
  }));
}

function aClosedQuestion(closed: readonly Permission[]) {
  return fc
    .constantFrom(...closed)
    .chain((permission) => recordFor(permission).map((record) => ({ permission, record })));
}

function opposite(role: CustomerRole): CustomerRole {
  return role === "support" ? "billing" : "support";
}
