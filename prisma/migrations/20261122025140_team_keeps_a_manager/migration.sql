-- Two managers who take each other off the team at the same moment would leave nobody to look after it. The lock makes
-- one wait for the other, and whoever comes second sees what the first left.
create function portcullis_team_has_manager() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform pg_advisory_xact_lock(727002);
  if not exists (select 1 from "StaffMember" where 'manager' = any ("roles")) then
    raise exception 'the team needs a manager' using errcode = 'check_violation', constraint = 'StaffMember_has_manager';
  end if;
  return null;
end
$$;
create trigger has_manager after update or delete on "StaffMember" for each statement execute function portcullis_team_has_manager();
