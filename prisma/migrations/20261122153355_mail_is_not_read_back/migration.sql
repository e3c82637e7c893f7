-- Mail is written and not read back by whoever wrote it. A mail about no account, such as the link to a new password,
-- could be read by every person outside of an account, had the application forgotten its filter.
drop policy account_reads on "OutboxMail";
revoke select on "OutboxMail" from portcullis_app, portcullis_identity;
drop policy identity_adds on "OutboxMail";
create policy identity_adds on "OutboxMail" for insert to portcullis_identity with check (true);

-- Whoever may know the name of a person need not know the hash of their password: only signing in reads it. A column
-- that is added to "Person" has to be granted by name.
revoke select on "Person" from portcullis_app, portcullis_staff;
grant select ("id", "email", "name", "emailVerifiedAt", "locale", "timeZone", "suspendedAt", "version", "createdAt")
  on "Person" to portcullis_app, portcullis_staff;
