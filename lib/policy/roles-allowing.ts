import { expressionOf } from "./conditions";
import { ALWAYS, conditionsIn, indexOf, masksOf } from "./permission-masks";
import { entryOf, type Permission } from "./permissions";
import { type CustomerRole, customerRoleKeys } from "./roles";
import { namesContact } from "./rows-naming";
import type { Subject } from "./subject";

/** The roles of an account that allow it, at least for some records. */
export const rolesAllowing = (permission: Permission): CustomerRole[] =>
  customerRoleKeys.filter((role) => masksOf([role])[indexOf[permission]] !== 0);

/** Those of them that also allow it for records that don't name whoever holds the role. */
export const rolesAllowingUnnamed = (permission: Permission): CustomerRole[] => {
  const { record } = entryOf(permission);
  return rolesAllowing(permission).filter((role) => {
    const mask = masksOf([role])[indexOf[permission]] ?? 0;
    if (mask & ALWAYS || record === undefined) return true;
    return !conditionsIn(mask).every((name) => namesContact(expressionOf(name, record)));
  });
};

/** Has something they were given allowed it, whether or not it still does? */
export function wasGiven({ roles, overrides, recordGrants = [] }: Subject, permission: Permission): boolean {
  const allowing = rolesAllowing(permission);
  return (
    roles.some(({ role }) => allowing.includes(role)) ||
    overrides.some((one) => one.permission === permission && one.effect === "on") ||
    recordGrants.some((one) => one.permission === permission)
  );
}
