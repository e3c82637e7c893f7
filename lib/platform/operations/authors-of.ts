import type { AccountMember } from "@/lib/platform/db/load-subject";
import { queryRows } from "@/lib/platform/db/query-rows";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { sql } from "@/lib/platform/db/sql";
import { staffViewer } from "@/lib/policy/staff-viewer";
import { type Viewer, viewerOf } from "@/lib/policy/viewer";

interface Place {
  readonly accountId: string;
  readonly people: readonly AccountMember[];
  readonly now: Date;
}

/**
 * The people who granted or offered something on an account, by person id, with their current access. Anyone who is no
 * longer a contact or on staff is missing.
 */
export async function authorsOf(
  db: ScopedDb,
  { accountId, people, now }: Place,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Viewer>> {
  const contacts = people.filter(({ hasLogin, subject }) => hasLogin && personIds.includes(subject.personId));
  const staff = personIds.length === 0 ? [] : await staffAmong(db, personIds);
  return new Map([
    ...contacts.map(({ subject }) => [subject.personId, asInviter(subject)] as const),
    ...staff.map(({ personId, staffRoles, suspended }) => {
      const colleague = { personId, staffRoles, suspended };
      return [personId, staffViewer(colleague, { id: accountId, closed: false }, now)] as const;
    }),
  ]);
}

interface Colleague {
  readonly personId: string;
  readonly staffRoles: Viewer["subject"]["staffRoles"];
  readonly suspended: boolean;
}

const staffAmong = (db: ScopedDb, personIds: readonly string[]): Promise<Colleague[]> =>
  queryRows<Colleague>(
    db,
    sql`select s."personId", s."roles"::text[] as "staffRoles", p."suspendedAt" is not null as "suspended"
      from "StaffMember" s join "Person" p on p."id" = s."personId" where s."personId" = any(${personIds}::uuid[])`,
  );

/** A closed account or an area turned off doesn't disqualify the author: those are handled separately. */
const asInviter = (subject: AccountMember["subject"]) =>
  viewerOf({ ...subject, gates: { ...subject.gates, accountClosed: false, areasOff: [] } });
