import fc from "fast-check";
import type { AccessPlan } from "@/lib/policy/access-plan";
import { areas } from "@/lib/policy/areas";
import type { CatalogueEntry } from "@/lib/policy/catalogue/entry";
import { departments } from "@/lib/policy/departments";
import { catalogue, type Permission, permissionKeys } from "@/lib/policy/permissions";
import { grantableOn } from "@/lib/policy/record-grants";
import type { Field, RecordSchema } from "@/lib/policy/record-schema";
import { type RecordType, records } from "@/lib/policy/records";
import { customerRoleKeys, staffRoleKeys } from "@/lib/policy/roles";
import type { Gates, Subject } from "@/lib/policy/subject";
import { nextYear, now, tomorrow, yesterday } from "./people";

/** The ids everything refers to: few, so that references often match. The first three are contacts. */
export const ids = [1, 2, 3, 4, 5].map((n) => `00000000-0000-7000-8000-00000000000${n}`);
const contactIds = ids.slice(0, 3);
/** The most common subject is this contact. */
export const me = "00000000-0000-7000-8000-000000000001";
const fewIds = fc.subarray(ids);

export const aPermission = fc.constantFrom(...permissionKeys);

/** Mostly the first, which is the usual case. */
const mostly = <T>(usual: T, unusual: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(usual) }, unusual);

const anEnd = mostly<Date | null>(null, fc.constantFrom(yesterday, now, tomorrow, nextYear));
const givenBy = fc.constantFrom(null, "Olga Owner");

const someRoles = fc
  .subarray([...customerRoleKeys])
  .chain((roles) =>
    fc.tuple(
      ...roles.map((role) =>
        fc.record({ role: fc.constant(role), endsAt: anEnd, givenBy, givenAt: fc.constant(yesterday) }),
      ),
    ),
  );

const someOverrides = fc.uniqueArray(
  fc.record({
    permission: aPermission,
    effect: fc.constantFrom("on" as const, "off" as const),
    endsAt: anEnd,
    givenBy,
  }),
  { selector: ({ permission }) => permission, maxLength: 4 },
);

/** Mostly permissions that can be granted on a single record, and some that can't. */
export const aRecordGrant = fc.record({
  permission: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...permissionKeys.filter((key) => grantableOn(key) !== null)) },
    aPermission,
  ),
  recordId: fc.constantFrom(...ids),
  endsAt: fc.constantFrom(yesterday, now, tomorrow, nextYear),
  givenBy,
});

const someRecordGrants = fc.array(aRecordGrant, { maxLength: 4 });

const someGates: fc.Arbitrary<Gates> = fc.record({
  personSuspended: mostly(false, fc.boolean()),
  contactIsStaff: mostly(false, fc.boolean()),
  contactSuspended: mostly(false, fc.boolean()),
  contactEndsAt: anEnd,
  twoFactorDue: mostly<Date | null>(null, anEnd),
  accountClosed: mostly(false, fc.boolean()),
  areasOff: mostly<Gates["areasOff"]>([], fc.subarray([...areas])),
  tokenPermissions: mostly<Gates["tokenPermissions"]>(null, fc.subarray([...permissionKeys])),
});

/** Any subject: contacts with any roles, overrides and limits, staff, both, or neither, with any gates. */
export const aSubject: fc.Arbitrary<Subject> = fc.record({
  personId: fc.constantFrom("p1", "p2", "p3"),
  contactId: mostly<string | null>(me, fc.constantFrom(null, ...contactIds)),
  accountId: mostly<string | null>("account", fc.constant(null)),
  roles: someRoles,
  overrides: someOverrides,
  recordGrants: mostly<NonNullable<Subject["recordGrants"]>>([], someRecordGrants),
  serviceLimit: mostly<readonly string[] | null>(null, fewIds),
  departmentsOff: mostly<Subject["departmentsOff"]>([], fc.subarray([...departments])),
  staffRoles: mostly<Subject["staffRoles"]>([], fc.subarray([...staffRoleKeys])),
  gates: someGates,
  now: fc.constant(now),
});

/** A contact of the account, apart from staff and gates. */
export const aContact: fc.Arbitrary<Subject> = fc
  .record({ subject: aSubject, contactId: fc.constantFrom(...contactIds), endsAt: anEnd })
  .map(({ subject, contactId, endsAt }) => ({
    ...subject,
    personId: `person of ${contactId}`,
    contactId,
    accountId: "account",
    staffRoles: [],
    gates: { ...subject.gates, personSuspended: false, contactEndsAt: endsAt },
  }));

export const aPlan: fc.Arbitrary<AccessPlan> = fc.record({
  roles: someRoles.map((held) => held.map(({ role, endsAt }) => ({ role, endsAt }))),
  overrides: someOverrides,
  recordGrants: mostly<NonNullable<AccessPlan["recordGrants"]>>([], someRecordGrants),
  serviceLimit: mostly<readonly string[] | null>(null, fewIds),
  departmentsOff: mostly<Subject["departmentsOff"]>([], fc.subarray([...departments])),
  endsAt: anEnd,
});

/** A record of a kind, loaded with all fields and relations. */
export function aRecord(type: RecordType): fc.Arbitrary<Record<string, unknown>> {
  return shaped(records, type);
}

/** A permission with a record of its kind, or an empty record if it has none. */
export const aQuestion = aPermission.chain((permission) =>
  recordFor(permission).map((record) => ({ permission, record })),
);

export function recordFor(permission: Permission): fc.Arbitrary<Record<string, unknown>> {
  const { record }: CatalogueEntry = catalogue[permission];
  return record ? aRecord(record) : fc.constant({});
}

function shaped(schema: RecordSchema, type: string): fc.Arbitrary<Record<string, unknown>> {
  const { fields = {}, relations = {} } = schema[type] ?? {};
  const parts = Object.entries(fields).map(([name, field]) => [name, aValue(field)] as const);
  const related = Object.entries(relations).map(([name, { to, many }]) => {
    const one = shaped(schema, to);
    return [name, many ? fc.array(one, { maxLength: 3 }) : one] as const;
  });
  return fc.record(Object.fromEntries<fc.Arbitrary<unknown>>([...parts, ...related]));
}

function aValue({ values, type, nullable }: Field): fc.Arbitrary<unknown> {
  const text = fc.constantFrom(...(values ?? ids));
  const value: fc.Arbitrary<unknown> = type === "boolean" ? fc.boolean() : text;
  return nullable ? fc.option(value) : value;
}
