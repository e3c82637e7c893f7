-- CreateEnum
CREATE TYPE "ImportStatus" AS ENUM ('checked', 'running', 'done', 'stopped');

-- CreateEnum
CREATE TYPE "ImportOutcome" AS ENUM ('ready', 'exists', 'invalid', 'created', 'failed');

-- CreateTable
CREATE TABLE "AccountImport" (
    "id" UUID NOT NULL,
    "startedById" UUID NOT NULL,
    "startedByName" TEXT NOT NULL,
    "status" "ImportStatus" NOT NULL DEFAULT 'checked',
    "invite" BOOLEAN NOT NULL DEFAULT false,
    "ignored" TEXT[],
    "stoppedBecause" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AccountImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccountImportRow" (
    "importId" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "reference" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "ownerEmail" TEXT NOT NULL,
    "fields" JSONB NOT NULL,
    "outcome" "ImportOutcome" NOT NULL,
    "message" TEXT,
    "accountId" UUID,

    CONSTRAINT "AccountImportRow_pkey" PRIMARY KEY ("importId","line")
);

-- CreateIndex
CREATE INDEX "AccountImport_status_idx" ON "AccountImport"("status");

-- CreateIndex
CREATE INDEX "AccountImportRow_importId_outcome_line_idx" ON "AccountImportRow"("importId", "outcome", "line");

-- AddForeignKey
ALTER TABLE "AccountImportRow" ADD CONSTRAINT "AccountImportRow_importId_fkey" FOREIGN KEY ("importId") REFERENCES "AccountImport"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Staff import, and the worker does it in their name: it finds what is to be done and clears up.
DO $$
DECLARE
  own text;
BEGIN
  FOREACH own IN ARRAY ARRAY['AccountImport', 'AccountImportRow'] LOOP
    EXECUTE format('alter table %I enable row level security', own);
    EXECUTE format('alter table %I force row level security', own);
    EXECUTE format('create policy keeper on %I to %I using (true) with check (true)', own, current_user);
    EXECUTE format('grant select, insert, update on %I to portcullis_staff', own);
    EXECUTE format('create policy team on %I to portcullis_staff using (portcullis_on_team()) with check (portcullis_on_team())', own);
  END LOOP;
END
$$;
GRANT SELECT, DELETE, UPDATE ("status", "stoppedBecause", "finishedAt") ON "AccountImport" TO portcullis_worker;
CREATE POLICY worker_runs ON "AccountImport" TO portcullis_worker USING (true) WITH CHECK (true);

CREATE FUNCTION portcullis_import_waits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('portcullis_import', '');
  RETURN null;
END
$$;
CREATE TRIGGER import_waits AFTER UPDATE OF "status" ON "AccountImport" FOR EACH ROW WHEN (new."status" = 'running')
  EXECUTE FUNCTION portcullis_import_waits();
