import type { AccessPlan } from "./access-plan";
import { refusedToContact } from "./contact-change";
import { effectiveAccessOf, effectiveAccessUnder, nobody } from "./effective-access";
import { canSome } from "./evaluate";
import { isSupersetOf } from "./is-superset-of";
import { type Permission, permissionKeys } from "./permissions";
import { type Refused, refusedToStaffMember } from "./refusal";
import { refusedToStaff } from "./staff-change";
import type { Subject } from "./subject";
import type { Viewer } from "./viewer";

export type { AccessPlan } from "./access-plan";
export type { Refusal, Refused } from "./refusal";

/** What a change does when it is made. Notifications are permissions too, so they are in both pairs of lists. */
export interface Permitted {
  ok: true;
  gains: Permission[];
  loses: Permission[];
  noticesGained: Permission[];
  noticesLost: Permission[];
}

export type RoleChange = Permitted | Refused;

/**
 * May the actor give a contact this access (`target` is null for a new contact), and what would the contact gain and
 * lose? Rules 3, 4, 5 and 9: ownership is transferred (`ownershipTransfer`), never assigned as a role; only the owner
 * changes the owner's access; people grant only what they hold, now and later. Staff assign only standard roles, and
 * nobody grants anything to staff members.
 */
export function roleChange(actor: Viewer, target: { readonly subject: Subject } | null, next: AccessPlan): RoleChange {
  const subject = target?.subject ?? null;
  if (subject?.gates.contactIsStaff) return refusedToStaffMember();
  const refusal = refusedToContact(actor, subject, next);
  if (!refusal) return effectOf(subject, next, actor.now);
  if (!canSome(actor, "staff.roles.give")) return refusal;
  return refusedToStaff(actor, subject, next) ?? effectOf(subject, next, actor.now);
}

function effectOf(target: Subject | null, next: AccessPlan, now: Date): Permitted {
  const before = target ? effectiveAccessOf(target, now) : nobody;
  const after = effectiveAccessUnder(next, now);
  const gains = permissionKeys.filter((it) => !isSupersetOf(before, after, it));
  const loses = permissionKeys.filter((it) => !isSupersetOf(after, before, it));
  return { ok: true, gains, loses, noticesGained: gains.filter(isNotice), noticesLost: loses.filter(isNotice) };
}

export function isNotice(permission: Permission): boolean {
  return permission.startsWith("notices.");
}
