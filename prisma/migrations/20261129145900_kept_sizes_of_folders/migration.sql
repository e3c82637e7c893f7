-- compatible: the version before reads and writes none of this; the database keeps it for both
-- What the files in a folder are and take is kept by the database: how many there are, and what they take with their earlier versions. Summed up
-- it was read from every file of the account, and therefore shown of twenty folders only.
ALTER TABLE "Document" ADD COLUMN "bytes" BIGINT NOT NULL DEFAULT 0;
CREATE TABLE "FolderUsage" (
    "accountId" UUID NOT NULL,
    "folderId" UUID NOT NULL,
    "files" INTEGER NOT NULL DEFAULT 0,
    "bytes" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "FolderUsage_pkey" PRIMARY KEY ("accountId","folderId"),
    CONSTRAINT "FolderUsage_not_negative" CHECK ("files" >= 0 AND "bytes" >= 0)
);
CREATE INDEX "FolderUsage_accountId_bytes_folderId_idx" ON "FolderUsage"("accountId", "bytes" DESC, "folderId");
ALTER TABLE "FolderUsage" ADD CONSTRAINT "FolderUsage_accountId_folderId_fkey" FOREIGN KEY ("accountId", "folderId")
  REFERENCES "Folder"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "FolderUsage" ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON "FolderUsage" TO portcullis_app;
CREATE POLICY account_only ON "FolderUsage" TO portcullis_app USING ("accountId" = portcullis_account());

-- Counts everything again: for what was written while no triggers were active. A file that several versions have is counted once.
CREATE FUNCTION portcullis_count_folders() RETURNS VOID LANGUAGE sql SET search_path = public, pg_temp AS $$
  UPDATE "Document" d SET "bytes" = s."bytes" FROM (
    SELECT v."accountId", v."documentId", sum(f."size") AS "bytes"
    FROM (SELECT DISTINCT "accountId", "documentId", "fileId" FROM "DocumentVersion") v
    JOIN "StoredFile" f ON f."accountId" = v."accountId" AND f."id" = v."fileId" GROUP BY 1, 2
  ) s WHERE s."accountId" = d."accountId" AND s."documentId" = d."id" AND s."bytes" <> d."bytes";
  DELETE FROM "FolderUsage";
  INSERT INTO "FolderUsage" ("accountId", "folderId", "files", "bytes")
    SELECT "accountId", "folderId", count(*), sum("bytes") FROM "Document" WHERE "deletedAt" IS NULL GROUP BY 1, 2;
$$;
REVOKE ALL ON FUNCTION portcullis_count_folders() FROM PUBLIC;
SELECT portcullis_count_folders();

-- A version that was restored has the file of an earlier one, which is there once.
CREATE FUNCTION portcullis_version_size() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  version "DocumentVersion" := CASE tg_op WHEN 'INSERT' THEN NEW ELSE OLD END;
  size BIGINT;
BEGIN
  IF EXISTS (SELECT FROM "DocumentVersion" v WHERE v."accountId" = version."accountId" AND v."documentId" = version."documentId"
      AND v."fileId" = version."fileId" AND v."id" <> version."id") THEN
    RETURN NULL;
  END IF;
  SELECT f."size" INTO size FROM "StoredFile" f WHERE f."accountId" = version."accountId" AND f."id" = version."fileId";
  UPDATE "Document" d SET "bytes" = CASE tg_op WHEN 'INSERT' THEN d."bytes" + size
      ELSE (SELECT coalesce(sum(f."size"), 0) FROM (SELECT DISTINCT v."fileId" FROM "DocumentVersion" v
        WHERE v."accountId" = d."accountId" AND v."documentId" = d."id") v JOIN "StoredFile" f ON f."accountId" = d."accountId" AND f."id" = v."fileId") END
    WHERE d."accountId" = version."accountId" AND d."id" = version."documentId";
  RETURN NULL;
END
$$;
CREATE TRIGGER version_size AFTER INSERT OR DELETE ON "DocumentVersion" FOR EACH ROW EXECUTE FUNCTION portcullis_version_size();

