-- AlterTable
ALTER TABLE "Invitation" ADD COLUMN     "queued" BOOLEAN NOT NULL DEFAULT false;

-- CreateEnum
CREATE TYPE "PasskeyPurpose" AS ENUM ('register', 'confirm', 'signIn');

-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "twoFactorFrom" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "twoFactorSince" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "confirmedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "AuthenticatorApp" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "lastStep" INTEGER NOT NULL DEFAULT 0,
    "lastUsedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuthenticatorApp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Passkey" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "credentialId" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "counter" BIGINT NOT NULL DEFAULT 0,
    "transports" TEXT[],
    "name" TEXT NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecoveryCode" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "codeHash" TEXT NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PasskeyChallenge" (
    "id" UUID NOT NULL,
    "personId" UUID,
    "challengeHash" TEXT NOT NULL,
    "purpose" "PasskeyPurpose" NOT NULL,
    "name" TEXT,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PasskeyChallenge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PendingSignIn" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "usedAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PendingSignIn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TwoFactorReset" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "resetByName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TwoFactorReset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccessWarning" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "about" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AccessWarning_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "AuthenticatorApp_personId_key" ON "AuthenticatorApp"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Passkey_credentialId_key" ON "Passkey"("credentialId");

-- CreateIndex
CREATE INDEX "Passkey_personId_idx" ON "Passkey"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "RecoveryCode_personId_codeHash_key" ON "RecoveryCode"("personId", "codeHash");

-- CreateIndex
CREATE UNIQUE INDEX "PasskeyChallenge_challengeHash_key" ON "PasskeyChallenge"("challengeHash");

-- CreateIndex
CREATE INDEX "PasskeyChallenge_personId_idx" ON "PasskeyChallenge"("personId");

-- CreateIndex
CREATE INDEX "PasskeyChallenge_expiresAt_idx" ON "PasskeyChallenge"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "PendingSignIn_tokenHash_key" ON "PendingSignIn"("tokenHash");

-- CreateIndex
CREATE INDEX "PendingSignIn_personId_idx" ON "PendingSignIn"("personId");

-- CreateIndex
CREATE INDEX "PendingSignIn_expiresAt_idx" ON "PendingSignIn"("expiresAt");

-- CreateIndex
CREATE INDEX "TwoFactorReset_accountId_contactId_idx" ON "TwoFactorReset"("accountId", "contactId");

-- CreateIndex
CREATE UNIQUE INDEX "AccessWarning_accountId_contactId_kind_about_key" ON "AccessWarning"("accountId", "contactId", "kind", "about");

-- AddForeignKey
ALTER TABLE "AuthenticatorApp" ADD CONSTRAINT "AuthenticatorApp_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Passkey" ADD CONSTRAINT "Passkey_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PasskeyChallenge" ADD CONSTRAINT "PasskeyChallenge_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PendingSignIn" ADD CONSTRAINT "PendingSignIn_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TwoFactorReset" ADD CONSTRAINT "TwoFactorReset_accountId_contactId_fkey" FOREIGN KEY ("accountId", "contactId") REFERENCES "Contact"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessWarning" ADD CONSTRAINT "AccessWarning_accountId_contactId_fkey" FOREIGN KEY ("accountId", "contactId") REFERENCES "Contact"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Sessions from before were confirmed when they were opened.
UPDATE "Session" SET "confirmedAt" = "createdAt";

-- What belongs to a person: that person alone, and signing in.
DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['AuthenticatorApp', 'Passkey', 'RecoveryCode', 'PasskeyChallenge'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO portcullis_app, portcullis_identity', owned);
    EXECUTE format('CREATE POLICY person_only ON %I TO portcullis_app
      USING ("personId" = portcullis_person()) WITH CHECK ("personId" = portcullis_person())', owned);
    EXECUTE format('CREATE POLICY identity ON %I TO portcullis_identity USING (true) WITH CHECK (true)', owned);
  END LOOP;
END
$$;

ALTER TABLE "PendingSignIn" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON "PendingSignIn" TO portcullis_identity;
CREATE POLICY identity ON "PendingSignIn" TO portcullis_identity USING (true) WITH CHECK (true);

-- Whoever may know the name of a person may know whether they use two-factor sign-in.
GRANT SELECT ("twoFactorSince") ON "Person" TO portcullis_app, portcullis_staff;

ALTER TABLE "TwoFactorReset" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "TwoFactorReset" TO portcullis_app;
CREATE POLICY account_only ON "TwoFactorReset" TO portcullis_app
  USING ("accountId" = portcullis_account()) WITH CHECK ("accountId" = portcullis_account());

ALTER TABLE "AccessWarning" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "AccessWarning" TO portcullis_app;
CREATE POLICY account_only ON "AccessWarning" TO portcullis_app
  USING ("accountId" = portcullis_account()) WITH CHECK ("accountId" = portcullis_account());

-- The worker finds who has to be warned, deletes what is over, and changes keys. It reads nothing else.
GRANT SELECT ("id", "accountId", "personId", "kind", "status", "endsAt") ON "Contact" TO portcullis_worker;
CREATE POLICY worker_finds ON "Contact" FOR SELECT TO portcullis_worker USING (true);
GRANT SELECT ("id", "twoFactorSince") ON "Person" TO portcullis_worker;
CREATE POLICY worker_finds ON "Person" FOR SELECT TO portcullis_worker USING (true);
GRANT SELECT ("accountId", "contactId", "kind", "about") ON "AccessWarning" TO portcullis_worker;
CREATE POLICY worker_finds ON "AccessWarning" FOR SELECT TO portcullis_worker USING (true);
GRANT SELECT ("id", "personId", "secret", "confirmedAt", "createdAt"), UPDATE ("secret"), DELETE ON "AuthenticatorApp" TO portcullis_worker;
CREATE POLICY worker_changes_keys ON "AuthenticatorApp" TO portcullis_worker USING (true) WITH CHECK (true);
GRANT SELECT ("id", "expiresAt"), DELETE ON "PasskeyChallenge", "PendingSignIn" TO portcullis_worker;
CREATE POLICY worker_clears ON "PasskeyChallenge" TO portcullis_worker USING (true);
CREATE POLICY worker_clears ON "PendingSignIn" TO portcullis_worker USING (true);

-- Whether a person has a factor is one column, because every request asks. Recovery codes end with the last factor, however
-- it is removed. The person's row is locked first: of two factors removed at once, the second removal counts the first.
CREATE FUNCTION portcullis_factors_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  whose uuid := coalesce(new."personId", old."personId");
  since timestamptz;
BEGIN
  PERFORM 1 FROM "Person" WHERE "id" = whose FOR NO KEY UPDATE;
  since := least(
    (SELECT min("confirmedAt") FROM "AuthenticatorApp" WHERE "personId" = whose),
    (SELECT min("createdAt") FROM "Passkey" WHERE "personId" = whose)
  );
  UPDATE "Person" SET "twoFactorSince" = since WHERE "id" = whose AND "twoFactorSince" IS DISTINCT FROM since;
  IF since IS NULL THEN
    DELETE FROM "RecoveryCode" WHERE "personId" = whose;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER factors_change AFTER INSERT OR DELETE OR UPDATE OF "confirmedAt" ON "AuthenticatorApp" FOR EACH ROW
  EXECUTE FUNCTION portcullis_factors_change();
CREATE TRIGGER factors_change AFTER INSERT OR DELETE ON "Passkey" FOR EACH ROW EXECUTE FUNCTION portcullis_factors_change();

-- Nobody has recovery codes without a factor.
CREATE FUNCTION portcullis_codes_need_a_factor() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM "Person" WHERE "id" = new."personId" AND "twoFactorSince" IS NOT NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'recovery codes without a factor' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER codes_need_a_factor AFTER INSERT ON "RecoveryCode" FOR EACH ROW
  EXECUTE FUNCTION portcullis_codes_need_a_factor();

-- A reset by staff is a row that stays: there is no other way for them to remove a factor.
CREATE FUNCTION portcullis_factors_reset() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  whose uuid := (SELECT "personId" FROM "Contact" WHERE "accountId" = new."accountId" AND "id" = new."contactId");
BEGIN
  DELETE FROM "AuthenticatorApp" WHERE "personId" = whose;
  DELETE FROM "Passkey" WHERE "personId" = whose;
  UPDATE "PendingSignIn" SET "usedAt" = now() WHERE "personId" = whose AND "usedAt" IS NULL;
  UPDATE "Session" SET "revokedAt" = now() WHERE "personId" = whose AND "revokedAt" IS NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER factors_reset AFTER INSERT ON "TwoFactorReset" FOR EACH ROW EXECUTE FUNCTION portcullis_factors_reset();

-- Access depends on both: decisions made before a change do not stand.
CREATE TRIGGER two_factor_changes AFTER UPDATE ON "Person" FOR EACH ROW
  WHEN ((old."twoFactorSince" IS NULL) <> (new."twoFactorSince" IS NULL)) EXECUTE FUNCTION portcullis_access_changes('id');
CREATE TRIGGER two_factor_changes AFTER UPDATE ON "Account" FOR EACH ROW
  WHEN (old."twoFactorFrom" IS DISTINCT FROM new."twoFactorFrom") EXECUTE FUNCTION portcullis_access_changes('id');

-- A sign-in that waits for the second step ends with the password it was begun with.
CREATE FUNCTION portcullis_pending_sign_ins_end() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "PendingSignIn" SET "usedAt" = now() WHERE "personId" = new."id" AND "usedAt" IS NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER pending_sign_ins_end AFTER UPDATE OF "passwordHash", "suspendedAt" ON "Person" FOR EACH ROW
  WHEN (old."passwordHash" IS DISTINCT FROM new."passwordHash" OR old."suspendedAt" IS DISTINCT FROM new."suspendedAt")
  EXECUTE FUNCTION portcullis_pending_sign_ins_end();

-- Accounts whose people have to be reminded, and people whose access ends: the worker looks every few minutes.
GRANT SELECT ("id", "status", "twoFactorFrom") ON "Account" TO portcullis_worker;
CREATE POLICY worker_finds ON "Account" FOR SELECT TO portcullis_worker USING (true);
CREATE INDEX "Account_two_factor" ON "Account" ("id") WHERE "twoFactorFrom" IS NOT NULL;
CREATE INDEX "Contact_ends" ON "Contact" ("endsAt") WHERE "endsAt" IS NOT NULL;

CREATE INDEX "Invitation_queued" ON "Invitation" ("id") WHERE "queued" AND "acceptedAt" IS NULL AND "revokedAt" IS NULL;
