import { type Department, departments } from "./departments";
import {
  ALWAYS,
  departmentBits,
  grantedMask,
  IF_GRANTED,
  indexOf,
  maskAt,
  masksOf,
  nothing,
  type PermissionMasks,
  WITHIN_SERVICES,
} from "./permission-masks";
import { catalogue, permissionKeys } from "./permissions";
import { liveGrants } from "./record-grants";
import { isOver, isOwner, type RecordGrant, type Subject } from "./subject";

type Holder = Pick<
  Subject,
  "contactId" | "accountId" | "roles" | "overrides" | "recordGrants" | "serviceLimit" | "departmentsOff" | "now"
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
  const granted = liveGrants(contact);
  if (overrides.length === 0 && granted.length === 0 && (unlimited || owner)) return given;

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
  addGranted(cells, contact, granted);
  return cells;
}

/** On single records, whatever the limit to services. A denial and departments that were taken away still count. */
function addGranted(
  cells: PermissionMasks,
  { overrides, departmentsOff, now }: Holder,
  granted: readonly RecordGrant[],
) {
  const none = departments.every((one) => departmentsOff.includes(one));
  for (const { permission } of granted) {
    const denied = overrides.some(
      (one) => one.permission === permission && one.effect === "off" && !isOver(one.endsAt, now),
    );
    if (denied || (none && "departmentBound" in catalogue[permission])) continue;
    const mask = maskAt(cells, permission);
    if (!(mask & ALWAYS)) cells[indexOf[permission]] = mask | IF_GRANTED;
  }
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
