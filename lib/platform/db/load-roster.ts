import type { Subject, Viewer } from "@/lib/policy/viewer";
import { viewerLike, viewerOf } from "@/lib/policy/viewer";
import type { ScopedDb } from "./scoped-db";
import { memberIds, plannedForFirst, type SomeMembers } from "./some-members";
import { raw, type Sql, sql } from "./sql";
import { accountFacts } from "./subject-columns";
import { type ContactJson, type SubjectRow, toSubject } from "./to-subject";

/**
 * One of an account's people with what decisions about them need. Who gave them what, and until when, isn't known: an explanation
 * takes `members`.
 */
export interface Standing {
  readonly contactId: string;
  readonly name: string;
  readonly hasLogin: boolean;
  readonly viewer: Viewer;
}

/**
 * The people of an account, or some of them, by name, to decide about all of them at once: thousands have a few dozen different
 * accesses, so each is compiled once. The answers at `now` are those for the subjects of `loadMembers`.
 */
export async function loadRoster(
  db: ScopedDb,
  accountId: string,
  now: Date,
  which: SomeMembers = {},
): Promise<Standing[]> {
  const [row] = await plannedForFirst<RosterRow>(db, which, rosterSql(accountId, now, which));
  if (row === undefined) return [];
  const facts = {
    roles: byContact(row.roles),
    single: byContact(row.single),
    grants: byContact(row.grants),
    services: byContact(row.services),
  };
  const compiled = new Map<string, Viewer>();
  return row.people.map(([contactId, personId, name, ...own]) => {
    const held = {
      roles: facts.roles.get(contactId) ?? [],
      single: facts.single.get(contactId) ?? [],
      grants: facts.grants.get(contactId) ?? [],
      services: facts.services.get(contactId) ?? [],
    };
    const key = JSON.stringify([own, held]);
    const alike = compiled.get(key) ?? viewerOf(subjectOf(row, own, held, now));
    compiled.set(key, alike);
    const viewer = viewerLike(alike, { contactId, personId: personId ?? "" });
    return { contactId, name, hasLogin: personId !== null, viewer };
  });
}

type Own = [
  suspended: boolean,
  personSuspended: boolean,
  isStaff: boolean,
  ended: boolean,
  owner: boolean,
  lacksFactor: boolean,
  limited: boolean,
  departmentsOff: Subject["departmentsOff"],
];
type Of<Facts extends unknown[]> = [contactId: string, ...Facts];
type Role = [role: ContactJson["roles"][number]["role"]];
type Single = [permission: string, effect: "on" | "off"];
type GrantOfOne = [permission: string, recordId: string, endsAt: string];
type Service = [serviceId: string];

interface Held {
  readonly roles: readonly Role[];
  readonly single: readonly Single[];
  readonly grants: readonly GrantOfOne[];
  readonly services: readonly Service[];
}

interface RosterRow {
  readonly account: SubjectRow["account"];
  readonly twoFactorFrom: Date | null;
  readonly people: [contactId: string, personId: string | null, name: string, ...Own][];
  readonly roles: Of<Role>[];
  readonly single: Of<Single>[];
  readonly grants: Of<GrantOfOne>[];
  readonly services: Of<Service>[];
}

/**
 * One row, each kind of fact as one value that is read by itself: a join of thousands of people with what each holds is planned for a few,
 * and then compares each with all. What is over is left out, and what isn't over counts as if it had no end.
 */
function rosterSql(accountId: string, now: Date, which: SomeMembers): Sql {
  const id = sql`${accountId}::uuid`;
  const live = sql`(x."endsAt" is null or x."endsAt" > ${now}::timestamptz)`;
  const isFew = which.ids !== undefined || which.first !== undefined || which.some !== undefined;
  const ofThem = isFew ? sql`x."contactId" = any(array(select "id" from chosen))` : sql`true`;
  const facts = (table: string, columns: Sql, condition: Sql, order: Sql) => sql`
    (select coalesce(json_agg(json_build_array(x."contactId", ${columns}) order by ${order}), '[]')
      from ${raw(`"${table}"`)} x where x."accountId" = ${id} and ${ofThem} and ${condition})`;
  return sql`
    with chosen as materialized (${memberIds(accountId, now, which)})
    select ${accountFacts} as account, a."twoFactorFrom",
      (select coalesce(json_agg(json_build_array(c."id", c."personId", c."name", c."status" = 'suspended', p."suspendedAt" is not null,
          exists (select 1 from "StaffMember" t where t."personId" = c."personId"), coalesce(c."endsAt" <= ${now}::timestamptz, false),
          c."id" = a."ownerContactId", p."id" is not null and p."twoFactorSince" is null, c."limitedToServices", c."departmentsOff")
          order by c."nameSearch", c."id"), '[]')
        from chosen cross join lateral (select * from "Contact" m where m."id" = chosen."id" offset 0) c left join "Person" p on p."id" = c."personId") as people,
      ${facts("ContactRole", sql`x."role"`, live, sql`x."role"`)} as roles,
      ${facts("ContactPermission", sql`x."permission", x."effect"`, live, sql`x."permission"`)} as single,
      ${facts("RecordGrant", sql`x."permission", coalesce(x."serviceId", x."ticketId"), x."endsAt"`, live, sql`x."id"`)} as grants,
      ${facts("ContactService", sql`x."serviceId"`, sql`true`, sql`x."serviceId"`)} as services
    from "Account" a where a."id" = ${id}`;
}

function byContact<Facts extends unknown[]>(rows: readonly Of<Facts>[]): Map<string, Facts[]> {
  const found = new Map<string, Facts[]>();
  for (const [contactId, ...facts] of rows) {
    const known = found.get(contactId);
    if (known === undefined) found.set(contactId, [facts]);
    else known.push(facts);
  }
  return found;
}

function subjectOf({ account, twoFactorFrom }: RosterRow, own: Own, held: Held, now: Date): Subject {
  const [suspended, personSuspended, ofStaff, ended, owner, lacksFactor, limited, departmentsOff] = own;
  const at = now.toISOString();
  const given = { endsAt: null, givenBy: "" };
  const contact: ContactJson = {
    ...{ id: "", name: "", ofStaff, suspended, owner, since: at, departmentsOff },
    endsAt: ended ? at : null,
    twoFactorDue: lacksFactor ? (twoFactorFrom?.toISOString() ?? null) : null,
    roles: held.roles.map(([role]) => ({ role, ...given, givenAt: at })),
    overrides: held.single.map(([permission, effect]) => ({ permission, effect, ...given })),
    recordGrants: held.grants.map(([permission, recordId, endsAt]) => ({ permission, recordId, endsAt, givenBy: "" })),
    services: limited ? held.services.map(([serviceId]) => serviceId) : null,
  };
  const person = { personId: "", tokenPermissions: null, staffRoles: [], suspendedAt: personSuspended ? now : null };
  return toSubject({ ...person, contact, account }, now);
}
