import {
  ALWAYS,
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

type Holder = Pick<Subject, "contactId" | "accountId" | "roles" | "overrides" | "serviceLimit" | "now">;

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
  if (overrides.length === 0 && (contact.serviceLimit === null || owner)) return given;

  const cells = given.slice();
  for (const { permission, effect } of overrides) {
    if (effect === "on" && catalogue[permission].delegable !== "nobody") {
      cells[indexOf[permission]] = maskAt(cells, permission) | grantedMask(permission);
    }
  }
  if (owner) return cells;
  for (const { permission, effect } of overrides) if (effect === "off") cells[indexOf[permission]] = 0;
  if (contact.serviceLimit !== null) limitToServices(cells);
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
