import type { SetName } from "./conditions";
import type { Area, Permission } from "./permissions";
import type { CustomerRole, StaffRole } from "./roles";

/** A role of a contact until `endsAt`, with the name of who gave it, for explanations. */
export interface HeldRole {
  readonly role: CustomerRole;
  readonly endsAt: Date | null;
  readonly givenBy: string | null;
  readonly givenAt: Date;
}

/** A single permission switched on or off for a contact, until `endsAt`. */
export interface Override {
  readonly permission: Permission;
  readonly effect: "on" | "off";
  readonly endsAt: Date | null;
  readonly givenBy: string | null;
}

/** What takes access away, whatever the roles give. */
export interface Gates {
  readonly personSuspended: boolean;
  /** The contact is one of staff: no access as a contact, whatever they were given. */
  readonly contactIsStaff: boolean;
  readonly contactSuspended: boolean;
  readonly contactEndsAt: Date | null;
  readonly accountClosed: boolean;
  readonly areasOff: readonly Area[];
  /** The permissions a token is limited to; `null` for a session. */
  readonly tokenPermissions: readonly Permission[] | null;
}

/** Everything a decision depends on, as read from the database for one request. */
export interface Subject {
  readonly personId: string;
  /** The person's contact on the account in question, if they are one. */
  readonly contactId: string | null;
  readonly accountId: string | null;
  readonly roles: readonly HeldRole[];
  readonly overrides: readonly Override[];
  /** Service-bound permissions reach these services only; `null` is no limit. A ticket without a service: one's own. */
  readonly serviceLimit: readonly string[] | null;
  readonly staffRoles: readonly StaffRole[];
  readonly gates: Gates;
  /** Sets of ids that conditions read, fetched once. `services` is made from `serviceLimit`. */
  readonly sets: Readonly<Partial<Record<Exclude<SetName, "services">, ReadonlySet<string>>>>;
  readonly now: Date;
}

export function isOver(endsAt: Date | null, now: Date): boolean {
  return endsAt !== null && endsAt.getTime() <= now.getTime();
}

/** Nobody changes the owner's access: end dates, limits and switched-off permissions do not reach the owner. */
export function isOwner(subject: Pick<Subject, "roles">): boolean {
  return subject.roles.some(({ role }) => role === "owner");
}

/** Is the person on another account than the actor, whose rights are nothing there? */
export function isElsewhere(actor: { readonly subject: Subject }, target: Subject): boolean {
  return target.accountId === null || target.accountId !== actor.subject.accountId;
}

/** Are both the account's owner, and so the same person? */
export function isSameOwner(a: { readonly subject: Subject }, b: Subject): boolean {
  return a.subject.contactId === b.contactId && isOwner(a.subject) && isOwner(b);
}
