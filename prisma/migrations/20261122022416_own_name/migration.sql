-- People change their own name; on the accounts that know them by the old one they are known by the new one from then
-- on. Their contacts there are not theirs to write (a seat holds access), so the database carries this one column over.
create function portcullis_own_name() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update "Contact" set "name" = new."name", "version" = "version" + 1
    where "personId" = new."id" and "name" = old."name" and "status" in ('active', 'suspended');
  return null;
end
$$;
create trigger own_name after update of "name" on "Person" for each row when (old."name" <> new."name")
  execute function portcullis_own_name();
