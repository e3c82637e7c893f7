import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Permission, permissionKeys } from "@/lib/policy/permissions";
import { customerRoleKeys, type Role, staffRoleKeys } from "@/lib/policy/roles";
import { isOver, isOwner, type Subject } from "@/lib/policy/subject";
import { aPermission, aQuestion, aRecord, aSubject, me } from "../arbitraries";
import { may } from "../ask";
import { goldenMatrix } from "../golden-matrix";
import { readTable } from "../golden-table";
import { contact, now } from "../people";

// Thousands of cases, on a machine that may have other work.

const golden = readTable(goldenMatrix);

describe("rule 1: nothing is allowed that no role or grant allows", () => {
  it("holds for any viewer and any record", () => {
    fc.assert(
      fc.property(aSubject, aQuestion, (subject, { permission, record }) => {
        if (may(subject, permission, record)) expect(givers(subject, permission)).not.toEqual([]);
      }),
      { numRuns: 700 },
    );
  });

  it("a person without roles and grants can only manage their own profile", () => {
    const nobody = contact();
    expect(permissionKeys.filter((permission) => may(nobody, permission, {}))).toEqual(["profile.manage"]);
  });
});

describe("rule 2: holding more never takes access away", () => {
  const aRole = fc.constantFrom(...customerRoleKeys);

  it("for another role", () => {
    fc.assert(
      fc.property(aSubject, aRole, aQuestion, (subject, role, { permission, record }) => {
        const held = { role, endsAt: null, givenBy: null, givenAt: now };
        const more = { ...subject, roles: [...subject.roles, held] };
        expect(!may(subject, permission, record) || may(more, permission, record)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("for another staff role", () => {
    fc.assert(
      fc.property(aSubject, fc.constantFrom(...staffRoleKeys), aQuestion, (subject, role, { permission, record }) => {
        const more = { ...subject, staffRoles: [...subject.staffRoles, role] };
        expect(!may(subject, permission, record) || may(more, permission, record)).toBe(true);
      }),
      { numRuns: 700 },
    );
  });

  it("for another granted permission", () => {
    fc.assert(
      fc.property(aSubject, aPermission, aQuestion, (subject, granted, { permission, record }) => {
        const grant = { permission: granted, effect: "on" as const, endsAt: null, givenBy: null };
        const more = { ...subject, overrides: [...subject.overrides, grant] };
        expect(!may(subject, permission, record) || may(more, permission, record)).toBe(true);
      }),
      { numRuns: 700 },
    );
  });

  it("a set of roles allows exactly what its roles allow individually", () => {
    const roles = fc.subarray([...customerRoleKeys]);
    fc.assert(
      fc.property(roles, aQuestion, (held, { permission, record }) => {
        const person = contact({ contactId: me });
        const as = (names: typeof held) => ({ ...person, roles: contact({ roles: names }).roles });
        const together = may(as(held), permission, record);
        expect(together).toBe(
          held.some((role) => may(as([role]), permission, record)) || permission === "profile.manage",
        );
      }),
      { numRuns: 700 },
    );
  });
});

describe("rule 6: billing and support together", () => {
  const person = contact({ contactId: me });
  const both = { ...person, roles: contact({ roles: ["billing", "support"] }).roles };
  const billing = { ...person, roles: contact({ roles: ["billing"] }).roles };
  const support = { ...person, roles: contact({ roles: ["support"] }).roles };

  it("are exactly the union of the two", () => {
    fc.assert(
      fc.property(aQuestion, ({ permission, record }) => {
        const either = may(billing, permission, record) || may(support, permission, record);
        expect(may(both, permission, record)).toBe(either);
      }),
      { numRuns: 1000 },
    );
  });

  it("include no people management", () => {
    const people = permissionKeys.filter((key) => key.startsWith("people."));
    const record = fc.sample(aRecord("contact"), 1)[0] ?? {};
    expect(people.filter((permission) => may(both, permission, record))).toEqual([
      "people.members.view",
      "people.members.view-details",
      "people.non-members.view",
    ]);
  });
});

/** The current roles and individual permissions that grant it according to the golden table. */
function givers(subject: Subject, permission: Permission): string[] {
  const owner = isOwner(subject);
  const live = subject.roles.filter((held) => owner || !isOver(held.endsAt, subject.now)).map((held) => held.role);
  const roles: Role[] = [...live, ...subject.staffRoles, "self"];
  const giving = roles.filter((role) => golden.get(permission)?.get(role) !== "no");
  const grants = subject.overrides.filter((it) => it.effect === "on" && it.permission === permission);
  return [...giving, ...grants.map(() => "grant")];
}
