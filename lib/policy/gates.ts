import { isSwitchable } from "./areas";
import { type Department, departments } from "./departments";
import type { Attributes } from "./expression";
import { entryOf, type Permission } from "./permissions";
import { isShownInLook } from "./reading";
import { isRecused } from "./recusal";
import { isOver, isOwner, lacksTwoFactor, type Subject } from "./subject";

export type GateName =
  | "person-suspended"
  | "not-in-token"
  | "contact-is-staff"
  | "contact-suspended"
  | "contact-ended"
  | "two-factor-missing"
  | "account-closed"
  | "area-off"
  | "switched-off"
  | "department-off"
  | "looking"
  | "looker-without"
  | "recused";

/** Something that removes a permission, whatever grants it. */
export interface Gate {
  kind: "gate";
  gate: GateName;
  givenBy: string | null;
  endsAt: Date | null;
}

/** Gates that apply to the person, with all their roles. */
export function personGates(subject: Subject, permission: Permission): Gate[] {
  const { personSuspended, tokenPermissions } = subject.gates;
  return [
    ...when(personSuspended, "person-suspended"),
    ...when(tokenPermissions !== null && !tokenPermissions.includes(permission), "not-in-token"),
  ];
}

/**
 * Gates that apply to whoever looks as the person. `lookerMay` is whether they may do it themselves. An account that is closed
 * and the like is named first: it would be the reason for the person, too.
 */
export function lookGates(permission: Permission, lookerMay: boolean): Gate[] {
  if (!isShownInLook(permission)) return when(true, "looking");
  return when(!lookerMay, "looker-without");
}

/** Gates that apply to what the account's owner has opened to staff. */
export function openedGates({ gates }: Subject, permission: Permission): Gate[] {
  return [
    ...when(gates.accountClosed, "account-closed"),
    ...when(gates.areasOff.includes(entryOf(permission).area), "area-off"),
  ];
}

/** Gates that apply to the contact on the account. They don't affect staff roles. */
export function contactGates(subject: Subject, permission: Permission, record?: object): Gate[] {
  const { contactIsStaff, contactSuspended, contactEndsAt, accountClosed, areasOff } = subject.gates;
  const { area, afterClosing = false } = entryOf(permission);
  const { twoFactorDue } = subject.gates;
  const owner = isOwner(subject);
  return [
    ...when(contactIsStaff, "contact-is-staff"),
    ...when(contactSuspended, "contact-suspended"),
    ...when(isOver(contactEndsAt, subject.now) && !owner, "contact-ended", { endsAt: contactEndsAt }),
    ...when(lacksTwoFactor(subject) && !isMailed(area), "two-factor-missing", { endsAt: twoFactorDue }),
    ...when(accountClosed && !afterClosing, "account-closed"),
    ...when(isSwitchable(area) && areasOff.includes(area), "area-off"),
    ...(owner ? [] : [...switchedOff(subject, permission), ...departmentOff(subject, permission, record)]),
  ];
}

/**
 * Two-factor sign-in protects signing in, and mail needs none: otherwise the invoices of an account whose people aren't
 * ready would reach nobody.
 */
export function isMailed(area: string): boolean {
  return area === "notices";
}

/** Binds the owner too, and only the record it is about. */
export function recusalGates(viewer: Attributes, permission: Permission, record: object | undefined): Gate[] {
  return when(record !== undefined && isRecused(permission, record, viewer), "recused");
}

function switchedOff(subject: Subject, permission: Permission): Gate[] {
  const off = subject.overrides.find(
    (it) => it.permission === permission && it.effect === "off" && !isOver(it.endsAt, subject.now),
  );
  return off ? when(true, "switched-off", off) : [];
}

/** Without a record only if no department is left. */
function departmentOff({ departmentsOff }: Subject, permission: Permission, record: object | undefined): Gate[] {
  if (!entryOf(permission).departmentBound) return [];
  const { department } = (record ?? {}) as { department?: Department };
  const asked = department === undefined ? departments : [department];
  return when(
    asked.every((one) => departmentsOff.includes(one)),
    "department-off",
  );
}

function when(shut: boolean, gate: GateName, by: { givenBy?: string | null; endsAt?: Date | null } = {}): Gate[] {
  return shut ? [{ kind: "gate", gate, givenBy: by.givenBy ?? null, endsAt: by.endsAt ?? null }] : [];
}
