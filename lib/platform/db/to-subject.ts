import { isPermission, type Permission } from "@/lib/policy/permissions";
import type { Subject } from "@/lib/policy/viewer";
import type { AccountFacts } from "./credential";

/** A contact, as selected by `contactFacts` of subject-columns.ts. */
export interface ContactJson {
  id: string;
  name: string;
  ofStaff: boolean;
  suspended: boolean;
  endsAt: string | null;
  twoFactorDue: string | null;
  owner: boolean;
  since: string;
  roles: { role: "administrator" | "billing" | "support"; endsAt: string | null; givenBy: string; givenAt: string }[];
  overrides: { permission: string; effect: "on" | "off"; endsAt: string | null; givenBy: string }[];
  recordGrants: { permission: string; recordId: string; endsAt: string; givenBy: string }[];
  services: string[] | null;
  departmentsOff: Subject["departmentsOff"];
}

/** A query's result for one person on one account. */
export interface SubjectRow {
  personId: string;
  suspendedAt: Date | null;
  tokenPermissions: string[] | null;
  staffRoles: Subject["staffRoles"];
  contact: ContactJson | null;
  account: (AccountFacts & { areasOff: string[] }) | null;
  /** What the account's owner has opened to staff; read for staff only. */
  staffAccess?: StaffAccessJson | null;
}

/** An opening, as selected by credential-statements.ts. */
export interface StaffAccessJson {
  areas: string[];
  endsAt: string;
  givenBy: string;
}

const date = (iso: string | null): Date | null => (iso === null ? null : new Date(iso));

/** The person in the form that decisions use. */
export function toSubject(row: SubjectRow, now: Date): Subject {
  const { contact, account } = row;
  return {
    personId: row.personId,
    contactId: contact?.id ?? null,
    accountId: account?.id ?? null,
    roles: contact === null ? [] : rolesOf(contact),
    overrides: (contact?.overrides ?? []).flatMap((o) =>
      isPermission(o.permission) ? [{ ...o, permission: o.permission, endsAt: date(o.endsAt) }] : [],
    ),
    recordGrants: (contact?.recordGrants ?? []).flatMap((one) =>
      isPermission(one.permission) ? [{ ...one, permission: one.permission, endsAt: new Date(one.endsAt) }] : [],
    ),
    serviceLimit: contact?.services ?? null,
    departmentsOff: contact?.departmentsOff ?? [],
    staffRoles: row.staffRoles,
    staffAccess: row.staffRoles.length > 0 ? openedOf(row.staffAccess ?? null) : null,
    gates: {
      personSuspended: row.suspendedAt !== null,
      contactIsStaff: contact?.ofStaff ?? false,
      contactSuspended: contact?.suspended ?? false,
      contactEndsAt: date(contact?.endsAt ?? null),
      twoFactorDue: date(contact?.twoFactorDue ?? null),
      accountClosed: account?.closed ?? false,
      areasOff: (account?.areasOff ?? []) as Subject["gates"]["areasOff"],
      tokenPermissions: row.tokenPermissions?.filter((key): key is Permission => isPermission(key)) ?? null,
    },
    now,
  };
}

function openedOf(opened: StaffAccessJson | null): NonNullable<Subject["staffAccess"]> | null {
  if (opened === null) return null;
  const { areas, endsAt, givenBy } = opened;
  return { areas: areas as Subject["gates"]["areasOff"], endsAt: new Date(endsAt), givenBy };
}

function rolesOf(contact: ContactJson): Subject["roles"] {
  const given = contact.roles.map((r) => ({
    role: r.role,
    endsAt: date(r.endsAt),
    givenBy: r.givenBy,
    givenAt: new Date(r.givenAt),
  }));
  if (!contact.owner) return given;
  return [{ role: "owner", endsAt: null, givenBy: null, givenAt: new Date(contact.since) }, ...given];
}
