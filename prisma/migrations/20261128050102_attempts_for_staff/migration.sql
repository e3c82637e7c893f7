-- Somebody who asks for an account or a record that is not theirs is remembered for staff. Neither customer reads of it: the
-- row belongs to no account, and not even the person who tried gets it back.
drop policy account_reads on "AuditEvent";
create policy account_reads on "AuditEvent" for select to portcullis_app
  using ("accountId" = portcullis_account()
    or ("accountId" is null and "actorPersonId" = portcullis_person() and "targetType" is distinct from 'attempt'));

grant select on "AuditEvent" to portcullis_staff;
create policy staff_reads_attempts on "AuditEvent" for select to portcullis_staff
  using ("accountId" is null and "targetType" = 'attempt');

create index "AuditEvent_attempts" on "AuditEvent" ("at" desc, "id" desc) where "accountId" is null and "targetType" = 'attempt';
