import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rolesIn } from "@/lib/policy/access-plan";
import { notForAdministrators } from "@/lib/policy/documents/capabilities";
import { canSome } from "@/lib/policy/evaluate";
import { ownershipTransfer } from "@/lib/policy/ownership-transfer";
import { permissionKeys } from "@/lib/policy/permissions";
import { type PersonPermission, personChange } from "@/lib/policy/person-change";
import { roleChange } from "@/lib/policy/role-change";
import { isOwner, type Subject } from "@/lib/policy/subject";
import { viewerOf } from "@/lib/policy/viewer";
import { aContact, aPlan, aQuestion, aSubject, me } from "../arbitraries";
import { may } from "../ask";
import { contact } from "../people";

// Thousands of cases, on a machine that may have other work.

const anOwner = aContact.map((subject) => ({ ...subject, roles: contact({ roles: ["owner"] }).roles }));
const notTheOwner = aSubject.filter((subject) => !isOwner(subject));

describe("rule 3: an account has exactly one owner (what a change may do; the rest is the database's)", () => {
  it("no accepted change of roles adds or removes an owner", () => {
    let accepted = 0;
    fc.assert(
      fc.property(aSubject, fc.option(aContact), aPlan, (actor, subject, plan) => {
        if (!roleChange(viewerOf(actor), subject && { subject }, plan).ok) return;
        accepted++;
        const owned = rolesIn(plan).some(({ role }) => role === "owner");
        expect(owned).toBe(subject !== null && isOwner(subject));
      }),
      { numRuns: 1000 },
    );
    expect(accepted).toBeGreaterThan(20);
  });

  it("an owner who drops the owner role is told to transfer ownership first", () => {
    fc.assert(
      fc.property(anOwner, aPlan, (subject, plan) => {
        const roles = rolesIn(plan).filter(({ role }) => role !== "owner");
        const open = { ...subject, gates: contact().gates };
        const change = roleChange(viewerOf(open), { subject: open }, { ...plan, roles, overrides: [] });
        expect(change).toMatchObject({ ok: false, refusal: "last-owner" });
      }),
    );
  });
});

describe("rule 4: services.cancel and services.order", () => {
  it("only an owner can cancel services", () => {
    fc.assert(
      fc.property(aSubject, (subject) => {
        expect(isOwner(subject) || !canSome(viewerOf(subject), "services.cancel")).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("only an owner and people granted it individually can order services", () => {
    fc.assert(
      fc.property(aSubject, (subject) => {
        const given = subject.overrides.some((it) => it.permission === "services.order" && it.effect === "on");
        expect(isOwner(subject) || given || !canSome(viewerOf(subject), "services.order")).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(permissionKeys.filter((key) => notForAdministrators.includes(key)))(
    "nobody but the owner gives %s",
    (key) => {
      const grant = { permission: key, effect: "on" as const, endsAt: null };
      fc.assert(
        fc.property(notTheOwner, fc.option(aContact), aPlan, (actor, subject, plan) => {
          const without = subject && { ...subject, overrides: subject.overrides.filter((it) => it.permission !== key) };
          const change = roleChange(viewerOf(actor), without && { subject: without }, { ...plan, overrides: [grant] });
          expect(change.ok).toBe(false);
        }),
      );
    },
  );

  it("the owner can grant ordering, and can grant cancelling to no one", () => {
    const owner = viewerOf(contact({ roles: ["owner"] }));
    const subject = contact({ roles: ["support"] });
    const plan = (permission: "services.order" | "services.cancel") =>
      roleChange(
        owner,
        { subject },
        {
          roles: ["support"],
          overrides: [{ permission, effect: "on" }],
          serviceLimit: null,
          endsAt: null,
        },
      );
    expect(plan("services.order")).toMatchObject({ ok: true, gains: ["services.order"], loses: [] });
    expect(plan("services.cancel")).toMatchObject({
      ok: false,
      refusal: "reserved-to-owner",
      permission: "services.cancel",
    });
  });
});

describe("rule 5: an administrator has everything else, except the owner's access", () => {
  const owner = contact({ roles: ["owner"], contactId: me });
  const administrator = { ...owner, roles: contact({ roles: ["administrator"] }).roles };

  it("holds for any record", () => {
    fc.assert(
      fc.property(aQuestion, ({ permission, record }) => {
        const reserved = notForAdministrators.includes(permission);
        expect(may(administrator, permission, record)).toBe(!reserved && may(owner, permission, record));
      }),
      { numRuns: 1000 },
    );
  });

  it("nobody else can change the owner's roles, permissions, limits or end date", () => {
    fc.assert(
      fc.property(notTheOwner, anOwner, aPlan, (actor, subject, plan) => {
        expect(roleChange(viewerOf(actor), { subject }, plan).ok).toBe(false);
      }),
      { numRuns: 700 },
    );
  });

  it("nobody else can remove or suspend the owner, or change the owner's email address", () => {
    const acts: PersonPermission[] = ["people.members.remove", "people.members.suspend", "people.members.update-email"];
    fc.assert(
      fc.property(notTheOwner, anOwner, fc.constantFrom(...acts), (actor, subject, act) => {
        expect(personChange(viewerOf(actor), { subject }, act).ok).toBe(false);
      }),
      { numRuns: 700 },
    );
  });

  it("only the owner, or a staff manager on request, can transfer ownership", () => {
    fc.assert(
      fc.property(aSubject, aContact, (actor, subject) => {
        const allowed = ownershipTransfer(viewerOf(actor), { subject }).ok;
        expect(!allowed || isOwner(actor) || actor.staffRoles.includes("manager")).toBe(true);
        expect(!allowed || !isOwner(subject)).toBe(true);
      }),
      { numRuns: 700 },
    );
  });

  it("denials, limits and end dates do not apply to the owner", () => {
    fc.assert(
      fc.property(anOwner, aQuestion, (subject, { permission, record }) => {
        const gates = { ...contact().gates, contactEndsAt: subject.gates.contactEndsAt };
        const laden: Subject = { ...subject, contactId: owner.contactId, gates };
        expect(may(laden, permission, record)).toBe(may(owner, permission, record));
      }),
      { numRuns: 700 },
    );
  });
});
