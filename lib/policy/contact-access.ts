import type { Department } from "./departments";
import {
  ALWAYS,
  departmentBits,
  grantedMask,
  indexOf,
  maskAt,
  masksOf,
  nothing,
  type PermissionMasks,
  WITHIN_SERVICES,
} from "./permission-masks";
import { catalogue, permissionKeys } from "./permissions";
import { isOver, isOwner, type Subject } from "./subject";

type Holder = Pick<
  Subject,
  "contactId" | "accountId" | "roles" | "overrides" | "serviceLimit" | "departmentsOff" | "now"
>;

/**
 * What a contact holds by roles, individual permissions and limits, before temporary gates (a suspension, the contact's
 * end date, a closed account, an area turned off). The array may be shared; copy it before writing.
 */
export function contactAccess(contact: Holder): PermissionMasks {
  if (contact.contactId === null || contact.accountId === null) return nothing;
  const owner = isOwner(contact);
  const roles = contact.roles.filter((held) => owner || !isOver(held.endsAt, contact.now)).map((held) => held.role);
  const overrides = contact.overrides.filter((override) => !isOver(override.endsAt, contact.now));
  const given = masksOf(roles);
  const unlimited = contact.serviceLimit === null && contact.departmentsOff.length === 0;
  if (overrides.length === 0 && (unlimited || owner)) return given;

  const cells = given.slice();
  for (const { permission, effect } of overrides) {
    if (effect === "on" && catalogue[permission].delegable !== "nobody") {
      cells[indexOf[permission]] = maskAt(cells, permission) | grantedMask(permission);
    }
  }
  if (owner) return cells;
  for (const { permission, effect } of overrides) if (effect === "off") cells[indexOf[permission]] = 0;
  if (contact.serviceLimit !== null) limitToServices(cells);
  if (contact.departmentsOff.length > 0) takeAway(cells, contact.departmentsOff);
  return cells;
}

/** Service-bound cells are either `always` or no, so the limit replaces `always`. */
function limitToServices(cells: PermissionMasks): void {
  for (const permission of permissionKeys) {
    if ("serviceBound" in catalogue[permission] && maskAt(cells, permission) & ALWAYS) {
      cells[indexOf[permission]] = WITHIN_SERVICES;
    }
  }
}

/** What all departments are open to is split into those that are left. */
function takeAway(cells: PermissionMasks, off: readonly Department[]): void {
  const left = departmentBits.filter(({ department }) => !off.includes(department));
  for (const permission of permissionKeys) {
    if (!("departmentBound" in catalogue[permission])) continue;
    const mask = maskAt(cells, permission);
    const all = mask & ALWAYS ? "all" : "limited";
    cells[indexOf[permission]] = mask === 0 ? 0 : left.reduce((bits, bit) => bits | bit[all], 0);
  }
}
