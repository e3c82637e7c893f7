import { type AccessPlan, nothingPlanned, planOf, rolesIn, sameEnd, sameItems, sameRest } from "./access-plan";
import { can } from "./evaluate";
import { type Refused, refused, refusedWithout } from "./refusal";
import type { CustomerRole } from "./roles";
import { isElsewhere, isOwner, type Subject } from "./subject";
import type { Viewer } from "./viewer";

/** The sets of roles that staff give on request: the standard roles of the account roles document, less the owner. */
export const standardRoleSets = [
  ["billing"],
  ["support"],
  ["billing", "support"],
  ["administrator"],
] as const satisfies readonly (readonly CustomerRole[])[];

/**
 * Why staff may not give this access, if so. Staff hold nothing of a customer's, so rule 9 is for them: the standard
 * roles, no single permission, no limit and no end date changed, and nothing for themselves.
 */
export function refusedToStaff(actor: Viewer, target: Subject | null, next: AccessPlan): Refused | null {
  if (!can(actor, "staff.roles.give") || (target && isElsewhere(actor, target)))
    return refusedWithout("staff.roles.give");
  const roles = rolesIn(next).map(({ role }) => role);
  if (roles.includes("owner") || (target && isOwner(target))) return refused("reserved-to-owner", { role: "owner" });
  const before = target ? planOf(target) : nothingPlanned;
  const keepsTheRest = sameRest(before, next) && sameEnd(before, next);
  const toOneself = target?.personId === actor.personId;
  return isStandard(roles) && keepsTheRest && !toOneself ? null : refused("not-yours-to-give", {});
}

function isStandard(roles: readonly CustomerRole[]): boolean {
  return standardRoleSets.some((set) => sameItems(set, roles));
}
