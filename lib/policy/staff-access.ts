import { type Cell, cellOf } from "./matrix";
import { grantedMask, indexOf, maskAt, type PermissionMasks } from "./permission-masks";
import { entryOf, type Permission, permissionKeys } from "./permissions";
import { isReading } from "./reading";
import { isOver, type Subject } from "./subject";

type Visitor = Pick<Subject, "staffRoles" | "staffAccess" | "gates" | "now">;

/** What the owner's opening gives a permission for: what the owner sees there, so no proposal that only its voters see. */
export function openedCell({ staffRoles, staffAccess }: Visitor, permission: Permission): Cell | undefined {
  const { area } = entryOf(permission);
  if (!staffAccess?.areas.includes(area) || !isReading(permission)) return undefined;
  const isSupport = staffRoles.includes("agent") || staffRoles.includes("manager");
  return isSupport ? cellOf(permission, "owner") : undefined;
}

/** Does it still count? Areas that are off and closed accounts are closed to staff as well. */
export const isOpened = ({ staffAccess, gates, now }: Visitor, permission: Permission): boolean =>
  Boolean(staffAccess) &&
  !isOver(staffAccess?.endsAt ?? null, now) &&
  !gates.accountClosed &&
  !gates.areasOff.includes(entryOf(permission).area);

/** Adds to the cells of staff what the account's owner has opened to them. */
export function withOpened(subject: Subject, cells: PermissionMasks): PermissionMasks {
  if (!subject.staffAccess || subject.staffRoles.length === 0) return cells;
  const opened = cells.slice();
  for (const permission of permissionKeys) {
    if (openedCell(subject, permission) === undefined || !isOpened(subject, permission)) continue;
    opened[indexOf[permission]] = maskAt(cells, permission) | grantedMask(permission);
  }
  return opened;
}
