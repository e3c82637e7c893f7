import { type Cell, cellOf } from "./matrix";
import { catalogue, type Permission } from "./permissions";
import type { Role } from "./roles";
import { openedCell } from "./staff-access";
import { isOver, isOwner, type Subject } from "./subject";

/** What grants a permission, or did until it expired: a role, an individual permission, or the owner's opening to staff. */
export interface Source {
  kind: "role" | "grant" | "opened" | "ended";
  /** Null unless it is a role. */
  role: Role | null;
  condition: Cell | "ifGranted";
  givenBy: string | null;
  givenAt: Date | null;
  endsAt: Date | null;
}

/** What grants a permission through the contact on the account, including expired sources. */
export function contactSources(subject: Subject, permission: Permission, record?: object): Source[] {
  if (subject.contactId === null || subject.accountId === null) return [];
  return [
    ...fromRoles(subject, permission),
    ...fromGrants(subject, permission),
    ...fromRecordGrants(subject, permission, record),
  ];
}

/** What grants it independently of any account: staff roles, and the own profile. */
export function standingSources(subject: Subject, permission: Permission): Source[] {
  return [...subject.staffRoles, "self" as const].flatMap((role) => {
    const condition = cellOf(permission, role);
    return condition ? [{ kind: "role", role, condition, givenBy: null, givenAt: null, endsAt: null }] : [];
  });
}

/** What the account's owner has opened to staff for a while. */
export function openedSources(subject: Subject, permission: Permission): Source[] {
  const condition = openedCell(subject, permission);
  if (!condition || !subject.staffAccess) return [];
  const { endsAt, givenBy } = subject.staffAccess;
  const kind = isOver(endsAt, subject.now) ? "ended" : "opened";
  return [{ kind, role: null, condition, givenBy, givenAt: null, endsAt }];
}

function fromRoles(subject: Subject, permission: Permission): Source[] {
  const owner = isOwner(subject);
  return subject.roles.flatMap(({ role, givenBy, givenAt, endsAt }) => {
    const condition = cellOf(permission, role);
    const kind = isOver(endsAt, subject.now) && !owner ? "ended" : "role";
    return condition ? [{ kind, role, condition, givenBy, givenAt, endsAt: owner ? null : endsAt }] : [];
  });
}

function fromGrants(subject: Subject, permission: Permission): Source[] {
  const condition = cellOf(permission, "owner");
  if (!condition || catalogue[permission].delegable === "nobody") return [];
  return subject.overrides
    .filter((override) => override.permission === permission && override.effect === "on")
    .map(({ givenBy, endsAt }) => ({
      kind: isOver(endsAt, subject.now) ? "ended" : "grant",
      role: null,
      condition,
      givenBy,
      givenAt: null,
      endsAt,
    }));
}

/** Of grants on other records than the one in question nothing is said. */
function fromRecordGrants({ recordGrants = [], now }: Subject, permission: Permission, record?: object): Source[] {
  const { id } = (record ?? {}) as { id?: string };
  return recordGrants
    .filter((grant) => grant.permission === permission && (record === undefined || grant.recordId === id))
    .map(({ givenBy, endsAt }) => ({
      kind: isOver(endsAt, now) ? "ended" : "grant",
      role: null,
      condition: "ifGranted",
      givenBy,
      givenAt: null,
      endsAt,
    }));
}
