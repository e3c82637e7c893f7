import { held, refusedAsAbove } from "./contact-change";
import { effectiveAccessOf } from "./effective-access";
import { can } from "./evaluate";
import { isSupersetOf } from "./is-superset-of";
import { permissionKeys } from "./permissions";
import { type Refused, refused, refusedWithout } from "./refusal";
import { isElsewhere, isOwner, isSameOwner, type Subject } from "./subject";
import type { Viewer } from "./viewer";

export type PersonPermission =
  | "people.members.remove"
  | "people.members.suspend"
  | "people.members.update-name"
  | "people.members.update-email"
  | "people.members.resend-invite";

/**
 * May the actor do this to a person? The owner can't be removed or suspended, nor can people with more access than the
 * actor. Changing an email address allows signing in as that person, so it requires everything the person holds. End
 * dates go through `roleChange`.
 */
export function personChange(
  actor: Viewer,
  target: { readonly subject: Subject },
  permission: PersonPermission,
): { ok: true } | Refused {
  return refusalOf(actor, target.subject, permission) ?? { ok: true };
}

function refusalOf(actor: Viewer, target: Subject, permission: PersonPermission): Refused | null {
  if (!can(actor, permission) || isElsewhere(actor, target)) return refusedWithout(permission);
  if (isHarmless(permission)) return null;
  const isEmail = permission === "people.members.update-email";
  if (isOwner(target)) {
    if (!isSameOwner(actor, target)) return refused("reserved-to-owner", { role: "owner" });
    return isEmail ? null : refused("last-owner", { role: "owner" });
  }
  if (target.contactId === actor.contactId) return null;
  return refusedAsAbove(actor, target) ?? (isEmail ? refusedAsTakeover(actor, target) : null);
}

function isHarmless(permission: PersonPermission): boolean {
  return permission === "people.members.update-name" || permission === "people.members.resend-invite";
}

function refusedAsTakeover(actor: Viewer, target: Subject): Refused | null {
  const mine = held(actor, actor.now);
  const theirs = effectiveAccessOf(target, actor.now);
  const above = permissionKeys.find((it) => !isSupersetOf(mine, theirs, it));
  return above ? refused("above-your-own-access", { permission: above }) : null;
}
