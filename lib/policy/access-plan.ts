import type { Department } from "./departments";
import type { Permission } from "./permissions";
import type { CustomerRole } from "./roles";
import type { Subject } from "./subject";

/** The access a contact will have after a change. A role given as a string has no end date. */
export interface AccessPlan {
  readonly roles: readonly (CustomerRole | { readonly role: CustomerRole; readonly endsAt: Date | null })[];
  readonly overrides: readonly {
    readonly permission: Permission;
    readonly effect: "on" | "off";
    readonly endsAt?: Date | null;
  }[];
  /** Permissions on single records; none if left out. */
  readonly recordGrants?: readonly {
    readonly permission: Permission;
    readonly recordId: string;
    readonly endsAt: Date;
  }[];
  readonly serviceLimit: readonly string[] | null;
  /** Departments of support that are taken away; none if left out. */
  readonly departmentsOff?: readonly Department[];
  /** When all access of the contact ends. */
  readonly endsAt: Date | null;
}

export const nothingPlanned: AccessPlan = {
  roles: [],
  overrides: [],
  recordGrants: [],
  serviceLimit: null,
  departmentsOff: [],
  endsAt: null,
};

/** The plan that changes nothing for a contact. */
export function planOf(subject: Subject): AccessPlan {
  const { roles, overrides, recordGrants = [], serviceLimit, departmentsOff, gates } = subject;
  return { roles, overrides, recordGrants, serviceLimit, departmentsOff, endsAt: gates.contactEndsAt };
}

/** The roles of a plan with their end dates. */
export function rolesIn(plan: AccessPlan): { role: CustomerRole; endsAt: Date | null }[] {
  return plan.roles.map((held) => (typeof held === "string" ? { role: held, endsAt: null } : held));
}

/** Do two plans grant the same, ignoring the contact's end date? */
export function sameAccess(a: AccessPlan, b: AccessPlan): boolean {
  return sameItems(rolesIn(a).map(roleKey), rolesIn(b).map(roleKey)) && sameRest(a, b);
}

/** Are two plans the same except for roles and end date? */
export function sameRest(a: AccessPlan, b: AccessPlan): boolean {
  const limited = (a.serviceLimit === null) === (b.serviceLimit === null);
  return (
    sameItems(a.overrides.map(overrideKey), b.overrides.map(overrideKey)) &&
    sameItems((a.recordGrants ?? []).map(grantKey), (b.recordGrants ?? []).map(grantKey)) &&
    limited &&
    sameItems(a.departmentsOff ?? [], b.departmentsOff ?? []) &&
    sameItems(a.serviceLimit ?? [], b.serviceLimit ?? [])
  );
}

export function sameEnd(a: AccessPlan, b: AccessPlan): boolean {
  return a.endsAt?.getTime() === b.endsAt?.getTime();
}

export function sameItems(a: readonly string[], b: readonly string[]): boolean {
  return a.every((item) => b.includes(item)) && b.every((item) => a.includes(item));
}

function roleKey({ role, endsAt }: { role: CustomerRole; endsAt: Date | null }): string {
  return [role, endsAt?.getTime()].join(":");
}

function overrideKey({ permission, effect, endsAt }: AccessPlan["overrides"][number]): string {
  return [permission, effect, endsAt?.getTime()].join(":");
}

function grantKey({ permission, recordId, endsAt }: NonNullable<AccessPlan["recordGrants"]>[number]): string {
  return [permission, recordId, endsAt.getTime()].join(":");
}
