import { escapeLike } from "@/lib/platform/kernel/search-filter";
import { searchWords } from "@/lib/platform/kernel/search-text";
import type { Permission } from "@/lib/policy/permissions";
import { rolesAllowing, rolesAllowingUnnamed } from "@/lib/policy/roles-allowing";
import { plannedAnew } from "./plan-anew";
import { queryRows } from "./query-rows";
import type { ScopedDb } from "./scoped-db";
import { join, type Sql, sql } from "./sql";

/** Part of an account's people: those who meet all conditions, or as many of them as come first by name. */
export interface SomeMembers {
  readonly ids?: readonly string[];
  readonly owner?: true;
  readonly first?: number;
  /** As many as that, whoever they are. */
  readonly some?: number;
  /** Each word occurs in their name. */
  readonly q?: string;
  /** Something they were given allows one of these, `first` or `some` for each. Whether they hold it, `can` decides. */
  readonly given?: readonly Permission[];
  /**
   * The ids in the record that it is about: a role that allows it only for records that name its holder counts for these
   * contacts alone.
   */
  readonly named?: readonly string[];
  /** They sign in with a confirmed address, and neither they nor their access is suspended or over. */
  readonly signIn?: true;
}

/** The ids of those contacts. What is known of each takes longer to read, and is only read of these. */
export function memberIds(accountId: string, now: Date, { given, ...which }: SomeMembers): Sql {
  if (given === undefined) return idsOf(accountId, now, which);
  const each = given.map((permission) => sql`(${idsOf(accountId, now, which, permission)})`);
  return join(each, " union ");
}

/**
 * The rows of a statement about those members. Planned for an average account, the first by name are all of its people, who are
 * sorted: of thousands, the index is read as far as they go.
 */
export const plannedForFirst = <Row extends object>(
  db: ScopedDb,
  which: SomeMembers | undefined,
  statement: Pick<Sql, "text" | "values">,
): Promise<Row[]> => {
  const load = () => queryRows<Row>(db, statement);
  return which?.first === undefined ? load() : plannedAnew(db, load);
};

/** To send more ids takes longer than to ask everybody who holds such a role. */
const MOST_NAMED = 1_000;

type Named = SomeMembers["named"];
type Plain = Omit<SomeMembers, "given">;

function idsOf(accountId: string, now: Date, which: Plain, given?: Permission): Sql {
  const { ids, owner, first, some, q = "", signIn } = which;
  const named = which.named !== undefined && which.named.length <= MOST_NAMED ? which.named : undefined;
  const conditions = [
    sql`m."accountId" = ${accountId}::uuid and m."status" in ('active', 'suspended', 'invited')`,
    ...(ids === undefined ? [] : [sql`m."id" = any(${ids}::uuid[])`]),
    ...(owner ? [sql`m."id" = (select "ownerContactId" from "Account" where "id" = ${accountId}::uuid)`] : []),
    ...searchWords(q).map((word) => sql`m."nameSearch" like ${`%${escapeLike(word)}%`}`),
    ...(given !== undefined && first !== undefined ? [wasGiven(accountId, given, named)] : []),
    ...(signIn ? [mayEnter(now)] : []),
  ];
  const from = given !== undefined && first === undefined ? ofGiven(accountId, given, named) : among(accountId, which);
  const all = sql`select m."id" from ${from} where ${join(conditions, " and ")}`;
  if (first !== undefined) return sql`${all} order by m."nameSearch", m."id" limit ${first}`;
  return some === undefined ? all : sql`${all} limit ${some}`;
}

/** What gives a permission: a role or an individual permission, for everything or a single record. One that is over, or that something else takes away, counts too. */
function sourcesOf(accountId: string, permission: Permission, named: Named) {
  const account = sql`${accountId}::uuid`;
  const roles = named === undefined ? rolesAllowing(permission) : rolesAllowingUnnamed(permission);
  return {
    role: sql`from "ContactRole" r where r."accountId" = ${account} and r."role"::text = any(${roles}::text[])`,
    single: sql`from "ContactPermission" o
      where o."accountId" = ${account} and o."permission" = ${permission} and o."effect" = 'on'`,
    ofOne: sql`from "RecordGrant" g where g."accountId" = ${account} and g."permission" = ${permission}`,
    owner: sql`select "ownerContactId" from "Account" where "id" = ${account}`,
  };
}

/**
 * The first by name are asked one after the other until there are enough, which OFFSET holds PostgreSQL to: it would read
 * everybody's roles beforehand otherwise.
 */
function wasGiven(accountId: string, permission: Permission, named: Named): Sql {
  const { role, single, ofOne, owner } = sourcesOf(accountId, permission, named);
  return sql`(exists (select 1 ${role} and r."contactId" = m."id" offset 0) or exists (select 1 ${single} and o."contactId" = m."id" offset 0)
    or exists (select 1 ${ofOne} and g."contactId" = m."id" offset 0) or m."id" = (${owner}) or m."id" = any(${named ?? []}::uuid[]))`;
}

/**
 * Without an order, those whom it was given to are read, each by their key. OFFSET holds PostgreSQL to that as well: planned for a
 * few, a join compares each of thousands with all.
 */
function ofGiven(accountId: string, permission: Permission, named: Named): Sql {
  const { role, single, ofOne, owner } = sourcesOf(accountId, permission, named);
  return sql`(select r."contactId" as "id" ${role} union select o."contactId" ${single} union select g."contactId" ${ofOne} union ${owner}
      union select unnest(${named ?? []}::uuid[])) h
    cross join lateral (select * from "Contact" c where c."id" = h."id" offset 0) m`;
}

/** Those who are named by their key, or the owner, are read by it as well; otherwise everybody. */
function among(accountId: string, { ids, owner }: Plain): Sql {
  if (ids === undefined && !owner) return sql`"Contact" m`;
  const keys = ids
    ? sql`select distinct unnest(${ids}::uuid[]) as "id"`
    : sql`select "ownerContactId" as "id" from "Account" where "id" = ${accountId}::uuid`;
  return sql`(${keys}) h cross join lateral (select * from "Contact" c where c."id" = h."id" offset 0) m`;
}

const mayEnter = (now: Date): Sql => sql`
  m."status" = 'active' and (m."endsAt" is null or m."endsAt" > ${now}::timestamptz)
  and exists (select 1 from "Person" p where p."id" = m."personId" and p."suspendedAt" is null
    and coalesce(p."emailVerifiedAt", m."emailVerifiedAt") is not null)
  and not exists (select 1 from "StaffMember" s where s."personId" = m."personId")`;
