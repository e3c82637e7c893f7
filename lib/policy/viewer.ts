import { isSwitchable } from "./areas";
import { contactAccess } from "./contact-access";
import type { Attributes } from "./expression";
import { isMailed } from "./gates";
import { indexOf, maskAt, masksOf, nothing, type PermissionMasks } from "./permission-masks";
import { entryOf, permissionKeys } from "./permissions";
import { isShownInLook } from "./reading";
import { grantedSets } from "./record-grants";
import { withOpened } from "./staff-access";
import { isOver, isOwner, lacksTwoFactor, type Subject } from "./subject";

export type { Gates, HeldRole, Override, Subject } from "./subject";

/** A person as the policy sees them, for one request. Only created by `viewerOf`. */
class Viewer implements Attributes {
  readonly personId: string;
  readonly contactId: string | null;
  readonly accountId: string | null;
  readonly now: Date;
  readonly sets: Attributes["sets"];
  /** What the viewer may do: a mask per permission. Internal to this library; use `can`. */
  readonly cells: PermissionMasks;

  private constructor(
    readonly subject: Subject,
    cells: PermissionMasks,
    /** Who looks as this person, if anybody: then only what both may read is allowed. */
    readonly looker: Viewer | null,
  ) {
    this.personId = subject.personId;
    this.contactId = subject.contactId;
    this.accountId = subject.accountId;
    this.now = subject.now;
    const limit = subject.serviceLimit;
    this.sets = { ...(limit === null ? {} : { services: new Set(limit) }), ...grantedSets(subject) };
    this.cells = cells;
  }

  static of(subject: Subject): Viewer {
    return new Viewer(subject, accessOf(subject), null);
  }

  static like({ subject, cells }: Viewer, who: Who): Viewer {
    return new Viewer({ ...subject, ...who }, cells, null);
  }

  static lookingAs(subject: Subject, looker: Viewer): Viewer {
    return new Viewer(subject, sharedWith(looker, accessOf(subject)), looker);
  }
}

export type { Viewer };

/**
 * Compiles a subject. Cheap: people without overrides and gates share the array of their set of roles.
 * Roles and grants add access; gates remove it. A contact's gates don't affect staff roles.
 */
export function viewerOf(subject: Subject): Viewer {
  return Viewer.of(subject);
}

type Who = Pick<Subject, "personId" | "contactId">;

/** Another contact of the account with the same access, which is compiled once for all of them. Not for somebody who looks as another. */
export function viewerLike(alike: Viewer, who: Who): Viewer {
  return Viewer.like(alike, who);
}

/**
 * A person as somebody else who looks as them sees the portal: what both may read, and nothing that changes anything. A check
 * asks both, and a list is what is in both lists.
 */
export function viewerLookingAs(person: Subject, looker: Viewer): Viewer {
  return Viewer.lookingAs(person, looker);
}

/** What is left of a person's access for a looker: conditions of both are asked of the record. */
function sharedWith(looker: Viewer, cells: PermissionMasks): PermissionMasks {
  const left = nothing.slice();
  for (const permission of permissionKeys) {
    const both = isShownInLook(permission) && maskAt(looker.cells, permission) !== 0;
    if (both) left[indexOf[permission]] = maskAt(cells, permission);
  }
  return left;
}

function accessOf(subject: Subject): PermissionMasks {
  if (subject.gates.personSuspended) return nothing;
  const asContact = gated(subject, contactAccess(subject));
  return limitToToken(subject, united(asContact, withOpened(subject, masksOf([...subject.staffRoles, "self"]))));
}

function gated(subject: Subject, cells: PermissionMasks): PermissionMasks {
  const { contactIsStaff, contactSuspended, contactEndsAt, accountClosed, areasOff } = subject.gates;
  if (contactIsStaff || contactSuspended || (isOver(contactEndsAt, subject.now) && !isOwner(subject))) return nothing;
  const off = areasOff.filter(isSwitchable);
  const locked = lacksTwoFactor(subject);
  if (!accountClosed && !locked && off.length === 0) return cells;
  const left = cells.slice();
  for (const permission of permissionKeys) {
    const { area, afterClosing } = entryOf(permission);
    const shut = (accountClosed && !afterClosing) || (locked && !isMailed(area)) || off.some((it) => it === area);
    if (shut) left[indexOf[permission]] = 0;
  }
  return left;
}

function united(a: PermissionMasks, b: PermissionMasks): PermissionMasks {
  return a.map((mask, index) => mask | (b[index] ?? 0));
}

function limitToToken(subject: Subject, cells: PermissionMasks): PermissionMasks {
  const { tokenPermissions } = subject.gates;
  if (tokenPermissions === null) return cells;
  const limited = nothing.slice();
  for (const permission of tokenPermissions) limited[indexOf[permission]] = maskAt(cells, permission);
  return limited;
}
