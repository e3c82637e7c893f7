import type { KnownContact } from "@/lib/accounts/core/known-contact";
import type { Context } from "@/lib/platform/operations/operation";
import { type AccessPlan, nothingPlanned, planOf, rolesIn, sameItems } from "@/lib/policy/access-plan";
import { type RoleChange, roleChange } from "@/lib/policy/role-change";
import { isOver } from "@/lib/policy/subject";
import { type RolePreset, rolePresets } from "@/lib/staff/core/schema";

export interface JudgedPreset {
  readonly next: AccessPlan;
  readonly verdict: RoleChange;
  /** Why it would be no use, though permitted. */
  readonly hindrance: string | null;
}

/**
 * What giving a standard role would do. The role is the whole of what the person then holds; single permissions, limits
 * and an end stay as they are, because staff change nothing but roles. `contact` null is somebody new.
 */
export function judgePreset(context: Context, contact: KnownContact | null, preset: RolePreset): JudgedPreset {
  const subject = contact?.person.subject ?? null;
  const before = subject ? planOf(subject) : nothingPlanned;
  const next = { ...before, roles: rolePresets[preset].roles };
  const verdict = roleChange(context.viewer, subject && { subject }, next);
  return { next, verdict, hindrance: contact && hindranceOf(contact, before, preset, context.realNow) };
}

function hindranceOf(contact: KnownContact, before: AccessPlan, preset: RolePreset, now: Date): string | null {
  const { name, status, endsAt } = contact;
  if (status === "suspended")
    return `${name} is suspended. Somebody in charge of the account has to restore them first.`;
  if (isOver(endsAt, now))
    return `The access of ${name} is over. Somebody in charge of the account has to extend it first.`;
  const lasting = rolesIn(before).filter((held) => held.endsAt === null);
  const held = lasting.map(({ role }) => role);
  const same = lasting.length === before.roles.length && sameItems(held, rolePresets[preset].roles);
  return same ? `${name} has exactly this already.` : null;
}