-- Once for each statement: many files are moved, deleted and purged together. Who deletes a folder has none to count in any more.
CREATE FUNCTION portcullis_folder_usage() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF tg_op = 'INSERT' THEN
    INSERT INTO "FolderUsage" ("accountId", "folderId") SELECT DISTINCT "accountId", "folderId" FROM written ON CONFLICT DO NOTHING;
    UPDATE "FolderUsage" u SET "files" = u."files" + c."files", "bytes" = u."bytes" + c."bytes" FROM (
      SELECT "accountId", "folderId", count(*) AS "files", sum("bytes") AS "bytes" FROM written WHERE "deletedAt" IS NULL GROUP BY 1, 2
    ) c WHERE u."accountId" = c."accountId" AND u."folderId" = c."folderId";
  ELSIF tg_op = 'DELETE' THEN
    UPDATE "FolderUsage" u SET "files" = greatest(0, u."files" - c."files"), "bytes" = greatest(0, u."bytes" - c."bytes") FROM (
      SELECT "accountId", "folderId", count(*) AS "files", sum("bytes") AS "bytes" FROM gone WHERE "deletedAt" IS NULL GROUP BY 1, 2
    ) c WHERE u."accountId" = c."accountId" AND u."folderId" = c."folderId";
  ELSE
    INSERT INTO "FolderUsage" ("accountId", "folderId") SELECT DISTINCT w."accountId", w."folderId" FROM written w
      JOIN gone g ON g."id" = w."id" WHERE g."folderId" <> w."folderId" OR (g."deletedAt" IS NOT NULL AND w."deletedAt" IS NULL) ON CONFLICT DO NOTHING;
    UPDATE "FolderUsage" u SET "files" = greatest(0, u."files" + c."files"), "bytes" = greatest(0, u."bytes" + c."bytes") FROM (
      SELECT "accountId", "folderId", sum("files") AS "files", sum("bytes") AS "bytes" FROM (
        SELECT "accountId", "folderId", 1 AS "files", "bytes" FROM written WHERE "deletedAt" IS NULL
        UNION ALL
        SELECT "accountId", "folderId", -1, -"bytes" FROM gone WHERE "deletedAt" IS NULL
      ) changed GROUP BY 1, 2 HAVING sum("files") <> 0 OR sum("bytes") <> 0
    ) c WHERE u."accountId" = c."accountId" AND u."folderId" = c."folderId";
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER folder_usage_new AFTER INSERT ON "Document" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION portcullis_folder_usage();
CREATE TRIGGER folder_usage_changed AFTER UPDATE ON "Document" REFERENCING OLD TABLE AS gone NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION portcullis_folder_usage();
CREATE TRIGGER folder_usage_gone AFTER DELETE ON "Document" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION portcullis_folder_usage();

-- The log names a record after it is gone for good. Whoever was recused from it then reads no name of it either.
CREATE TABLE "GoneRecusal" (
    "accountId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "recordId" UUID NOT NULL,

    CONSTRAINT "GoneRecusal_pkey" PRIMARY KEY ("accountId","contactId","recordId")
);
ALTER TABLE "GoneRecusal" ADD CONSTRAINT "GoneRecusal_accountId_contactId_fkey" FOREIGN KEY ("accountId", "contactId")
  REFERENCES "Contact"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "GoneRecusal" ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON "GoneRecusal" TO portcullis_app;
CREATE POLICY account_only ON "GoneRecusal" TO portcullis_app USING ("accountId" = portcullis_account());
-- With a whole account, or a contact, there is nobody left to keep it for.
CREATE FUNCTION portcullis_keep_recusals() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO "GoneRecusal" ("accountId", "contactId", "recordId")
    SELECT s."accountId", s."contactId", OLD."id" FROM "FolderShut" s
    JOIN "Contact" c ON c."accountId" = s."accountId" AND c."id" = s."contactId" JOIN "Account" a ON a."id" = s."accountId"
    WHERE s."accountId" = OLD."accountId" AND s."folderId" = (to_jsonb(OLD) ->> CASE tg_table_name WHEN 'Folder' THEN 'id' ELSE 'folderId' END)::uuid
    ON CONFLICT DO NOTHING;
  RETURN OLD;
END
$$;
CREATE TRIGGER keep_recusals BEFORE DELETE ON "Folder" FOR EACH ROW EXECUTE FUNCTION portcullis_keep_recusals();
CREATE TRIGGER keep_recusals BEFORE DELETE ON "Document" FOR EACH ROW EXECUTE FUNCTION portcullis_keep_recusals();
