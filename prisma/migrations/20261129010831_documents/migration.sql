-- CreateEnum
CREATE TYPE "PreviewState" AS ENUM ('waiting', 'ready', 'failed');

-- CreateTable
CREATE TABLE "Folder" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "parentId" UUID,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "governingId" UUID NOT NULL,
    "viewOnly" BOOLEAN NOT NULL DEFAULT false,
    "createdByName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "deletedByName" TEXT,
    "deletedWithId" UUID,
    "deletedItself" BOOLEAN NOT NULL DEFAULT false,
    "nameSearch" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (portcullis_search_text("name")) STORED,

    CONSTRAINT "Folder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FolderAccess" (
    "accountId" UUID NOT NULL,
    "folderId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "addedByName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FolderAccess_pkey" PRIMARY KEY ("accountId","folderId","contactId")
);

-- CreateTable
CREATE TABLE "Document" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "folderId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "fileId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "uploadedByName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "deletedByName" TEXT,
    "nameSearch" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (portcullis_search_text("name")) STORED,

    CONSTRAINT "Document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DocumentVersion" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "fileId" UUID NOT NULL,
    "restoredFrom" INTEGER,
    "uploadedByName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DocumentVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FilePreview" (
    "fileId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "state" "PreviewState" NOT NULL DEFAULT 'waiting',
    "runs" INTEGER NOT NULL DEFAULT 0,
    "pages" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FilePreview_pkey" PRIMARY KEY ("fileId")
);

-- CreateTable
CREATE TABLE "PreviewPage" (
    "accountId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,

    CONSTRAINT "PreviewPage_pkey" PRIMARY KEY ("accountId","fileId","number")
);

-- CreateIndex
CREATE INDEX "Folder_accountId_parentId_position_id_idx" ON "Folder"("accountId", "parentId", "position", "id");

-- CreateIndex
CREATE INDEX "Folder_accountId_parentId_nameSearch_id_idx" ON "Folder"("accountId", "parentId", "nameSearch", "id");

-- CreateIndex
CREATE INDEX "Folder_accountId_governingId_idx" ON "Folder"("accountId", "governingId");

-- CreateIndex
CREATE INDEX "Folder_accountId_deletedWithId_idx" ON "Folder"("accountId", "deletedWithId");

-- CreateIndex
CREATE UNIQUE INDEX "Folder_accountId_id_key" ON "Folder"("accountId", "id");

-- CreateIndex
CREATE INDEX "FolderAccess_accountId_contactId_folderId_idx" ON "FolderAccess"("accountId", "contactId", "folderId");

-- CreateIndex
CREATE INDEX "Document_accountId_folderId_position_id_idx" ON "Document"("accountId", "folderId", "position", "id");

-- CreateIndex
CREATE INDEX "Document_accountId_folderId_nameSearch_id_idx" ON "Document"("accountId", "folderId", "nameSearch", "id");

-- CreateIndex
CREATE INDEX "Document_accountId_folderId_updatedAt_id_idx" ON "Document"("accountId", "folderId", "updatedAt", "id");

-- CreateIndex
CREATE INDEX "Document_accountId_position_id_idx" ON "Document"("accountId", "position", "id");

-- CreateIndex
CREATE INDEX "Document_accountId_nameSearch_id_idx" ON "Document"("accountId", "nameSearch", "id");

-- CreateIndex
CREATE INDEX "Document_accountId_updatedAt_id_idx" ON "Document"("accountId", "updatedAt", "id");

-- CreateIndex
CREATE INDEX "Document_accountId_fileId_idx" ON "Document"("accountId", "fileId");

-- CreateIndex
CREATE UNIQUE INDEX "Document_accountId_id_key" ON "Document"("accountId", "id");

-- CreateIndex
CREATE INDEX "DocumentVersion_accountId_fileId_idx" ON "DocumentVersion"("accountId", "fileId");

