-- AlterTable
ALTER TABLE "Installation" ADD COLUMN     "keyChecks" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "ServiceCredential" ADD COLUMN     "note" TEXT,
ADD COLUMN     "replacedAt" TIMESTAMPTZ(3),
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "CredentialLink" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CredentialLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CredentialReveal" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "contactName" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "byLink" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CredentialReveal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "CredentialLink_tokenHash_key" ON "CredentialLink"("tokenHash");

-- CreateIndex
CREATE INDEX "CredentialLink_accountId_serviceId_createdAt_idx" ON "CredentialLink"("accountId", "serviceId", "createdAt");

-- CreateIndex
CREATE INDEX "CredentialLink_accountId_contactId_idx" ON "CredentialLink"("accountId", "contactId");

-- CreateIndex
CREATE INDEX "CredentialLink_expiresAt_idx" ON "CredentialLink"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "CredentialLink_accountId_id_key" ON "CredentialLink"("accountId", "id");

-- CreateIndex
CREATE INDEX "CredentialReveal_accountId_serviceId_at_idx" ON "CredentialReveal"("accountId", "serviceId", "at");

-- CreateIndex
CREATE INDEX "CredentialReveal_accountId_contactId_idx" ON "CredentialReveal"("accountId", "contactId");

-- CreateIndex
CREATE UNIQUE INDEX "CredentialReveal_accountId_id_key" ON "CredentialReveal"("accountId", "id");

-- AddForeignKey
ALTER TABLE "CredentialLink" ADD CONSTRAINT "CredentialLink_accountId_serviceId_fkey" FOREIGN KEY ("accountId", "serviceId") REFERENCES "Service"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CredentialLink" ADD CONSTRAINT "CredentialLink_accountId_contactId_fkey" FOREIGN KEY ("accountId", "contactId") REFERENCES "Contact"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CredentialReveal" ADD CONSTRAINT "CredentialReveal_accountId_serviceId_fkey" FOREIGN KEY ("accountId", "serviceId") REFERENCES "Service"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CredentialReveal" ADD CONSTRAINT "CredentialReveal_accountId_contactId_fkey" FOREIGN KEY ("accountId", "contactId") REFERENCES "Contact"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A newer link for the same service ends the one before.
CREATE UNIQUE INDEX "CredentialLink_one_open" ON "CredentialLink" ("contactId", "serviceId") WHERE "usedAt" IS NULL AND "revokedAt" IS NULL;

ALTER TABLE "CredentialLink" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON "CredentialLink" TO portcullis_app;
CREATE POLICY account_only ON "CredentialLink" TO portcullis_app
  USING ("accountId" = portcullis_account()) WITH CHECK ("accountId" = portcullis_account());
GRANT SELECT ("id", "expiresAt"), DELETE ON "CredentialLink" TO portcullis_worker;
CREATE POLICY worker_clears ON "CredentialLink" TO portcullis_worker USING (true);

-- Added to, and never changed.
ALTER TABLE "CredentialReveal" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "CredentialReveal" TO portcullis_app;
CREATE POLICY account_only ON "CredentialReveal" TO portcullis_app
  USING ("accountId" = portcullis_account()) WITH CHECK ("accountId" = portcullis_account());

-- Whoever changes the keys decrypts and encrypts each secret, and reads nothing else of the row.
GRANT SELECT ("id", "accountId", "serviceId", "secret"), UPDATE ("secret") ON "ServiceCredential" TO portcullis_worker;
CREATE POLICY worker_changes_keys ON "ServiceCredential" TO portcullis_worker USING (true) WITH CHECK (true);
GRANT UPDATE ("secret") ON "ProvisioningEndpoint" TO portcullis_worker;
CREATE POLICY worker_changes_keys ON "ProvisioningEndpoint" FOR UPDATE TO portcullis_worker USING (true) WITH CHECK (true);

-- A link ends with the access it was sent to, even if that access comes back. One that is being used at this moment is not
-- waited for: its user's access is compared before the commit, and has changed.
CREATE FUNCTION portcullis_links_end() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE "CredentialLink" SET "revokedAt" = now() WHERE "id" IN (
    SELECT "id" FROM "CredentialLink" WHERE "contactId" = new."id" AND "usedAt" IS NULL AND "revokedAt" IS NULL
    FOR UPDATE SKIP LOCKED
  );
  RETURN NULL;
END
$$;
CREATE TRIGGER links_end AFTER UPDATE OF "version" ON "AccessVersion" FOR EACH ROW EXECUTE FUNCTION portcullis_links_end();

-- Who leaves the team is signed out at once, with their tokens: whoever removes them, and however.
CREATE FUNCTION portcullis_colleague_leaves() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE "Session" SET "revokedAt" = now() WHERE "personId" = old."personId" AND "revokedAt" IS NULL;
  UPDATE "ApiToken" SET "revokedAt" = now() WHERE "personId" = old."personId" AND "revokedAt" IS NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER colleague_leaves AFTER DELETE ON "StaffMember" FOR EACH ROW EXECUTE FUNCTION portcullis_colleague_leaves();
