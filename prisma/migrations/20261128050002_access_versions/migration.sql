-- CreateTable
CREATE TABLE "AccessVersion" (
    "id" UUID NOT NULL,
    "version" BIGINT NOT NULL DEFAULT 0,
    "changedIn" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "AccessVersion_pkey" PRIMARY KEY ("id")
);

-- Access is decided before a command waits for locks. So that it still holds when the command commits, every change of
-- access raises a version, and the command compares the versions it was decided on while it keeps others from raising them.
insert into "AccessVersion" ("id") select "id" from "Person" union all select "id" from "Contact" union all select "id" from "Account";

alter table "AccessVersion" enable row level security;
alter table "AccessVersion" force row level security;
do $$
begin
  execute format('create policy keeper on "AccessVersion" to %I using (true) with check (true)', current_user);
end
$$;
grant select on "AccessVersion" to portcullis_identity;
create policy identity on "AccessVersion" for select to portcullis_identity using (true);

create function portcullis_access_begins() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into "AccessVersion" ("id") values (new."id");
  return null;
end
$$;
create function portcullis_access_is_gone() returns trigger language plpgsql security definer set search_path = public as $$
begin
  delete from "AccessVersion" where "id" = old."id";
  return null;
end
$$;

-- Its argument is the column that names the person, contact or account whose access the row is part of. A transaction
-- raises a version once, however much it changes: so a version is at most one ahead by the reader's own doing.
create function portcullis_access_changes() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update "AccessVersion" set "version" = "version" + 1, "changedIn" = pg_current_xact_id()::text::bigint
    where "id" in ((to_jsonb(old) ->> tg_argv[0])::uuid, (to_jsonb(new) ->> tg_argv[0])::uuid)
      and "changedIn" <> pg_current_xact_id()::text::bigint;
  return null;
end
$$;

do $$
declare
  whose text;
begin
  foreach whose in array array['Person', 'Contact', 'Account'] loop
    execute format('create trigger access_begins after insert on %I for each row execute function portcullis_access_begins()', whose);
    execute format('create trigger access_is_gone after delete on %I for each row execute function portcullis_access_is_gone()', whose);
  end loop;
end
$$;

create trigger access_changes after update on "Person" for each row
  when (old."suspendedAt" is distinct from new."suspendedAt") execute function portcullis_access_changes('id');
create trigger access_changes after insert or update or delete on "StaffMember" for each row
  execute function portcullis_access_changes('personId');
create trigger access_changes after update on "Session" for each row
  when (old."revokedAt" is distinct from new."revokedAt" or old."expiresAt" <> new."expiresAt")
  execute function portcullis_access_changes('personId');
create trigger access_ends after delete on "Session" for each row
  when (old."revokedAt" is null and old."expiresAt" > now()) execute function portcullis_access_changes('personId');
create trigger access_changes after update on "ApiToken" for each row
  when (old."revokedAt" is distinct from new."revokedAt" or old."expiresAt" <> new."expiresAt" or old."permissions" <> new."permissions")
  execute function portcullis_access_changes('personId');
create trigger access_ends after delete on "ApiToken" for each row
  when (old."revokedAt" is null and old."expiresAt" > now()) execute function portcullis_access_changes('personId');

create trigger access_changes after update on "Contact" for each row
  when (old."status" <> new."status" or old."endsAt" is distinct from new."endsAt" or old."personId" is distinct from new."personId"
    or old."limitedToServices" <> new."limitedToServices")
  execute function portcullis_access_changes('id');
do $$
declare
  held text;
begin
  foreach held in array array['ContactRole', 'ContactPermission', 'ContactService'] loop
    execute format('create trigger access_changes after insert or update or delete on %I for each row
      execute function portcullis_access_changes(''contactId'')', held);
  end loop;
end
$$;
create trigger access_changes after update on "Account" for each row
  when (old."status" <> new."status" or old."ownerContactId" <> new."ownerContactId" or old."areasOff" <> new."areasOff")
  execute function portcullis_access_changes('id');

-- Whether the versions that somebody was decided on still stand, and stay so until the transaction ends. Changes made by
-- the asking transaction itself do not count against it. The second statement reads what was committed while the first
-- waited.
create function portcullis_access_stands(ids uuid[], versions bigint[]) returns boolean
  language plpgsql volatile security definer set search_path = public as $$
begin
  perform 1 from "AccessVersion" where "id" = any (ids) order by "id" for share;
  return (
    select count(*) = cardinality(ids)
    from unnest(ids, versions) as seen ("id", "version") join "AccessVersion" a on a."id" = seen."id"
    where a."version" = seen."version"
      or (a."version" = seen."version" + 1 and a."changedIn" = pg_current_xact_id()::text::bigint)
  );
end
$$;
