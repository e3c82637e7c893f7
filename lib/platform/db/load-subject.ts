import type { StaffStanding } from "@/lib/policy/staff-visit";
import type { Subject } from "@/lib/policy/viewer";
import { type AccessStamp, stampOf } from "./access-stamp";
import { clockShift } from "./clock-shift";
import type { AccountFacts, Actor, Credential } from "./credential";
import { Prisma } from "./generated/client";
import { queryRows } from "./query-rows";
import type { ScopedDb } from "./scoped-db";
import { memberIds, type SomeMembers } from "./some-members";
import { type StandingJson, standing, toStanding } from "./staff-standing";
import { type ContactJson, type SubjectRow, toSubject } from "./to-subject";

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
  const rows = await queryRows<PersonRow>(
    db,
    Prisma.sql`
    select c."id" as "contactId", c."name", c."email", coalesce(p."emailVerifiedAt", c."emailVerifiedAt") is not null as "emailVerified",
      c."noticesOff", c."personId", coalesce(p."locale", o."locale") as "locale", coalesce(p."timeZone", o."timeZone") as "timeZone", p."suspendedAt", ${contactFacts} as contact, ${accountFacts} as account
    from "Contact" c join "Account" a on a."id" = c."accountId" left join "Person" p on p."id" = c."personId"
      left join "Contact" h on h."id" = a."ownerContactId" left join "Person" o on o."id" = h."personId"
    where a."id" = ${accountId}::uuid and c."status" in ('active', 'suspended', 'invited')
      ${which === undefined ? Prisma.empty : Prisma.sql`and c."id" = any(array(${memberIds(accountId, now, which)}))`}
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

/** Accurate to five minutes, so that most requests write nothing. */
const USE_NOTED_EVERY_MS = 5 * 60_000;

/** Records the use of a session or token. Runs last, so that its row is locked as briefly as possible. */
export async function noteUse(db: ScopedDb, credential: Credential, credentialId: string, now: Date): Promise<void> {
  if (credential.by !== "session" && credential.by !== "token") return;
  // Concurrent requests must not wait for each other: one locks the row and writes, the others skip it.
  await queryRows(
    db,
    credential.by === "session"
      ? Prisma.sql`update "Session" set "lastSeenAt" = ${now}::timestamptz where "id" =
        (select "id" from "Session" where "id" = ${credentialId}::uuid for no key update skip locked)`
      : Prisma.sql`update "ApiToken" set "lastUsedAt" = ${now}::timestamptz where "id" =
        (select "id" from "ApiToken" where "id" = ${credentialId}::uuid for no key update skip locked)`,
  );
}

const personColumns = Prisma.sql`p."id" as "personId", p."name", p."email", p."emailVerifiedAt", p."locale", p."timeZone",
  p."suspendedAt", p."twoFactorSince" is not null as "hasFactor", coalesce((select s."roles"::text[] from "StaffMember" s where s."personId" = p."id"), '{}') as "staffRoles"`;

const contactFacts = Prisma.sql`case when c."id" is null then null else jsonb_build_object(
  'id', c."id", 'name', c."name", 'ofStaff', exists (select 1 from "StaffMember" s where s."personId" = c."personId"), 'suspended', c."status" = 'suspended', 'endsAt', c."endsAt",
  'twoFactorDue', case when a."twoFactorFrom" is not null and (select f."twoFactorSince" is null from "Person" f where f."id" = c."personId")
    then a."twoFactorFrom" end, 'owner', a."ownerContactId" = c."id",
  'since', c."createdAt",
  'roles', coalesce((select jsonb_agg(jsonb_build_object('role', r."role", 'endsAt', r."endsAt", 'givenBy', r."givenByName",
    'givenAt', r."givenAt") order by r."role") from "ContactRole" r where r."accountId" = c."accountId" and r."contactId" = c."id"), '[]'),
  'overrides', coalesce((select jsonb_agg(jsonb_build_object('permission', o."permission", 'effect', o."effect", 'endsAt', o."endsAt",
    'givenBy', o."givenByName") order by o."permission") from "ContactPermission" o
    where o."accountId" = c."accountId" and o."contactId" = c."id"), '[]'),
  'recordGrants', coalesce((select jsonb_agg(jsonb_build_object('permission', g."permission", 'recordId', coalesce(g."serviceId", g."ticketId"),
    'endsAt', g."endsAt", 'givenBy', g."givenByName")) from "RecordGrant" g
    where g."accountId" = c."accountId" and g."contactId" = c."id"), '[]'),
  'services', case when c."limitedToServices" then coalesce((select jsonb_agg(l."serviceId") from "ContactService" l
    where l."accountId" = c."accountId" and l."contactId" = c."id"), '[]') end,
  'departmentsOff', to_jsonb(c."departmentsOff")) end`;

const accountFacts = Prisma.sql`case when a."id" is null then null else jsonb_build_object(
  'id', a."id", 'number', a."number", 'name', a."name", 'closed', a."status" = 'closed', 'areasOff', to_jsonb(a."areasOff")) end`;

const bySession = Prisma.sql`
  select k."id" as "credentialId", k."lastSeenAt" as "usedAt", k."expiresAt" as "credentialEndsAt", k."confirmedAt", null::text[] as "tokenPermissions", ${personColumns}
  from "Session" k join "Person" p on p."id" = k."personId"
  where k."tokenHash" = ${null} and k."revokedAt" is null and k."expiresAt" > ${null}`;

const byToken = Prisma.sql`
  select k."id" as "credentialId", k."lastUsedAt" as "usedAt", k."expiresAt" as "credentialEndsAt", k."permissions" as "tokenPermissions", ${personColumns}
  from "ApiToken" k join "Person" p on p."id" = k."personId"
  where k."tokenHash" = ${null} and k."revokedAt" is null and k."expiresAt" > ${null}`;

/** While the worker prepares the file, and only if the token it was requested with is still valid. */
const byExport = Prisma.sql`
  select k."id" as "credentialId", k."aliveAt" as "usedAt", k."expiresAt" as "credentialEndsAt", t."permissions" as "tokenPermissions",
    ${personColumns}
  from "Export" k join "Person" p on p."id" = k."personId" left join "ApiToken" t on t."id" = k."tokenId"
  where k."id" = ${null}::uuid and k."attempts" = ${null} and k."state" = 'running' and k."expiresAt" > ${null}
    and (k."tokenId" is null or (t."revokedAt" is null and t."expiresAt" > ${null}))`;

/** While its reply is due and neither sent, undone nor held back. The minute is for the transaction that sends it. */
const byDraft = Prisma.sql`
  select k."id" as "credentialId", k."sendAt" as "usedAt", clock_timestamp() + interval '1 minute' as "credentialEndsAt",
    null::text[] as "tokenPermissions", ${personColumns}
  from "TicketDraft" k join "Person" p on p."id" = k."personId"
  where k."id" = ${null}::uuid and k."sendAt" <= clock_timestamp() and not k."heldBack"`;

/**
 * While the worker processes the mail. Whatever its sender may do besides, a mail only ever writes to tickets, or asks
 * staff for a role.
 */
const byMail = Prisma.sql`
  select k."id" as "credentialId", k."claimedAt" as "usedAt", k."nextTryAt" as "credentialEndsAt",
    case k."actsOn" when 'roles' then '{people.roles.change,people.members.view,people.non-members.view,people.members.add}'
      when 'tickets' then '{support.tickets.view,support.tickets.open,support.tickets.reply,support.tickets.note}' else '{}' end::text[]
      as "tokenPermissions", ${personColumns}
  from "InboundMail" k join "Person" p on p."id" = k."actsForId"
  where k."id" = ${null}::uuid and k."attempts" = ${null} and k."state" = 'running' and k."nextTryAt" > ${null}`;

/**
 * A look ends with the looker's place on the account, too. Whether both may still do what they may is decided with their viewers.
 */
const openLook = Prisma.sql`(select jsonb_build_object('id', l."id", 'accountId', l."accountId", 'contactId', l."contactId", 'endsAt', l."endsAt")
  from "ContactLook" l where l."sessionId" = p."credentialId" and l."endedAt" is null and l."endsAt" > clock_timestamp()
    and (cardinality(p."staffRoles") > 0 or exists (select 1 from "Contact" o
      where o."accountId" = l."accountId" and o."personId" = p."personId" and o."status" = 'active')))`;

const staffAccess = Prisma.sql`(select jsonb_build_object('areas', to_jsonb(w."areas"), 'endsAt', w."endsAt", 'givenBy', w."openedByName")
  from "StaffAccess" w where w."accountId" = a."id" and w."closedAt" is null and cardinality(p."staffRoles") > 0)`;

/** The secret address of one contact's calendar: it reads the meetings that they see, and nothing else. */
const byCalendar = Prisma.sql`
  select k."contactId" as "credentialId", k."createdAt" as "usedAt", clock_timestamp() + interval '1 minute' as "credentialEndsAt",
    '{meetings.view}'::text[] as "tokenPermissions", ${personColumns}
  from "MeetingFeed" k join "Contact" h on h."id" = k."contactId" join "Person" p on p."id" = h."personId"
  where k."tokenHash" = ${null} and h."status" = 'active'`;

const subjectOf = (credential: Prisma.Sql, look: Prisma.Sql = Prisma.sql`null::jsonb`): string =>
  Prisma.sql`
    select p.*, ${contactFacts} as contact, ${accountFacts} as account, ${clockShift} as "shiftMs", ${staffAccess} as "staffAccess", ${standing} as standing, ${look} as look,
      (select jsonb_agg(jsonb_build_object('id', v."id", 'version', v."version"::text)) from "AccessVersion" v
        where v."id" in (p."personId", c."id", a."id")) as "versions"
    from (${credential}) p
    left join "Account" a on a."id" = ${null}::uuid
    left join "Contact" c on c."accountId" = a."id" and c."personId" = p."personId" and c."status" in ('active', 'suspended')
      and not exists (select 1 from "StaffMember" s where s."personId" = p."personId")`.text;

/** Written once, because every request asks it. Its values are the credential's, and the account. */
const statements = {
  session: subjectOf(bySession, openLook),
  token: subjectOf(byToken),
  export: subjectOf(byExport),
  draft: subjectOf(byDraft),
  mail: subjectOf(byMail),
  calendar: subjectOf(byCalendar),
} as const;

function valuesOf(credential: Credential, now: Date): unknown[] {
  if (credential.by === "draft") return [credential.id];
  if (credential.by === "calendar") return [credential.hash];
  if (credential.by === "export") return [credential.id, credential.attempt, now, now];
  return credential.by === "mail" ? [credential.id, credential.attempt, now] : [credential.hash, now];
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

interface SeatRow extends Omit<SubjectRow, "tokenPermissions" | "staffRoles"> {
  contact: ContactJson;
  account: AccountFacts & { areasOff: string[] };
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
