-- compatible: the version before never writes Account.reference, which is new
-- Customer numbers, past those that were given by hand or by sample data. The lock of the sequence is no lock: numbers of
-- transactions that fail are skipped.
CREATE SEQUENCE portcullis_account_numbers START 10001;
CREATE FUNCTION portcullis_account_number() RETURNS text LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
DECLARE
  candidate text;
BEGIN
  LOOP
    candidate := 'C-' || nextval('portcullis_account_numbers');
    EXIT WHEN NOT EXISTS (SELECT 1 FROM "Account" WHERE "number" = candidate);
  END LOOP;
  RETURN candidate;
END
$$;

-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "reference" TEXT,
ALTER COLUMN "number" SET DEFAULT portcullis_account_number();

-- CreateIndex
CREATE UNIQUE INDEX "Account_reference_key" ON "Account"("reference");

-- Staff create an account with its owner, and nothing else of it: a contact is only written as the owner of an account,
-- which exists without its owner in the transaction that creates both and never after it.
CREATE FUNCTION portcullis_on_team() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT EXISTS (SELECT 1 FROM "StaffMember" s WHERE s."personId" = portcullis_person()) $$;

GRANT INSERT ON "Account", "Contact" TO portcullis_staff;
CREATE POLICY team_creates ON "Account" FOR INSERT TO portcullis_staff WITH CHECK (portcullis_on_team() AND "status" = 'active');
CREATE POLICY team_creates ON "Contact" FOR INSERT TO portcullis_staff WITH CHECK (portcullis_on_team()
  AND EXISTS (SELECT 1 FROM "Account" a WHERE a."id" = "Contact"."accountId" AND a."ownerContactId" = "Contact"."id"));

-- The owner's login begins as a colleague's does: without a password and without a proven address.
CREATE POLICY owner_joins ON "Person" FOR INSERT TO portcullis_staff
  WITH CHECK (portcullis_on_team() AND "passwordHash" IS NULL AND "emailVerifiedAt" IS NULL);

-- Whose login an address is, and whether it can sign in: staff may not read the hash of a password.
CREATE FUNCTION portcullis_login_of(address text)
  RETURNS TABLE ("id" uuid, "name" text, "hasPassword" boolean, "verified" boolean, "suspended" boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT p."id", p."name", p."passwordHash" IS NOT NULL, p."emailVerifiedAt" IS NOT NULL, p."suspendedAt" IS NOT NULL
    FROM "Person" p WHERE p."email" = address $$;

-- A first password, and never a new one for a login that has one.
CREATE FUNCTION portcullis_awaits_password(person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT EXISTS (SELECT 1 FROM "Person" p WHERE p."id" = person AND p."passwordHash" IS NULL AND p."suspendedAt" IS NULL) $$;
GRANT INSERT ON "PasswordReset" TO portcullis_staff;
CREATE POLICY first_password ON "PasswordReset" FOR INSERT TO portcullis_staff
  WITH CHECK (portcullis_on_team() AND portcullis_awaits_password("personId"));

-- The owner's invitation is mail of their account.
DROP POLICY staff_adds ON "OutboxMail";
CREATE POLICY staff_adds ON "OutboxMail" FOR INSERT TO portcullis_staff WITH CHECK ("accountId" IS NULL OR "kind" = 'people');

REVOKE EXECUTE ON FUNCTION portcullis_login_of(text), portcullis_awaits_password(uuid), portcullis_on_team() FROM public;
GRANT EXECUTE ON FUNCTION portcullis_login_of(text), portcullis_awaits_password(uuid), portcullis_on_team(), portcullis_is_staff(text, uuid)
  TO portcullis_staff;
