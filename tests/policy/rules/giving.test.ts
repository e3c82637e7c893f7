import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AccessPlan, rolesIn } from "@/lib/policy/access-plan";
import { canSome } from "@/lib/policy/evaluate";
import { type Permission, permissionKeys } from "@/lib/policy/permissions";
import { roleChange } from "@/lib/policy/role-change";
import { staffRoleKeys } from "@/lib/policy/roles";
import { standardRoleSets } from "@/lib/policy/staff-change";
import { isOwner, type Subject } from "@/lib/policy/subject";
import { viewerOf } from "@/lib/policy/viewer";
import { aContact, aPlan, aQuestion, aRecordGrant, me, recordFor } from "../arbitraries";
import { may } from "../ask";
import { contact, nextYear, now, staff, tomorrow, yesterday } from "../people";

// Thousands of cases, on a machine that may have other work.

/** Later times at which end dates have passed. */
const anInstant = fc.constantFrom(now, new Date(tomorrow.getTime() - 1), tomorrow, nextYear);

describe("rule 9: people can only grant what they hold", () => {
  it("the grantor of a change could do everything it grants, now or later", () => {
    let accepted = 0;
    fc.assert(
      fc.property(
        anActor,
        fc.option(aContact),
        aPlan,
        anInstant,
        fc.array(aQuestion, { minLength: 20 }),
        (...drawn) => {
          const [actor, subject, plan, instant, questions] = drawn;
          if (!roleChange(viewerOf(actor), subject && { subject }, plan).ok) return;
          accepted++;
          // On the same contact, so that "if invited" refers to the same person's invitations.
          const place = (person: Subject) => ({ ...open(person), contactId: me, now: instant });
          const [giver, before, after] = [actor, subject ?? contact(), changed(subject ?? contact(), plan)].map(place);
          for (const { permission, record } of questions) {
            if (!may(after as Subject, permission, record)) continue;
            const had = may(before as Subject, permission, record);
            expect([permission, had || may(giver as Subject, permission, record)]).toEqual([permission, true]);
          }
        },
      ),
      { numRuns: 1000 },
    );
    expect(accepted).toBeGreaterThan(40);
  });

  it("the grantor of permissions on single records could do it on each of these records, now or later", () => {
    let accepted = 0;
    const someGrants = fc.array(aRecordGrant, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(anActor, someGrants, someGrants, anInstant, fc.gen(), (drawn, own, recordGrants, instant, draw) => {
        const actor = { ...drawn, recordGrants: own };
        if (!roleChange(viewerOf(actor), null, plan({ recordGrants })).ok) return;
        accepted++;
        const [giver, after] = [actor, changed(contact(), plan({ recordGrants }))].map((person) => ({
          ...open(person),
          contactId: me,
          now: instant,
        }));
        for (const { permission, recordId } of recordGrants) {
          const record = { ...draw(recordFor, permission), id: recordId };
          if (!may(after as Subject, permission, record)) continue;
          expect([permission, may(giver as Subject, permission, record)]).toEqual([permission, true]);
        }
      }),
      { numRuns: 1000 },
    );
    expect(accepted).toBeGreaterThan(40);
  });

  it("over any number of changes, only the owner can widen what the others hold together", () => {
    const steps = fc.array(fc.tuple(fc.nat(2), fc.nat(2), aPlan), { minLength: 2, maxLength: 12 });
    let accepted = 0;
    fc.assert(
      fc.property(fc.tuple(anActor, aContact, aContact), steps, (drawn, changes) => {
        const contacts: Subject[] = drawn.map((one, i) => ({ ...notOwner(one), contactId: `c${i}` }));
        const before = reachOfAll(contacts);
        for (const [by, to, next] of changes) {
          const [actor, subject] = [contacts[by], contacts[to]];
          if (!actor || !subject || !roleChange(viewerOf(actor), { subject }, next).ok) continue;
          accepted++;
          contacts[to] = changed(subject, next);
        }
        expect(contacts.some(isOwner)).toBe(false);
        expect([...reachOfAll(contacts)].filter((permission) => !before.has(permission))).toEqual([]);
      }),
      { numRuns: 400 },
    );
    expect(accepted).toBeGreaterThan(40);
  });

  it("a token that may change roles cannot grant what the token does not include", () => {
    const gates = { tokenPermissions: ["people.roles.change"] as const };
    const administrator = contact({ roles: ["administrator"], gates });
    const change = roleChange(viewerOf(administrator), { subject: contact() }, plan({ roles: ["billing"] }));
    expect(change).toMatchObject({ ok: false, refusal: "not-yours-to-give", role: "billing" });
  });
});

