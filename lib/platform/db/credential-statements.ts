import { clockShift } from "./clock-shift";
import type { Credential } from "./credential";
import { Prisma } from "./generated/client";
import { standing } from "./staff-standing";
import { accountFacts, contactFacts, personColumns } from "./subject-columns";

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

/** The secret address of one contact's calendar: it reads the meetings, due actions and open votes that they see, and nothing else. */
const byCalendar = Prisma.sql`
  select k."contactId" as "credentialId", k."createdAt" as "usedAt", clock_timestamp() + interval '1 minute' as "credentialEndsAt",
    '{meetings.view,actions.view,decisions.search,decisions.titles.view}'::text[] as "tokenPermissions", ${personColumns}
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
export const statements = {
  session: subjectOf(bySession, openLook),
  token: subjectOf(byToken),
  export: subjectOf(byExport),
  draft: subjectOf(byDraft),
  mail: subjectOf(byMail),
  calendar: subjectOf(byCalendar),
} as const;

export function valuesOf(credential: Credential, now: Date): unknown[] {
  if (credential.by === "draft") return [credential.id];
  if (credential.by === "calendar") return [credential.hash];
  if (credential.by === "export") return [credential.id, credential.attempt, now, now];
  return credential.by === "mail" ? [credential.id, credential.attempt, now] : [credential.hash, now];
}
