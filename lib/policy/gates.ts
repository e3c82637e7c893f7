import { isSwitchable } from "./areas";
import { type Department, departments } from "./departments";
import type { Attributes } from "./expression";
import { entryOf, type Permission } from "./permissions";
import { isRecused } from "./recusal";
import { isOver, isOwner, type Subject } from "./subject";

export type GateName =
  | "person-suspended"
  | "not-in-token"
  | "contact-is-staff"
  | "contact-suspended"
  | "contact-ended"
  | "account-closed"
  | "area-off"
  | "switched-off"
  | "department-off"
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

/** Gates that apply to the contact on the account. They don't affect staff roles. */
export function contactGates(subject: Subject, permission: Permission, record?: object): Gate[] {
  const { contactIsStaff, contactSuspended, contactEndsAt, accountClosed, areasOff } = subject.gates;
  const { area, afterClosing = false } = entryOf(permission);
  const owner = isOwner(subject);
  return [
    ...when(contactIsStaff, "contact-is-staff"),
    ...when(contactSuspended, "contact-suspended"),
    ...when(isOver(contactEndsAt, subject.now) && !owner, "contact-ended", { endsAt: contactEndsAt }),
    ...when(accountClosed && !afterClosing, "account-closed"),
    ...when(isSwitchable(area) && areasOff.includes(area), "area-off"),
    ...(owner ? [] : [...switchedOff(subject, permission), ...departmentOff(subject, permission, record)]),
  ];
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
