import { type AccessPlan, nothingPlanned, planOf, rolesIn, sameAccess, sameEnd } from "./access-plan";
import { type EffectiveAccess, effectiveAccessOf, effectiveAccessUnder, nobody } from "./effective-access";
import { can } from "./evaluate";
import { instantsOf } from "./instants";
import { isSupersetOf } from "./is-superset-of";
import { cellOf } from "./matrix";
import { maskAt } from "./permission-masks";
import { catalogue, type Permission, permissionKeys } from "./permissions";
import { type Refused, refused, refusedWithout } from "./refusal";
import { isElsewhere, isOwner, isSameOwner, type Subject } from "./subject";
import type { Viewer } from "./viewer";

/** Why a contact may not give this access to another contact (`null`: a new one), if so. */
export function refusedToContact(actor: Viewer, target: Subject | null, next: AccessPlan): Refused | null {
  return (
    refusedAsUnauthorized(actor, target, next) ??
    refusedOverOwnership(actor, target, next) ??
    refusedAsReserved(actor, target, next) ??
    (target && refusedAsAbove(actor, target)) ??
    refusedAsNotHeld(actor, target, next)
  );
}

/** End dates require "Set end dates"; everything else requires "Change roles". */
function refusedAsUnauthorized(actor: Viewer, target: Subject | null, next: AccessPlan): Refused | null {
  const before = target ? planOf(target) : nothingPlanned;
  const termOnly = sameAccess(before, next) && !sameEnd(before, next);
  const elsewhere = target !== null && isElsewhere(actor, target);
  if (elsewhere || (!termOnly && !can(actor, "people.roles.change"))) return refusedWithout("people.roles.change");
  if (sameEnd(before, next) || can(actor, "people.terms.set")) return null;
  return refusedWithout("people.terms.set");
}

/** Rules 3 and 5. */
function refusedOverOwnership(actor: Viewer, target: Subject | null, next: AccessPlan): Refused | null {
  const stays = rolesIn(next).some(({ role }) => role === "owner");
  if (!target || !isOwner(target)) return stays ? refused("reserved-to-owner", { role: "owner" }) : null;
  if (!isSameOwner(actor, target)) return refused("reserved-to-owner", { role: "owner" });
  return stays ? null : refused("last-owner", { role: "owner" });
}

/** Rule 4: some permissions can only be granted by the owner, and some by nobody. */
function refusedAsReserved(actor: Viewer, target: Subject | null, next: AccessPlan): Refused | null {
  const reserved = next.overrides.find(({ permission, effect, endsAt = null }) => {
    const { delegable } = catalogue[permission];
    if (effect === "off" || delegable === "holders") return false;
    return delegable === "nobody" || !(isOwner(actor.subject) || isKept(target, permission, endsAt));
  });
  return reserved ? refused("reserved-to-owner", { permission: reserved.permission }) : null;
}

/** Do they already have it, for at least as long? */
function isKept(target: Subject | null, permission: Permission, until: Date | null): boolean {
  const held = target?.overrides.find((override) => override.permission === permission && override.effect === "on");
  return held !== undefined && (held.endsAt === null || (until !== null && until <= held.endsAt));
}

/** Nobody changes people with more access. What only the owner can grant doesn't count as more. */
export function refusedAsAbove(actor: Viewer, target: Subject): Refused | null {
  const mine = held(actor, actor.now);
  const theirs = effectiveAccessOf(target, actor.now);
  const above = permissionKeys.find((it) => catalogue[it].delegable === "holders" && !isSupersetOf(mine, theirs, it));
  return above ? refused("above-your-own-access", { permission: above }) : null;
}

/** Rule 9, now and at every later time at which someone's access expires. */
function refusedAsNotHeld(actor: Viewer, target: Subject | null, next: AccessPlan): Refused | null {
  for (const at of instantsOf(actor.subject, target, next, actor.now)) {
    const mine = held(actor, at);
    const before = target ? effectiveAccessOf(target, at) : nobody;
    const after = effectiveAccessUnder(next, at);
    for (const permission of permissionKeys) {
      if (isSupersetOf(before, after, permission)) continue;
      if (catalogue[permission].delegable === "owner" && !isOwner(actor.subject)) {
        return refused("reserved-to-owner", { permission });
      }
      if (!isSupersetOf(mine, after, permission)) {
        const lack = isSupersetOf(held(actor, actor.now), after, permission) ? "passing" : "not-held";
        return refused("not-yours-to-give", { permission, ...givenBy(next, permission), lack });
      }
    }
  }
  return null;
}

/** What the actor holds at a given time. A token limits what its bearer can grant. */
export function held(actor: Viewer, at: Date): EffectiveAccess {
  const { cells, ...reach } = effectiveAccessOf(actor.subject, at);
  const { tokenPermissions } = actor.subject.gates;
  if (tokenPermissions === null) return { cells, ...reach };
  const limited = permissionKeys.map((key) => (tokenPermissions.includes(key) ? maskAt(cells, key) : 0));
  return { cells: Int32Array.from(limited), ...reach };
}

/** The role of the plan that includes the permission, if any. */
function givenBy(next: AccessPlan, permission: Permission) {
  const role = rolesIn(next).find((held) => cellOf(permission, held.role) !== undefined)?.role;
  return role ? { role } : {};
}
