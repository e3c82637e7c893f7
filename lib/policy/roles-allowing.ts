import { indexOf, masksOf } from "./permission-masks";
import type { Permission } from "./permissions";
import { type CustomerRole, customerRoleKeys } from "./roles";
import type { Subject } from "./subject";

/** The roles of an account that allow it, at least for some records. */
export const rolesAllowing = (permission: Permission): CustomerRole[] =>
  customerRoleKeys.filter((role) => masksOf([role])[indexOf[permission]] !== 0);

/** Has something they were given allowed it, whether or not it still does? */
export function wasGiven({ roles, overrides, recordGrants = [] }: Subject, permission: Permission): boolean {
  const allowing = rolesAllowing(permission);
  return (
    roles.some(({ role }) => allowing.includes(role)) ||
    overrides.some((one) => one.permission === permission && one.effect === "on") ||
    recordGrants.some((one) => one.permission === permission)
  );
}
