-- CreateEnum
CREATE TYPE "MailKind" AS ENUM ('billing', 'services', 'support', 'people', 'workspace', 'security');

-- AlterTable. What was kept before is filed by the strictest reading: "transactional" may hold a link to sign in with.
ALTER TABLE "OutboxMail" ADD COLUMN     "claimedAt" TIMESTAMPTZ(3),
ADD COLUMN     "lostClaims" INTEGER NOT NULL DEFAULT 0,
ALTER COLUMN "kind" TYPE "MailKind" USING (
  case
    when "kind" in ('notices.invoices.receive', 'notices.billing.receive') then 'billing'
    when "kind" = 'notices.services.receive' then 'services'
    when "kind" = 'notices.support.receive' then 'support'
    when "kind" in ('billing', 'services', 'support', 'people', 'workspace') then "kind"
    else 'security'
  end
)::"MailKind";

-- The staff team is looked after by those who manage it, and nobody touches their own row: not even code that forgot to
-- ask. A function, because a policy that reads its own table would ask itself for ever.
create function portcullis_manages_team() returns boolean language sql stable security definer set search_path = public
  as $$ select exists (select 1 from "StaffMember" s where s."personId" = portcullis_person() and 'manager' = any (s."roles")) $$;

grant insert, update, delete on "StaffMember" to portcullis_staff;
create policy team_managed on "StaffMember" to portcullis_staff
  using (portcullis_manages_team() and "personId" <> portcullis_person())
  with check (portcullis_manages_team() and "personId" <> portcullis_person());

-- A new colleague begins without a password and without a proven address.
grant insert on "Person" to portcullis_staff;
create policy team_joins on "Person" for insert to portcullis_staff
  with check (portcullis_manages_team() and "passwordHash" is null and "emailVerifiedAt" is null);

-- Mail to colleagues is about no account.
grant insert on "OutboxMail" to portcullis_staff;
create policy staff_adds on "OutboxMail" for insert to portcullis_staff with check ("accountId" is null);

-- Staff find accounts by the address of a person.
create index "Contact_email" on "Contact" ("email");
