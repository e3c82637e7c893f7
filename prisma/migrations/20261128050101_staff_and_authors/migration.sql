-- Who gave what, and who offered: what somebody passes on is worth no more than they could still give when it is used.
ALTER TABLE "ContactRole" ADD COLUMN     "givenById" UUID;
ALTER TABLE "ContactPermission" ADD COLUMN     "givenById" UUID;
ALTER TABLE "Invitation" ADD COLUMN     "invitedById" UUID;
ALTER TABLE "OwnershipTransfer" ADD COLUMN     "arrangedById" UUID;
ALTER TABLE "ApiToken" ADD COLUMN     "createdWith" UUID;

-- The authors of open invitations, as the activity log knows them. What stays unknown waits for the owner's approval.
create function portcullis_author(account uuid, contact uuid, named text, at timestamptz) returns uuid
language sql stable as $$
  select e."actorPersonId" from "AuditEvent" e
  where e."accountId" = account and e."targetId" = contact::text and e."outcome" = 'done'
    and e."operation" in ('people.invite', 'people.add-non-member', 'people.change-access', 'people.set-term',
      'people.answer-request', 'people.resend-invite', 'people.update-email', 'staff.give-role')
    and (e."actorName" = named or starts_with(named, e."actorName" || ', '))
  order by abs(extract(epoch from e."at" - at)) limit 1
$$;
update "ContactRole" r set "givenById" = portcullis_author(r."accountId", r."contactId", r."givenByName", r."givenAt")
  from "Contact" c where c."id" = r."contactId" and c."status" = 'invited';
update "ContactPermission" o set "givenById" = portcullis_author(o."accountId", o."contactId", o."givenByName", o."givenAt")
  from "Contact" c where c."id" = o."contactId"
    and (c."status" = 'invited' or (c."kind" = 'nonMember' and c."emailVerifiedAt" is null));
update "Invitation" set "invitedById" = portcullis_author("accountId", "contactId", "invitedByName", "sentAt")
  where "acceptedAt" is null and "revokedAt" is null;
update "OwnershipTransfer" t set "arrangedById" = (
    select e."actorPersonId" from "AuditEvent" e
    where e."accountId" = t."accountId" and e."targetId" = t."toContactId"::text and e."outcome" = 'done'
      and e."operation" = 'staff.transfer-ownership' and abs(extract(epoch from e."at" - t."offeredAt")) < 60
    order by e."at" desc limit 1)
  where t."status" = 'offered';
drop function portcullis_author(uuid, uuid, text, timestamptz);

-- Nobody of staff is a contact with access, whichever came first. Two facts in two tables, so a lock makes one wait for
-- the other: changes of contacts share it, changes of the team have it to themselves.

-- The mailbox behind an address: case and what follows a plus make no other person.
create function portcullis_mailbox(address text) returns text language sql immutable strict parallel safe
  as $$ select lower(regexp_replace(address, '[+][^@]*@', '@')) $$;

create index "Contact_mailbox" on "Contact" (portcullis_mailbox("email")) where "kind" = 'member' and "status" <> 'removed';
create index "Person_mailbox" on "Person" (portcullis_mailbox("email"));

-- Whether an address, or the person behind a contact, is one of staff. True or false until the end of the transaction.
create function portcullis_is_staff(address text, person uuid) returns boolean
language plpgsql security definer set search_path = public as $$
begin
  perform pg_advisory_xact_lock_shared(727003);
  return exists (
    select 1 from "StaffMember" s join "Person" p on p."id" = s."personId"
    where s."personId" = person or portcullis_mailbox(p."email") in (portcullis_mailbox(address),
      (select portcullis_mailbox(o."email") from "Person" o where o."id" = person)));
end
$$;

-- The accounts on which a person is a contact with access or invited to be one, by their login or by their address.
create function portcullis_customer_accounts(address text, person uuid) returns setof text
language plpgsql security definer set search_path = public as $$
begin
  perform pg_advisory_xact_lock(727003);
  return query
    select a."name" from "Account" a where a."id" in (
      select c."accountId" from "Contact" c where c."kind" = 'member' and c."status" <> 'removed'
        and (c."personId" = person or portcullis_mailbox(c."email") = portcullis_mailbox(address))
      union
      select c."accountId" from "Person" o join "Contact" c on c."personId" = o."id" and c."kind" = 'member' and c."status" <> 'removed'
        where portcullis_mailbox(o."email") = portcullis_mailbox(address))
    order by a."name", a."id";
end
$$;

revoke execute on function portcullis_is_staff(text, uuid), portcullis_customer_accounts(text, uuid) from public;
grant execute on function portcullis_is_staff(text, uuid) to portcullis_app, portcullis_identity;
grant execute on function portcullis_customer_accounts(text, uuid) to portcullis_staff, portcullis_identity;

create function portcullis_contact_is_no_staff() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if portcullis_is_staff(new."email", new."personId") then
    raise exception 'nobody of staff is a contact with access' using errcode = 'check_violation', constraint = 'Contact_no_staff';
  end if;
  return null;
end
$$;
create trigger no_staff_joins after insert on "Contact" for each row
  when (new."kind" = 'member' and new."status" <> 'removed') execute function portcullis_contact_is_no_staff();
-- A suspension takes access away, so it is always possible.
create trigger no_staff_changes after update of "personId", "email", "kind", "status" on "Contact" for each row
  when (new."kind" = 'member' and new."status" <> 'removed' and (new."kind" <> old."kind" or new."email" <> old."email"
    or new."personId" is distinct from old."personId" or (new."status" <> old."status" and new."status" <> 'suspended')))
  execute function portcullis_contact_is_no_staff();

create function portcullis_staff_is_no_contact() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select 1 from portcullis_customer_accounts((select "email" from "Person" where "id" = new."personId"), new."personId")) then
    raise exception 'nobody with access to a customer''s account is of staff' using errcode = 'check_violation',
      constraint = 'StaffMember_no_contact';
  end if;
  return null;
end
$$;
create trigger no_contact_joins after insert or update of "personId" on "StaffMember" for each row
  execute function portcullis_staff_is_no_contact();

-- A change of address can make one of staff and a contact the same person.
create function portcullis_address_keeps_apart() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select 1 from "StaffMember" where "personId" = new."id") then
    if exists (select 1 from portcullis_customer_accounts(new."email", new."id")) then
      raise exception 'nobody with access to a customer''s account is of staff' using errcode = 'check_violation',
        constraint = 'StaffMember_no_contact';
    end if;
  elsif exists (select 1 from "Contact" where "personId" = new."id" and "kind" = 'member' and "status" <> 'removed')
    and portcullis_is_staff(new."email", new."id") then
    raise exception 'nobody of staff is a contact with access' using errcode = 'check_violation', constraint = 'Contact_no_staff';
  end if;
  return null;
end
$$;
create trigger keeps_apart after update of "email" on "Person" for each row when (old."email" <> new."email")
  execute function portcullis_address_keeps_apart();
