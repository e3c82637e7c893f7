-- The second lock. What the application may see is decided by its permissions; what it could ever reach, even where
-- the code forgot to ask, is decided here.

-- Roles belong to the whole server, so another database of the same server may have made them already, or be making
-- them at this moment.
do $$
declare
  name text;
begin
  foreach name in array array['portcullis_app', 'portcullis_staff', 'portcullis_identity', 'portcullis_worker'] loop
    begin
      execute format('create role %I nologin nobypassrls', name);
    exception when duplicate_object or unique_violation then null;
    end;
    if not pg_has_role(current_user, name, 'member') then
      execute format('grant %I to %I', name, current_user);
    end if;
  end loop;
end
$$;

-- What PostgreSQL knows of a request. A pooled connection later reads '' where nothing was set, hence nullif.
create function portcullis_account() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('portcullis.account', true), '')::uuid $$;
create function portcullis_person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('portcullis.person', true), '')::uuid $$;

grant usage on schema public to portcullis_app, portcullis_staff, portcullis_identity, portcullis_worker;

-- Account-owned tables: the application reaches rows of the one account that its grant names.
do $$
declare
  owned text;
begin
  foreach owned in array array['Contact', 'ContactRole', 'ContactPermission', 'ContactService', 'Invitation',
    'OwnershipTransfer', 'PermissionRequest', 'Invoice', 'InvoiceLine', 'Payment', 'PaymentMethod', 'Service',
    'ServiceCredential', 'Order', 'Ticket', 'TicketMessage'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('grant select, insert, update, delete on %I to portcullis_app', owned);
    execute format('create policy account_only on %I to portcullis_app
      using ("accountId" = portcullis_account()) with check ("accountId" = portcullis_account())', owned);
  end loop;
end
$$;

alter table "Account" enable row level security;
alter table "Account" force row level security;
grant select, update on "Account" to portcullis_app;
create policy account_only on "Account" to portcullis_app
  using ("id" = portcullis_account()) with check ("id" = portcullis_account());

-- The accounts one is a contact of, for the switcher: only while no account is entered.
create policy own_contacts on "Contact" for select to portcullis_app
  using (portcullis_account() is null and "personId" = portcullis_person());
create policy own_accounts on "Account" for select to portcullis_app using (portcullis_account() is null and exists (
  select 1 from "Contact" c where c."accountId" = "Account"."id" and c."personId" = portcullis_person()
    and c."status" in ('active', 'suspended')));

-- What belongs to a person: that person alone.
do $$
declare
  owned text;
begin
  foreach owned in array array['Session', 'ApiToken', 'PasswordReset', 'EmailChange'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('grant select, insert, update, delete on %I to portcullis_app, portcullis_identity', owned);
    execute format('create policy person_only on %I to portcullis_app
      using ("personId" = portcullis_person()) with check ("personId" = portcullis_person())', owned);
    execute format('create policy identity on %I to portcullis_identity using (true) with check (true)', owned);
  end loop;
end
$$;

alter table "Person" enable row level security;
alter table "Person" force row level security;
grant select, update on "Person" to portcullis_app;
create policy own_person on "Person" to portcullis_app
  using ("id" = portcullis_person()) with check ("id" = portcullis_person());
-- Names of the people one shares the account with, and of the staff who answer its tickets.
create policy same_account on "Person" for select to portcullis_app using (
  exists (select 1 from "Contact" c where c."personId" = "Person"."id" and c."accountId" = portcullis_account())
  or exists (select 1 from "StaffMember" s where s."personId" = "Person"."id"));

alter table "StaffMember" enable row level security;
alter table "StaffMember" force row level security;
grant select on "StaffMember" to portcullis_app, portcullis_staff, portcullis_identity;
create policy staff_known on "StaffMember" for select to portcullis_app, portcullis_staff, portcullis_identity using (true);

-- The catalogue of products belongs to nobody.
grant select on "Product" to portcullis_app;

-- The audit log can be added to and read, by nobody changed.
alter table "AuditEvent" enable row level security;
alter table "AuditEvent" force row level security;
grant select, insert on "AuditEvent" to portcullis_app, portcullis_identity;
grant insert on "AuditEvent" to portcullis_staff, portcullis_worker;
create policy account_reads on "AuditEvent" for select to portcullis_app
  using ("accountId" = portcullis_account() or ("accountId" is null and "actorPersonId" = portcullis_person()));
create policy account_adds on "AuditEvent" for insert to portcullis_app
  with check ("accountId" = portcullis_account() or "accountId" is null);
create policy identity_reads on "AuditEvent" for select to portcullis_identity using (true);
create policy others_add on "AuditEvent" for insert to portcullis_identity, portcullis_staff, portcullis_worker with check (true);

-- The outbox: commands add to it and do not read it back; staff read it; the worker sends.
alter table "OutboxMail" enable row level security;
alter table "OutboxMail" force row level security;
grant select, insert on "OutboxMail" to portcullis_app;
grant select, insert on "OutboxMail" to portcullis_identity;
grant select on "OutboxMail" to portcullis_staff;
grant select, update, delete on "OutboxMail" to portcullis_worker;
create policy account_adds on "OutboxMail" for insert to portcullis_app
  with check ("accountId" = portcullis_account() or "accountId" is null);
-- An insert hands its row back, so it must be readable within the account that wrote it.
create policy account_reads on "OutboxMail" for select to portcullis_app
  using ("accountId" = portcullis_account() or ("accountId" is null and portcullis_account() is null));
create policy identity_adds on "OutboxMail" to portcullis_identity using (true) with check (true);
create policy staff_reads on "OutboxMail" for select to portcullis_staff using (true);
create policy worker_all on "OutboxMail" to portcullis_worker using (true) with check (true);

alter table "IdempotencyKey" enable row level security;
alter table "IdempotencyKey" force row level security;
grant select, insert, update on "IdempotencyKey" to portcullis_app, portcullis_staff;
create policy own_keys on "IdempotencyKey" to portcullis_app, portcullis_staff
  using ("personId" = portcullis_person()) with check ("personId" = portcullis_person());
grant select, delete on "IdempotencyKey" to portcullis_worker;
create policy worker_clears on "IdempotencyKey" to portcullis_worker using (true);

grant select, insert, update, delete on "RateLimit" to portcullis_identity, portcullis_worker;

-- Sign-in, and the loading of who somebody is, before any account is known.
grant select, insert, update on "Person" to portcullis_identity;
create policy identity on "Person" to portcullis_identity using (true) with check (true);
grant select, update on "Contact", "Invitation" to portcullis_identity;
grant select on "Account", "ContactRole", "ContactPermission", "ContactService" to portcullis_identity;
-- FOR UPDATE on the account row, taken before a viewer is loaded for a change of people, needs the right to update.
grant update ("version") on "Account" to portcullis_identity;
do $$
declare
  known text;
begin
  foreach known in array array['Account', 'Contact', 'Invitation', 'ContactRole', 'ContactPermission', 'ContactService'] loop
    execute format('create policy identity on %I to portcullis_identity using (true) with check (true)', known);
  end loop;
end
$$;

-- Staff finding an account: reading only, and nothing of what the account holds.
grant select on "Account", "Contact", "Person" to portcullis_staff;
create policy staff_finds on "Account" for select to portcullis_staff using (true);
create policy staff_finds on "Contact" for select to portcullis_staff using (true);
create policy staff_finds on "Person" for select to portcullis_staff using (true);

-- The worker's clearing up.
grant select, update, delete on "Invitation", "PasswordReset", "EmailChange", "Session", "OwnershipTransfer" to portcullis_worker;
do $$
declare
  cleared text;
begin
  foreach cleared in array array['Invitation', 'PasswordReset', 'EmailChange', 'Session', 'OwnershipTransfer'] loop
    execute format('create policy worker_clears on %I to portcullis_worker using (true) with check (true)', cleared);
  end loop;
end
$$;

grant usage, select on all sequences in schema public to portcullis_app;

-- Force binds the owner of the tables too; migrations, seeding and the triggers below run as that owner.
do $$
declare
  kept text;
begin
  for kept in select relname from pg_class where relnamespace = 'public'::regnamespace and relforcerowsecurity loop
    execute format('create policy keeper on %I to %I using (true) with check (true)', kept, current_user);
  end loop;
end
$$;

-- One address, one contact of an account, as long as the contact is not removed; one person, one contact.
create unique index "Contact_account_email" on "Contact" ("accountId", "email") where "status" <> 'removed';
create unique index "Contact_account_person" on "Contact" ("accountId", "personId") where "status" <> 'removed';
create unique index "OwnershipTransfer_one_open" on "OwnershipTransfer" ("accountId") where "status" = 'offered';
create unique index "PermissionRequest_one_open" on "PermissionRequest" ("accountId", "contactId", "permission") where "status" = 'open';
create unique index "Invitation_one_open" on "Invitation" ("contactId") where "acceptedAt" is null and "revokedAt" is null;
create unique index "PaymentMethod_one_default" on "PaymentMethod" ("accountId") where "isDefault";

alter table "Contact" add constraint "Contact_email_lower" check ("email" = lower("email"));
alter table "Person" add constraint "Person_email_lower" check ("email" = lower("email"));
alter table "Contact" add constraint "Contact_member_or_notices" check ("kind" = 'member' or "personId" is null);
alter table "Account" add constraint "Account_closed_at" check (("status" = 'closed') = ("closedAt" is not null));
alter table "Invoice" add constraint "Invoice_total" check ("totalMinor" = "subtotalMinor" + "taxMinor");
alter table "Invoice" add constraint "Invoice_issued" check (("status" = 'draft') = ("number" is null));
alter table "Invoice" add constraint "Invoice_paid" check ("paidMinor" between 0 and "totalMinor");

-- The account and its owner point at each other: the check waits for the end of the transaction that makes both.
alter table "Account" alter constraint "Account_id_ownerContactId_fkey" deferrable initially deferred;

-- Rule 3: the owner is an active member with a login, whoever changes which row. Roles given to an owner would be noise.
create function portcullis_owner_stands() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (
    select 1 from "Account" a join "Contact" c on c."accountId" = a."id" and c."id" = a."ownerContactId"
    where a."id" = coalesce(new."accountId", old."accountId")
      and (c."status" <> 'active' or c."kind" <> 'member' or c."personId" is null or c."endsAt" is not null)
  ) then
    raise exception 'the owner of an account must be an active member with a login' using errcode = 'check_violation',
      constraint = 'Account_owner_stands';
  end if;
  return null;
end
$$;
create constraint trigger owner_stands after insert or update on "Contact" deferrable initially deferred
  for each row execute function portcullis_owner_stands();

create function portcullis_account_owner_stands() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if not exists (
    select 1 from "Contact" c where c."accountId" = new."id" and c."id" = new."ownerContactId"
      and c."status" = 'active' and c."kind" = 'member' and c."personId" is not null and c."endsAt" is null
  ) then
    raise exception 'the owner of an account must be an active member with a login' using errcode = 'check_violation',
      constraint = 'Account_owner_stands';
  end if;
  return null;
end
$$;
create constraint trigger owner_stands after insert or update of "ownerContactId" on "Account" deferrable initially deferred
  for each row execute function portcullis_account_owner_stands();

-- The worker listens, so a mail leaves as soon as its transaction is committed.
create function portcullis_mail_waits() returns trigger language plpgsql as $$
begin
  perform pg_notify('portcullis_mail', '');
  return null;
end
$$;
create trigger mail_waits after insert on "OutboxMail" for each statement execute function portcullis_mail_waits();
