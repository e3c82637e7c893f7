import { type AccessPlan, nothingPlanned, planOf, rolesIn, sameEnd, sameItems, sameRest } from "./access-plan";
import { can } from "./evaluate";
import { type Refused, refused, refusedWithout } from "./refusal";
import type { CustomerRole } from "./roles";
import { isElsewhere, isOwner, type Subject } from "./subject";
import type { Viewer } from "./viewer";

/** The sets of roles staff assign on request: the standard roles of the account roles document, except the owner. */
export const standardRoleSets = [
  ["billing"],
  ["support"],
  ["billing", "support"],
  ["administrator"],
] as const satisfies readonly (readonly CustomerRole[])[];

/**
 * Why staff may not grant this access, if so. Staff hold no customer permissions, so instead of rule 9 they may assign
 * the standard roles only, change no individual permission, limit or end date, and grant nothing to themselves.
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
