import type { StaffStanding } from "@/lib/policy/staff-visit";
import type { Subject } from "@/lib/policy/viewer";
import { type AccessStamp, stampOf } from "./access-stamp";
import type { AccountFacts, Actor, Credential } from "./credential";
import { statements, valuesOf } from "./credential-statements";
import { Prisma } from "./generated/client";
import { USE_NOTED_EVERY_MS } from "./note-use";
import { queryRows } from "./query-rows";
import type { ScopedDb } from "./scoped-db";
import { memberIds, plannedForFirst, type SomeMembers } from "./some-members";
import { type StandingJson, toStanding } from "./staff-standing";
import { accountFacts, contactFacts } from "./subject-columns";
import { type SubjectRow, toSubject } from "./to-subject";

export interface Loaded {
  readonly actor: Actor;
  readonly subject: Subject;
  /** Null if no account was requested, it doesn't exist, or the person has no place on it. */
  readonly account: AccountFacts | null;
  /** Billing's clock; null if it isn't shifted. */
  readonly shiftMs: bigint | null;
  readonly stamp: AccessStamp;
  readonly confirmation: Confirmation;
  /** The last use of the session or token is due to be recorded. */
  readonly useIsDue: boolean;
  /** The look that this sign-in is in, if any: on which account, and as whom. */
  readonly look: OpenLook | null;
  /** What staff need and have to open the account's records; null for others, and without an account. */
  readonly standing: StaffStanding | null;
}

/** A look that is neither over nor left. */
export interface OpenLook {
  readonly id: string;
  readonly accountId: string;
  readonly contactId: string;
  readonly endsAt: Date;
}

/** How sure it is that the person behind a credential is who they are. */
export interface Confirmation {
  /** They use two-factor sign-in. */
  readonly hasFactor: boolean;
  /** When they last proved in this session who they are; null for anything but a session. */
  readonly at: Date | null;
}

/**
 * Everything that decisions about one person on one account depend on, in a single query under the identity role.
 * Null if the credential is unknown, revoked or expired. Staff never count as a contact: their access to an account comes
 * from the staff role alone, even if they were added to it before that rule existed.
 */
export async function loadSubject(
  db: ScopedDb,
  credential: Credential,
  accountId: string | null,
  now: Date,
): Promise<Loaded | null> {
  const [row] = await queryRows<ClaimRow>(db, {
    text: statements[credential.by],
    values: [...valuesOf(credential, now), accountId],
  });
  return row === undefined ? null : toLoaded(row, now);
}

/** One contact of an account, with or without a login, in the form the permission library uses. */
export interface AccountMember {
  readonly contactId: string;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly hasLogin: boolean;
  /** The language and format of their mail; the owner's if they have no login. */
  readonly locale: string;
  /** Where their days begin; the owner's zone if they have no login. */
  readonly timeZone: string;
  /** Optional notifications they have turned off for themselves. */
  readonly noticesOff: readonly string[];
  readonly subject: Subject;
}

/** The contacts of an account, or some of them, by name: to find who could grant something and who gets which notification. */
export async function loadMembers(
  db: ScopedDb,
  accountId: string,
  now: Date,
  which?: SomeMembers,
): Promise<AccountMember[]> {
  // Each of some by their key, which OFFSET holds PostgreSQL to: planned for an average account, it would read everybody of a large one.
  const from =
    which === undefined
      ? Prisma.sql`"Contact" c`
      : Prisma.sql`(${memberIds(accountId, now, which)}) k cross join lateral (select * from "Contact" x where x."id" = k."id" offset 0) c`;
  const rows = await plannedForFirst<PersonRow>(
    db,
    which,
    Prisma.sql`
    select c."id" as "contactId", c."name", c."email", coalesce(p."emailVerifiedAt", c."emailVerifiedAt") is not null as "emailVerified",
      c."noticesOff", c."personId", coalesce(p."locale", o."locale") as "locale", coalesce(p."timeZone", o."timeZone") as "timeZone", p."suspendedAt", ${contactFacts} as contact, ${accountFacts} as account
    from ${from} join "Account" a on a."id" = c."accountId" left join "Person" p on p."id" = c."personId"
      left join "Contact" h on h."id" = a."ownerContactId" left join "Person" o on o."id" = h."personId"
    where a."id" = ${accountId}::uuid and c."status" in ('active', 'suspended', 'invited')
    order by c."name", c."id"`,
  );
  return rows.map((row) => ({
    contactId: row.contactId,
    name: row.name,
    email: row.email,
    emailVerified: row.emailVerified,
    hasLogin: row.personId !== null,
    locale: row.locale ?? "en-GB",
    timeZone: row.timeZone ?? "UTC",
    noticesOff: row.noticesOff,
    subject: toSubject({ ...row, personId: row.personId ?? "", tokenPermissions: null, staffRoles: [] }, now),
  }));
}

interface PersonRow extends Omit<SubjectRow, "tokenPermissions" | "staffRoles" | "personId"> {
  contactId: string;
  personId: string | null;
  locale: string | null;
  timeZone: string | null;
  name: string;
  email: string;
  emailVerified: boolean;
  noticesOff: string[];
}

interface ClaimRow extends SubjectRow {
  hasFactor: boolean;
  /** Of a session. */
  confirmedAt?: Date;
  shiftMs: bigint | null;
  credentialId: string;
  usedAt: Date | null;
  credentialEndsAt: Date;
  versions: AccessStamp["versions"];
  name: string;
  email: string;
  emailVerifiedAt: Date | null;
  locale: string;
  timeZone: string;
  look: { id: string; accountId: string; contactId: string; endsAt: string } | null;
  standing: StandingJson | null;
}

function toLoaded(row: ClaimRow, now: Date): Loaded {
  const isStaff = row.staffRoles.length > 0;
  const known = row.account !== null && (row.contact !== null || isStaff);
  const subject = toSubject(known ? row : { ...row, account: null, contact: null }, now);
  const found = toStanding(row.standing);
  return {
    actor: {
      personId: row.personId,
      contactId: row.contact?.id ?? null,
      name: row.contact?.name ?? row.name,
      email: row.email,
      emailVerified: row.emailVerifiedAt !== null,
      isStaff: isStaff && row.contact === null,
      locale: row.locale,
      timeZone: row.timeZone,
      credentialId: row.credentialId,
    },
    shiftMs: row.shiftMs,
    stamp: stampOf(subject, row.versions, earliest(row.credentialEndsAt, found?.visit?.endsAt)),
    confirmation: { hasFactor: row.hasFactor, at: row.confirmedAt ?? null },
    useIsDue: row.usedAt === null || now.getTime() - row.usedAt.getTime() >= USE_NOTED_EVERY_MS,
    subject,
    standing: found,
    look: row.look === null ? null : { ...row.look, endsAt: new Date(row.look.endsAt) },
    account:
      known && row.account
        ? { id: row.account.id, number: row.account.number, name: row.account.name, closed: row.account.closed }
        : null,
  };
}

const earliest = (a: Date, b: Date = a): Date => (b < a ? b : a);
