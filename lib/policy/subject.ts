import type { Department } from "./departments";
import type { Area, Permission } from "./permissions";
import type { CustomerRole, StaffRole } from "./roles";

/** A contact's role until `endsAt`, with the name of the grantor for explanations. */
export interface HeldRole {
  readonly role: CustomerRole;
  readonly endsAt: Date | null;
  readonly givenBy: string | null;
  readonly givenAt: Date;
}

/** An individual permission granted or denied to a contact, until `endsAt`. */
export interface Override {
  readonly permission: Permission;
  readonly effect: "on" | "off";
  readonly endsAt: Date | null;
  readonly givenBy: string | null;
}

/** A permission granted on one service or ticket, until `endsAt`. */
export interface RecordGrant {
  readonly permission: Permission;
  readonly recordId: string;
  readonly endsAt: Date;
  readonly givenBy: string | null;
}

/** What removes access, whatever the roles allow. */
export interface Gates {
  readonly personSuspended: boolean;
  /** The contact is a staff member: no access as a contact, whatever they were granted. */
  readonly contactIsStaff: boolean;
  readonly contactSuspended: boolean;
  readonly contactEndsAt: Date | null;
  /** From when the account requires two-factor sign-in, for a person who doesn't use it; null for others. */
  readonly twoFactorDue: Date | null;
  readonly accountClosed: boolean;
  readonly areasOff: readonly Area[];
  /** The permissions a token is limited to; `null` for a session. */
  readonly tokenPermissions: readonly Permission[] | null;
}

/** What an account's owner has opened to support, until `endsAt`. */
export interface StaffAccessWindow {
  readonly areas: readonly Area[];
  readonly endsAt: Date;
  readonly givenBy: string;
}

/** Everything a decision depends on, as read from the database for one request. */
export interface Subject {
  readonly personId: string;
  /** The person's contact on the account, if any. */
  readonly contactId: string | null;
  readonly accountId: string | null;
  readonly roles: readonly HeldRole[];
  readonly overrides: readonly Override[];
  /** Permissions granted on single records. Limits to services don't apply to them, denials do. */
  readonly recordGrants?: readonly RecordGrant[];
  /** Service permissions apply to these services only; `null` is no limit. Of tickets without a service, only own ones. */
  readonly serviceLimit: readonly string[] | null;
  /** Departments whose tickets are closed to the contact: a gate. */
  readonly departmentsOff: readonly Department[];
  readonly staffRoles: readonly StaffRole[];
  /** What the account's owner has opened to staff for a while. */
  readonly staffAccess?: StaffAccessWindow | null;
  readonly gates: Gates;
  readonly now: Date;
}

export function isOver(endsAt: Date | null, now: Date): boolean {
  return endsAt !== null && endsAt.getTime() <= now.getTime();
}

/** Whether the account requires two-factor sign-in by now, and the person doesn't use it. Binds the owner too. */
export function lacksTwoFactor({ gates, now }: Pick<Subject, "gates" | "now">): boolean {
  return isOver(gates.twoFactorDue, now);
}

/** End dates, limits and denials don't apply to the owner. */
export function isOwner(subject: Pick<Subject, "roles">): boolean {
  return subject.roles.some(({ role }) => role === "owner");
}

/** Is the target on another account, where the actor has no rights? */
export function isElsewhere(actor: { readonly subject: Subject }, target: Subject): boolean {
  return target.accountId === null || target.accountId !== actor.subject.accountId;
}

/** Are both the account's owner, and therefore the same person? */
export function isSameOwner(a: { readonly subject: Subject }, b: Subject): boolean {
  return a.subject.contactId === b.contactId && isOwner(a.subject) && isOwner(b);
}
