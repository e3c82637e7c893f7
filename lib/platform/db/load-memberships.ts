import type { Subject } from "@/lib/policy/viewer";
import type { AccountFacts } from "./credential";
import { Prisma } from "./generated/client";
import { queryRows } from "./query-rows";
import type { ScopedDb } from "./scoped-db";
import { accountFacts, contactFacts } from "./subject-columns";
import { type ContactJson, type SubjectRow, toSubject } from "./to-subject";

/** A person's membership of one account. */
export interface Membership {
  readonly account: AccountFacts;
  readonly contactId: string;
  /** When they were added to it. */
  readonly since: Date;
  /** Optional notifications they have turned off there. */
  readonly noticesOff: readonly string[];
  readonly subject: Subject;
}

/** Every account a person is a contact of, by name; none for staff, who have no access as contacts. */
export async function loadMemberships(db: ScopedDb, personId: string, now: Date): Promise<Membership[]> {
  const rows = await queryRows<SeatRow>(
    db,
    Prisma.sql`
    select c."noticesOff", p."id" as "personId", p."suspendedAt", ${contactFacts} as contact, ${accountFacts} as account
    from "Contact" c join "Account" a on a."id" = c."accountId" join "Person" p on p."id" = c."personId"
    where p."id" = ${personId}::uuid and c."status" in ('active', 'suspended')
      and not exists (select 1 from "StaffMember" s where s."personId" = p."id") order by a."name", a."id"`,
  );
  return rows.map((row) => ({
    account: { id: row.account.id, number: row.account.number, name: row.account.name, closed: row.account.closed },
    contactId: row.contact.id,
    since: new Date(row.contact.since),
    noticesOff: row.noticesOff,
    subject: toSubject({ ...row, tokenPermissions: null, staffRoles: [] }, now),
  }));
}

interface SeatRow extends Omit<SubjectRow, "tokenPermissions" | "staffRoles"> {
  contact: ContactJson;
  account: AccountFacts & { areasOff: string[] };
  noticesOff: string[];
}
