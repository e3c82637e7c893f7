import type { Permission } from "@/lib/policy/permissions";
import type { CustomerRole, StaffRole } from "@/lib/policy/roles";
import type { Gates, Subject } from "@/lib/policy/subject";
import { type Viewer, viewerOf } from "@/lib/policy/viewer";

export const now = new Date("2026-03-02T09:00:00Z");
export const yesterday = new Date("2026-03-01T09:00:00Z");
export const tomorrow = new Date("2026-03-03T09:00:00Z");
export const nextYear = new Date("2027-03-02T09:00:00Z");

interface Traits extends Partial<Omit<Subject, "roles" | "overrides" | "gates" | "staffRoles">> {
  roles?: readonly CustomerRole[];
  on?: readonly Permission[];
  off?: readonly Permission[];
  gates?: Partial<Gates>;
}

let people = 0;

/** A contact of the account with the given roles and default values otherwise. */
export function contact({ roles = [], on = [], off = [], gates = {}, ...traits }: Traits = {}): Subject {
  const name = `contact-${++people}`;
  const override = (effect: "on" | "off") => (permission: Permission) =>
    ({ permission, effect, endsAt: null, givenBy: "Olga Owner" }) as const;
  return {
    personId: `person of ${name}`,
    contactId: name,
    accountId: "account",
    roles: roles.map((role) => ({ role, endsAt: null, givenBy: "Olga Owner", givenAt: yesterday })),
    overrides: [...on.map(override("on")), ...off.map(override("off"))],
    serviceLimit: null,
    departmentsOff: [],
    staffRoles: [],
    gates: { ...openGates, ...gates },
    now,
    ...traits,
  };
}

/** A staff member who isn't a contact of the account. */
export function staff(...staffRoles: StaffRole[]): Subject {
  return { ...contact(), contactId: null, staffRoles };
}

export const viewer = (traits?: Traits): Viewer => viewerOf(contact(traits));
export const staffViewer = (...roles: StaffRole[]): Viewer => viewerOf(staff(...roles));

const openGates: Gates = {
  personSuspended: false,
  contactIsStaff: false,
  contactSuspended: false,
  contactEndsAt: null,
  twoFactorDue: null,
  accountClosed: false,
  areasOff: [],
  tokenPermissions: null,
};
