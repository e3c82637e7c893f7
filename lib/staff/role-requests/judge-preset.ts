import type { KnownContact } from "@/lib/accounts/core/known-contact";
import { planWithRoles } from "@/lib/accounts/role-requests/plan-with-roles";
import { roleHindrance } from "@/lib/accounts/role-requests/role-hindrance";
import type { RolePreset } from "@/lib/accounts/role-requests/schema";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import type { AccessPlan } from "@/lib/policy/access-plan";
import { isWithin } from "@/lib/policy/is-within";
import { type RoleChange, roleChange } from "@/lib/policy/role-change";

/** What was approved: a standard role, until a time. */
export interface Approved {
  readonly role: RolePreset;
  readonly roleEndsAt: Date | null;
}

export interface JudgedPreset {
  readonly next: AccessPlan;
  readonly verdict: RoleChange;
  /** Why it is more than was approved; null if it isn't. */
  readonly excess: string | null;
  /** Why it would have no effect, although permitted. */
  readonly hindrance: string | null;
}

/**
 * What assigning a standard role on an approved request would do. It replaces all roles and ends when the approved one
 * does. `contact` is null for a new person.
 */
export function judgePreset(
  { viewer, realNow: now }: Context,
  contact: KnownContact | null,
  preset: RolePreset,
  approved: Approved,
): JudgedPreset {
  const subject = contact?.person.subject ?? null;
  const next = planWithRoles(subject, preset, approved.roleEndsAt);
  const within = isWithin(next, planWithRoles(subject, approved.role, approved.roleEndsAt), now);
  return {
    next,
    verdict: roleChange(viewer, contact?.person ?? null, next),
    excess: within ? null : t("This is more than was approved."),
    hindrance: contact && roleHindrance(contact, next, now),
  };
}
