import type { KnownContact } from "@/lib/accounts/core/known-contact";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { type AccessPlan, nothingPlanned, planOf, rolesIn, sameItems } from "@/lib/policy/access-plan";
import { type RoleChange, roleChange } from "@/lib/policy/role-change";
import { isOver } from "@/lib/policy/subject";
import { type RolePreset, rolePresets } from "@/lib/staff/core/schema";

export interface JudgedPreset {
  readonly next: AccessPlan;
  readonly verdict: RoleChange;
  /** Why it would have no effect, although permitted. */
  readonly hindrance: string | null;
}

/**
 * What assigning a standard role would do. It replaces all roles; individual permissions, limits and the end date are
 * kept, because staff only change roles. `contact` is null for a new person.
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
    return t("{name} is suspended. The owner or an administrator must restore their access first.", { name });
  if (isOver(endsAt, now))
    return t("{name}'s access has ended. The owner or an administrator must extend it first.", { name });
  const lasting = rolesIn(before).filter((held) => held.endsAt === null);
  const held = lasting.map(({ role }) => role);
  const same = lasting.length === before.roles.length && sameItems(held, rolePresets[preset].roles);
  return same ? t("{name} already has exactly this role.", { name }) : null;
}