-- CreateIndex
CREATE UNIQUE INDEX "DocumentVersion_accountId_id_key" ON "DocumentVersion"("accountId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "DocumentVersion_accountId_documentId_number_key" ON "DocumentVersion"("accountId", "documentId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "FilePreview_accountId_fileId_key" ON "FilePreview"("accountId", "fileId");

-- AddForeignKey
ALTER TABLE "Folder" ADD CONSTRAINT "Folder_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Folder" ADD CONSTRAINT "Folder_accountId_parentId_fkey" FOREIGN KEY ("accountId", "parentId") REFERENCES "Folder"("accountId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Folder" ADD CONSTRAINT "Folder_accountId_governingId_fkey" FOREIGN KEY ("accountId", "governingId") REFERENCES "Folder"("accountId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "FolderAccess" ADD CONSTRAINT "FolderAccess_accountId_folderId_fkey" FOREIGN KEY ("accountId", "folderId") REFERENCES "Folder"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FolderAccess" ADD CONSTRAINT "FolderAccess_accountId_contactId_fkey" FOREIGN KEY ("accountId", "contactId") REFERENCES "Contact"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_accountId_folderId_fkey" FOREIGN KEY ("accountId", "folderId") REFERENCES "Folder"("accountId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_accountId_fileId_fkey" FOREIGN KEY ("accountId", "fileId") REFERENCES "StoredFile"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentVersion" ADD CONSTRAINT "DocumentVersion_accountId_documentId_fkey" FOREIGN KEY ("accountId", "documentId") REFERENCES "Document"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentVersion" ADD CONSTRAINT "DocumentVersion_accountId_fileId_fkey" FOREIGN KEY ("accountId", "fileId") REFERENCES "StoredFile"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FilePreview" ADD CONSTRAINT "FilePreview_accountId_fileId_fkey" FOREIGN KEY ("accountId", "fileId") REFERENCES "StoredFile"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PreviewPage" ADD CONSTRAINT "PreviewPage_accountId_fileId_fkey" FOREIGN KEY ("accountId", "fileId") REFERENCES "FilePreview"("accountId", "fileId") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Folder" ADD CONSTRAINT "Folder_named" CHECK (CASE WHEN "parentId" IS NULL THEN "name" = '' ELSE char_length("name") BETWEEN 1 AND 120 END);
-- The folder at the top has its own list and stays; a folder without its own list has nothing to say about downloads.
ALTER TABLE "Folder" ADD CONSTRAINT "Folder_top" CHECK ("parentId" IS NOT NULL OR ("governingId" = "id" AND "deletedAt" IS NULL));
ALTER TABLE "Folder" ADD CONSTRAINT "Folder_view_only" CHECK (NOT "viewOnly" OR "governingId" = "id");
ALTER TABLE "Folder" ADD CONSTRAINT "Folder_deleted" CHECK (("deletedAt" IS NULL) = ("deletedWithId" IS NULL) AND "deletedItself" = ("deletedWithId" IS NOT DISTINCT FROM "id"));
ALTER TABLE "Document" ADD CONSTRAINT "Document_named" CHECK (char_length("name") BETWEEN 1 AND 200 AND "version" >= 1);
CREATE UNIQUE INDEX "Folder_one_top" ON "Folder" ("accountId") WHERE "parentId" IS NULL;
CREATE UNIQUE INDEX "Folder_one_of_a_name" ON "Folder" ("accountId", "parentId", lower("name")) WHERE "deletedAt" IS NULL;
CREATE UNIQUE INDEX "Document_one_of_a_name" ON "Document" ("accountId", "folderId", lower("name")) WHERE "deletedAt" IS NULL;
-- What the worker looks for, and the list of deleted files and folders.
CREATE INDEX "Folder_deleted_at" ON "Folder" ("accountId", "deletedAt", "id") WHERE "deletedAt" IS NOT NULL;
CREATE INDEX "Document_deleted_at" ON "Document" ("accountId", "deletedAt", "id") WHERE "deletedAt" IS NOT NULL;
CREATE INDEX "FilePreview_waiting" ON "FilePreview" ("fileId") WHERE "state" = 'waiting';

ALTER TABLE "Folder" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "FolderAccess" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Document" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "DocumentVersion" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "FilePreview" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "PreviewPage" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "Folder", "FolderAccess", "Document", "DocumentVersion" TO portcullis_app;
GRANT SELECT, INSERT ON "FilePreview" TO portcullis_app;
GRANT SELECT ON "PreviewPage" TO portcullis_app;
DO $$
DECLARE
  own text;
BEGIN
  FOREACH own IN ARRAY ARRAY['Folder', 'FolderAccess', 'Document', 'DocumentVersion', 'FilePreview', 'PreviewPage'] LOOP
    EXECUTE format('create policy account_only on %I to portcullis_app using ("accountId" = portcullis_account()) with check ("accountId" = portcullis_account())', own);
  END LOOP;
END
$$;

-- The worker draws previews, and deletes what was deleted thirty days ago: it reads nothing else of documents.
GRANT SELECT, UPDATE, DELETE ON "FilePreview" TO portcullis_worker;
GRANT SELECT, INSERT, DELETE ON "PreviewPage" TO portcullis_worker;
CREATE POLICY worker_all ON "FilePreview" TO portcullis_worker USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON "PreviewPage" TO portcullis_worker USING (true) WITH CHECK (true);
GRANT SELECT ("id", "accountId", "deletedAt", "deletedItself") ON "Folder" TO portcullis_worker;
GRANT SELECT ("id", "accountId", "deletedAt") ON "Document" TO portcullis_worker;
CREATE POLICY worker_purges ON "Folder" FOR SELECT TO portcullis_worker USING ("deletedAt" IS NOT NULL);
CREATE POLICY worker_purges ON "Document" FOR SELECT TO portcullis_worker USING ("deletedAt" IS NOT NULL);

-- Each account has a folder at the top: its row is what every change of the tree locks first.
CREATE FUNCTION portcullis_top_folder() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  top uuid := gen_random_uuid();
BEGIN
  INSERT INTO "Folder" ("id", "accountId", "name", "governingId", "createdByName") VALUES (top, NEW."id", '', top, '');
  RETURN NULL;
END
$$;
CREATE TRIGGER top_folder AFTER INSERT ON "Account" FOR EACH ROW EXECUTE FUNCTION portcullis_top_folder();
INSERT INTO "Folder" ("id", "accountId", "name", "governingId", "createdByName")
  SELECT top, "id", '', top, '' FROM (SELECT "id", gen_random_uuid() AS top FROM "Account") AS accounts;

-- A folder is governed by itself or by what governs its parent; looked at when the transaction ends. So whatever moves a folder or
-- changes a list has to set right everything below it. And no folder is, however indirectly, in itself.
CREATE FUNCTION portcullis_folder_is_governed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  now_is record;
  above uuid;
  steps int := 0;
BEGIN
  SELECT "parentId", "governingId" INTO now_is FROM "Folder" WHERE "id" = NEW."id";
  IF NOT FOUND OR now_is."parentId" IS NULL THEN RETURN NULL; END IF;
  IF now_is."governingId" <> NEW."id"
    AND now_is."governingId" <> (SELECT "governingId" FROM "Folder" WHERE "id" = now_is."parentId")
    OR EXISTS (SELECT FROM "Folder" WHERE "accountId" = NEW."accountId" AND "parentId" = NEW."id"
      AND "governingId" <> "id" AND "governingId" <> now_is."governingId") THEN
    RAISE EXCEPTION 'a folder is governed by itself or by what governs its parent' USING errcode = 'check_violation', constraint = 'Folder_governed';
  END IF;
  above := now_is."parentId";
  WHILE above IS NOT NULL LOOP
    steps := steps + 1;
    IF above = NEW."id" OR steps > 30 THEN
      RAISE EXCEPTION 'a folder cannot be in itself' USING errcode = 'check_violation', constraint = 'Folder_no_cycle';
    END IF;
    SELECT "parentId" INTO above FROM "Folder" WHERE "id" = above;
  END LOOP;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER folder_is_governed AFTER INSERT OR UPDATE OF "parentId", "governingId" ON "Folder"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION portcullis_folder_is_governed();

-- Who loses a folder loses it in whatever they are just doing (decision 7), and on their open pages.
CREATE TRIGGER access_changes AFTER INSERT OR UPDATE OR DELETE ON "FolderAccess" FOR EACH ROW
  EXECUTE FUNCTION portcullis_access_changes('contactId');

-- Contents go with the last version that has them.
CREATE FUNCTION portcullis_version_gone() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM "StoredFile" f WHERE f."accountId" = OLD."accountId" AND f."id" = OLD."fileId"
    AND NOT EXISTS (SELECT FROM "DocumentVersion" v WHERE v."accountId" = OLD."accountId" AND v."fileId" = OLD."fileId");
  RETURN NULL;
END
$$;
CREATE TRIGGER version_gone AFTER DELETE ON "DocumentVersion" FOR EACH ROW EXECUTE FUNCTION portcullis_version_gone();

CREATE FUNCTION portcullis_page_gone() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM "FileObject" WHERE "key" = OLD."key";
  RETURN NULL;
END
$$;
CREATE TRIGGER page_gone AFTER DELETE ON "PreviewPage" FOR EACH ROW EXECUTE FUNCTION portcullis_page_gone();

CREATE TRIGGER previews_wait AFTER INSERT ON "FilePreview" FOR EACH ROW EXECUTE FUNCTION portcullis_files_wait();

-- Searching names: by index, within the account of the transaction, and no more than ids (decision 69). What is read of them is
-- read through the filter of the permission.
CREATE FUNCTION portcullis_documents_found(kind TEXT, pattern TEXT, most INT) RETURNS TABLE ("id" UUID)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF kind = 'folder' THEN
    RETURN QUERY SELECT f."id" FROM "Folder" f WHERE f."accountId" = portcullis_account() AND f."nameSearch" LIKE pattern LIMIT most;
  ELSE
    RETURN QUERY SELECT d."id" FROM "Document" d WHERE d."accountId" = portcullis_account() AND d."nameSearch" LIKE pattern LIMIT most;
  END IF;
END
$$;
REVOKE EXECUTE ON FUNCTION portcullis_documents_found FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portcullis_documents_found TO portcullis_app;
DO $$
BEGIN
  CREATE INDEX "Folder_account_nameSearch" ON "Folder" USING gin ("accountId", "nameSearch" gin_trgm_ops);
  CREATE INDEX "Document_account_nameSearch" ON "Document" USING gin ("accountId", "nameSearch" gin_trgm_ops);
EXCEPTION WHEN undefined_object OR insufficient_privilege OR undefined_file OR feature_not_supported THEN
  RAISE NOTICE 'pg_trgm or btree_gin is not there: a search for documents reads all names of the account';
END
$$;