describe("rule 9 for staff: the standard roles and nothing else", () => {
  const aStaffMember = fc.subarray([...staffRoleKeys], { minLength: 1 }).map((roles) => staff(...roles));

  it("hold for any request", () => {
    let accepted = 0;
    const aRequest = fc.oneof(
      aPlan,
      fc.constantFrom(...standardRoleSets).map((roles) => plan({ roles })),
    );
    fc.assert(
      fc.property(aStaffMember, fc.option(aContact), aRequest, (actor, subject, request) => {
        if (!roleChange(viewerOf(actor), subject && { subject }, request).ok) return;
        accepted++;
        const roles = rolesIn(request).map(({ role }) => role);
        expect(standardRoleSets.map((set) => [...set].sort().join())).toContain(roles.sort().join());
        expect(request.overrides).toEqual(subject?.overrides ?? []);
        expect(request.serviceLimit).toEqual(subject?.serviceLimit ?? null);
        expect(request.endsAt).toEqual(subject?.gates.contactEndsAt ?? null);
        expect(subject !== null && isOwner(subject)).toBe(false);
      }),
      { numRuns: 1000 },
    );
    expect(accepted).toBeGreaterThan(40);
  });

  it.each(["agent", "accounting", "manager"] as const)(
    "%s can assign each of them to new and existing people",
    (role) => {
      for (const roles of standardRoleSets) {
        expect(roleChange(viewerOf(staff(role)), null, plan({ roles })).ok).toBe(true);
        expect(
          roleChange(viewerOf(staff(role)), { subject: contact({ roles: ["support"] }) }, plan({ roles })).ok,
        ).toBe(true);
      }
    },
  );

  it("cannot be assigned to oneself", () => {
    const actor = staff("agent");
    const own = contact({ personId: actor.personId });
    expect(roleChange(viewerOf(actor), { subject: own }, plan({ roles: ["administrator"] }))).toMatchObject({
      ok: false,
      refusal: "not-yours-to-give",
    });
  });
});

/** Someone who may change roles: an owner, an administrator, or a contact granted that permission. */
const anActor = aContact.map((subject) => {
  const change = { permission: "people.roles.change" as const, effect: "on" as const, endsAt: null, givenBy: null };
  const terms = { ...change, permission: "people.terms.set" as const };
  const others = subject.overrides.filter(({ permission }) => permission.startsWith("people.") === false);
  return { ...subject, overrides: [...others, change, terms], gates: { ...subject.gates, contactSuspended: false } };
});

function plan(parts: Partial<AccessPlan>): AccessPlan {
  return { roles: [], overrides: [], serviceLimit: null, endsAt: null, ...parts };
}

/** The subject after a plan is saved. */
function changed(subject: Subject, next: AccessPlan): Subject {
  return {
    ...subject,
    roles: rolesIn(next).map((held) => ({ ...held, givenBy: null, givenAt: yesterday })),
    overrides: next.overrides.map(({ endsAt = null, ...override }) => ({ ...override, endsAt, givenBy: null })),
    recordGrants: (next.recordGrants ?? []).map((grant) => ({ ...grant, givenBy: null })),
    serviceLimit: next.serviceLimit,
    departmentsOff: next.departmentsOff ?? [],
    gates: { ...subject.gates, contactEndsAt: next.endsAt },
  };
}

/** Without gates that others may lift: suspensions, a closed account, areas turned off. Keeps the end date. */
function open(subject: Subject): Subject {
  const { contactEndsAt } = subject.gates;
  return { ...subject, gates: { ...contact().gates, contactEndsAt } };
}

function notOwner(subject: Subject): Subject {
  return { ...subject, roles: subject.roles.filter(({ role }) => role !== "owner") };
}

/** What any of them can do, now or at a later time. */
function reachOfAll(contacts: readonly Subject[]): Set<Permission> {
  const viewers = contacts.flatMap((one) =>
    [now, tomorrow, nextYear].map((instant) => viewerOf({ ...open(one), now: instant })),
  );
  return new Set(permissionKeys.filter((permission) => viewers.some((viewer) => canSome(viewer, permission))));
}
