-- CreateEnum
CREATE TYPE "ExportState" AS ENUM ('queued', 'running', 'ready', 'failed');

-- CreateTable
CREATE TABLE "Export" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "accountId" UUID,
    "tokenId" UUID,
    "operation" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "inputHash" TEXT NOT NULL,
    "state" "ExportState" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lines" INTEGER NOT NULL DEFAULT 0,
    "totalLines" INTEGER NOT NULL,
    "filename" TEXT,
    "contentType" TEXT,
    "bytes" BIGINT,
    "accessKey" TEXT,
    "failure" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "aliveAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Export_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExportPart" (
    "exportId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "personId" UUID NOT NULL,
    "data" BYTEA NOT NULL,

    CONSTRAINT "ExportPart_pkey" PRIMARY KEY ("exportId","position")
);

-- CreateIndex
CREATE INDEX "Export_personId_createdAt_idx" ON "Export"("personId", "createdAt");

-- CreateIndex
CREATE INDEX "Export_accountId_idx" ON "Export"("accountId");

-- CreateIndex
CREATE INDEX "Export_tokenId_idx" ON "Export"("tokenId");

-- CreateIndex
CREATE INDEX "Export_expiresAt_idx" ON "Export"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "Export_personId_id_key" ON "Export"("personId", "id");

-- CreateIndex
CREATE INDEX "ExportPart_personId_exportId_idx" ON "ExportPart"("personId", "exportId");

-- CreateIndex
CREATE INDEX "Invoice_issuedAt_id_idx" ON "Invoice"("issuedAt", "id");

-- CreateIndex
CREATE INDEX "LedgerEntry_at_id_idx" ON "LedgerEntry"("at", "id");

-- DropIndex
DROP INDEX "LedgerLine_entryId_idx";

-- CreateIndex
CREATE INDEX "LedgerLine_entryId_accountId_idx" ON "LedgerLine"("entryId", "accountId");

-- CreateIndex
CREATE INDEX "PaymentAllocation_accountId_paymentId_idx" ON "PaymentAllocation"("accountId", "paymentId");

-- CreateIndex
CREATE INDEX "Payment_createdAt_id_idx" ON "Payment"("createdAt", "id");

-- AddForeignKey
ALTER TABLE "Export" ADD CONSTRAINT "Export_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Export" ADD CONSTRAINT "Export_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Export" ADD CONSTRAINT "Export_tokenId_fkey" FOREIGN KEY ("tokenId") REFERENCES "ApiToken"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExportPart" ADD CONSTRAINT "ExportPart_personId_exportId_fkey" FOREIGN KEY ("personId", "exportId") REFERENCES "Export"("personId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One waiting or running export per file: asking again while it is prepared gets the same one.
CREATE UNIQUE INDEX "Export_one_pending" ON "Export"
  ("personId", coalesce("accountId", '00000000-0000-0000-0000-000000000000'), coalesce("tokenId", '00000000-0000-0000-0000-000000000000'), "operation", "inputHash")
  WHERE "state" IN ('queued', 'running');
-- What the worker looks for.
CREATE INDEX "Export_pending" ON "Export" ("createdAt", "id") WHERE "state" IN ('queued', 'running');

ALTER TABLE "Export" ADD CONSTRAINT "Export_ready_has_file"
  CHECK ("state" <> 'ready' OR ("filename" IS NOT NULL AND "contentType" IS NOT NULL AND "bytes" IS NOT NULL AND "accessKey" IS NOT NULL));
ALTER TABLE "ExportPart" ADD CONSTRAINT "ExportPart_bounded" CHECK (octet_length("data") <= 1048576);

-- A file is its person's own, on the account it was requested on. How much all of an account's files take is counted
-- over the account, so their rows, not the files, are visible within it.
ALTER TABLE "Export" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Export" FORCE ROW LEVEL SECURITY;
ALTER TABLE "ExportPart" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ExportPart" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON "Export" TO portcullis_app, portcullis_staff;
GRANT SELECT, DELETE ON "ExportPart" TO portcullis_app, portcullis_staff;
CREATE POLICY own_exports ON "Export" TO portcullis_app, portcullis_staff
  USING ("personId" = portcullis_person() AND (portcullis_account() IS NULL OR "accountId" = portcullis_account()))
  WITH CHECK ("personId" = portcullis_person() AND (portcullis_account() IS NULL OR "accountId" = portcullis_account()));
CREATE POLICY account_counts ON "Export" FOR SELECT TO portcullis_app USING ("accountId" = portcullis_account());
CREATE POLICY own_parts ON "ExportPart" TO portcullis_app, portcullis_staff USING ("personId" = portcullis_person());

-- The worker signs in as an export: who it is for is read by the role that reads identities.
GRANT SELECT ON "Export" TO portcullis_identity;
CREATE POLICY identity ON "Export" FOR SELECT TO portcullis_identity USING (true);

GRANT SELECT, UPDATE, DELETE ON "Export" TO portcullis_worker;
CREATE POLICY worker_prepares ON "Export" TO portcullis_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, DELETE ON "ExportPart" TO portcullis_worker;
CREATE POLICY worker_prepares ON "ExportPart" TO portcullis_worker USING (true) WITH CHECK (true);

DO $$
BEGIN
  EXECUTE format('CREATE POLICY keeper ON "Export" TO %I USING (true) WITH CHECK (true)', current_user);
  EXECUTE format('CREATE POLICY keeper ON "ExportPart" TO %I USING (true) WITH CHECK (true)', current_user);
END
$$;

-- The worker hears of a requested file as soon as it is committed.
CREATE FUNCTION portcullis_exports_wait() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('portcullis_exports', '');
  RETURN NULL;
END
$$;
CREATE TRIGGER exports_wait AFTER INSERT ON "Export" FOR EACH STATEMENT EXECUTE FUNCTION portcullis_exports_wait();
