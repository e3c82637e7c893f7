import { Prisma } from "./generated/client";

export const personColumns = Prisma.sql`p."id" as "personId", p."name", p."email", p."emailVerifiedAt", p."locale", p."timeZone",
  p."suspendedAt", p."twoFactorSince" is not null as "hasFactor", coalesce((select s."roles"::text[] from "StaffMember" s where s."personId" = p."id"), '{}') as "staffRoles"`;

export const contactFacts = Prisma.sql`case when c."id" is null then null else jsonb_build_object(
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

export const accountFacts = Prisma.sql`case when a."id" is null then null else jsonb_build_object(
  'id', a."id", 'number', a."number", 'name', a."name", 'closed', a."status" = 'closed', 'areasOff', to_jsonb(a."areasOff")) end`;
