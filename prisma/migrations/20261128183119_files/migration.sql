-- CreateEnum
CREATE TYPE "FileState" AS ENUM ('uploading', 'stored', 'attached');

-- CreateEnum
CREATE TYPE "FileScan" AS ENUM ('unscanned', 'waiting', 'clean', 'infected');

-- CreateEnum
CREATE TYPE "ThumbnailState" AS ENUM ('none', 'waiting', 'ready', 'failed');

-- CreateTable
CREATE TABLE "StoredFile" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "uploaderId" UUID,
    "draft" TEXT NOT NULL,
    "internal" BOOLEAN NOT NULL DEFAULT false,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "received" INTEGER NOT NULL DEFAULT 0,
    "state" "FileState" NOT NULL DEFAULT 'uploading',
    "contentType" TEXT,
    "sha256" TEXT,
    "storageKey" TEXT,
    "scan" "FileScan" NOT NULL DEFAULT 'unscanned',
    "thumbnail" "ThumbnailState" NOT NULL DEFAULT 'none',
    "thumbnailKey" TEXT,
    "thumbnailRuns" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "touchedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StoredFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FileObject" (
    "key" TEXT NOT NULL,
    "accountId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "position" INTEGER,
    "size" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FileObject_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "FileUsage" (
    "accountId" UUID NOT NULL,
    "bytes" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "FileUsage_pkey" PRIMARY KEY ("accountId")
);

-- CreateTable
CREATE TABLE "FileRemoval" (
    "key" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FileRemoval_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "TicketAttachment" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "messageId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "internal" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,

    CONSTRAINT "TicketAttachment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "StoredFile_accountId_uploaderId_draft_idx" ON "StoredFile"("accountId", "uploaderId", "draft");

-- CreateIndex
CREATE INDEX "StoredFile_uploaderId_idx" ON "StoredFile"("uploaderId");

-- CreateIndex
CREATE UNIQUE INDEX "StoredFile_accountId_id_key" ON "StoredFile"("accountId", "id");

-- CreateIndex
CREATE INDEX "FileObject_accountId_fileId_idx" ON "FileObject"("accountId", "fileId");

-- CreateIndex
CREATE INDEX "FileRemoval_createdAt_idx" ON "FileRemoval"("createdAt");

-- CreateIndex
CREATE INDEX "TicketAttachment_accountId_messageId_position_idx" ON "TicketAttachment"("accountId", "messageId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "TicketAttachment_accountId_id_key" ON "TicketAttachment"("accountId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "TicketAttachment_accountId_fileId_key" ON "TicketAttachment"("accountId", "fileId");

-- AddForeignKey
ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_uploaderId_fkey" FOREIGN KEY ("uploaderId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FileObject" ADD CONSTRAINT "FileObject_accountId_fileId_fkey" FOREIGN KEY ("accountId", "fileId") REFERENCES "StoredFile"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FileUsage" ADD CONSTRAINT "FileUsage_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TicketAttachment" ADD CONSTRAINT "TicketAttachment_accountId_messageId_fkey" FOREIGN KEY ("accountId", "messageId") REFERENCES "TicketMessage"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TicketAttachment" ADD CONSTRAINT "TicketAttachment_accountId_fileId_fkey" FOREIGN KEY ("accountId", "fileId") REFERENCES "StoredFile"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_bounded"
  CHECK ("size" > 0 AND "received" BETWEEN 0 AND "size" AND char_length("name") BETWEEN 1 AND 200);
ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_complete" CHECK ("state" = 'uploading'
  OR ("received" = "size" AND "contentType" IS NOT NULL AND "sha256" IS NOT NULL AND ("storageKey" IS NOT NULL OR "scan" = 'infected')));
ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_thumbnail" CHECK ("thumbnail" <> 'ready' OR "thumbnailKey" IS NOT NULL);
ALTER TABLE "FileUsage" ADD CONSTRAINT "FileUsage_not_negative" CHECK ("bytes" >= 0);

-- What the worker looks for.
CREATE INDEX "StoredFile_loose" ON "StoredFile" ("id") WHERE "state" <> 'attached';
CREATE INDEX "StoredFile_waiting" ON "StoredFile" ("id") WHERE "thumbnail" = 'waiting' OR "scan" = 'waiting';
CREATE INDEX "FileObject_unwritten" ON "FileObject" ("createdAt") WHERE "size" IS NULL;

ALTER TABLE "StoredFile" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "FileObject" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "FileUsage" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "FileRemoval" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "TicketAttachment" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "StoredFile", "TicketAttachment" TO portcullis_app;
GRANT SELECT, INSERT, UPDATE ON "FileUsage" TO portcullis_app;
GRANT SELECT ON "FileObject" TO portcullis_app;
DO $$
DECLARE
  own text;
BEGIN
  FOREACH own IN ARRAY ARRAY['StoredFile', 'FileObject', 'FileUsage', 'TicketAttachment'] LOOP
    EXECUTE format('create policy account_only on %I to portcullis_app using ("accountId" = portcullis_account()) with check ("accountId" = portcullis_account())', own);
  END LOOP;
  -- As with the notes themselves, a query that forgets to ask finds the files of the conversation alone.
  FOREACH own IN ARRAY ARRAY['StoredFile', 'TicketAttachment'] LOOP
    EXECUTE format('create policy notes_for_staff on %I as restrictive to portcullis_app
      using (not "internal" or exists (select 1 from "StaffMember" s where s."personId" = portcullis_person()))
      with check (not "internal" or exists (select 1 from "StaffMember" s where s."personId" = portcullis_person()))', own);
  END LOOP;
END
$$;
-- Until something takes it, a file is its uploader's own.
CREATE POLICY own_until_taken ON "StoredFile" AS RESTRICTIVE TO portcullis_app
  USING ("state" = 'attached' OR "uploaderId" = portcullis_person())
  WITH CHECK ("state" = 'attached' OR "uploaderId" = portcullis_person());

-- The worker, and what writes to the storage, look after the files of all accounts.
GRANT SELECT, UPDATE, DELETE ON "StoredFile" TO portcullis_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON "FileObject" TO portcullis_worker;
GRANT SELECT, DELETE ON "FileRemoval" TO portcullis_worker;
CREATE POLICY worker_all ON "StoredFile" TO portcullis_worker USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON "FileObject" TO portcullis_worker USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON "FileRemoval" TO portcullis_worker USING (true) WITH CHECK (true);

-- However a row goes, with its message or with its whole account, what is stored is deleted too.
CREATE FUNCTION portcullis_file_object_gone() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO "FileRemoval" ("key") VALUES (OLD."key") ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
CREATE TRIGGER file_object_gone AFTER DELETE ON "FileObject" FOR EACH ROW EXECUTE FUNCTION portcullis_file_object_gone();

CREATE FUNCTION portcullis_file_gone() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE "FileUsage" SET "bytes" = greatest(0, "bytes" - OLD."size") WHERE "accountId" = OLD."accountId";
  RETURN NULL;
END
$$;
CREATE TRIGGER file_gone AFTER DELETE ON "StoredFile" FOR EACH ROW EXECUTE FUNCTION portcullis_file_gone();

CREATE FUNCTION portcullis_attachment_gone() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  DELETE FROM "StoredFile" WHERE "accountId" = OLD."accountId" AND "id" = OLD."fileId";
  RETURN NULL;
END
$$;
CREATE TRIGGER attachment_gone AFTER DELETE ON "TicketAttachment" FOR EACH ROW EXECUTE FUNCTION portcullis_attachment_gone();

-- The worker hears of a file that is to be looked at.
CREATE FUNCTION portcullis_files_wait() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('portcullis_files', '');
  RETURN NULL;
END
$$;
CREATE TRIGGER files_wait AFTER UPDATE ON "StoredFile" FOR EACH ROW
  WHEN (OLD."state" = 'uploading' AND NEW."state" = 'stored') EXECUTE FUNCTION portcullis_files_wait();
