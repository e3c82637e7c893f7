import { isSwitchable } from "./areas";
import { type Cells, cellsOf, indexOf, nothing } from "./cells";
import { contactAccess } from "./contact-access";
import type { Attributes } from "./expression";
import { catalogue, permissionKeys } from "./permissions";
import { isOver, isOwner, type Subject } from "./subject";

export type { Gates, HeldRole, Override, Subject } from "./subject";

/** A person as the policy sees them, for one request. Made by `viewerOf` alone. */
class Viewer implements Attributes {
  readonly personId: string;
  readonly contactId: string | null;
  readonly accountId: string | null;
  readonly now: Date;
  readonly sets: Attributes["sets"];
  /** What the viewer may do: a mask for each permission. For this library alone; ask `can`. */
  readonly cells: Cells;

  private constructor(
    readonly subject: Subject,
    cells: Cells,
  ) {
    this.personId = subject.personId;
    this.contactId = subject.contactId;
    this.accountId = subject.accountId;
    this.now = subject.now;
    const limit = subject.serviceLimit;
    this.sets = limit === null ? subject.sets : { ...subject.sets, services: new Set(limit) };
    this.cells = cells;
  }

  static of(subject: Subject): Viewer {
    return new Viewer(subject, accessOf(subject));
  }
}

export type { Viewer };

/**
 * Compiles a subject. Cheap: people without overrides and gates share the array of their set of roles.
 * Roles and grants add; gates take away. The gates of a contact do not reach staff roles.
 */
export function viewerOf(subject: Subject): Viewer {
  return Viewer.of(subject);
}

function accessOf(subject: Subject): Cells {
  if (subject.gates.personSuspended) return nothing;
  const asContact = gated(subject, contactAccess(subject));
  const asPerson = cellsOf([...subject.staffRoles, "self"]);
  const cells = asContact.map((mask, index) => mask | asPerson[index]!);
  return limitToToken(subject, cells);
}

function gated(subject: Subject, cells: Cells): Cells {
  const { contactSuspended, contactEndsAt, accountClosed, areasOff } = subject.gates;
  if (contactSuspended || (isOver(contactEndsAt, subject.now) && !isOwner(subject))) return nothing;
  const off = areasOff.filter(isSwitchable);
  if (!accountClosed && off.length === 0) return cells;
  return cells.map((mask, index) => {
    const { area, ...entry } = catalogue[permissionKeys[index]!];
    if (accountClosed && !("afterClosing" in entry)) return 0;
    return isSwitchable(area) && off.includes(area) ? 0 : mask;
  });
}

function limitToToken(subject: Subject, cells: Cells): Cells {
  const { tokenPermissions } = subject.gates;
  if (tokenPermissions === null) return cells;
  const limited = nothing.slice();
  for (const permission of tokenPermissions) limited[indexOf[permission]] = cells[indexOf[permission]]!;
  return limited;
}
