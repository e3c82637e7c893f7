-- What is written in files, as far as it can be read, for searching and showing. The worker reads it.
CREATE TABLE "FileText" (
    "fileId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "state" "PreviewState" NOT NULL DEFAULT 'waiting',
    "runs" INTEGER NOT NULL DEFAULT 0,
    "text" TEXT NOT NULL DEFAULT '',
    "truncated" BOOLEAN NOT NULL DEFAULT false,
    "textSearch" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (portcullis_search_text("text")) STORED,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FileText_pkey" PRIMARY KEY ("fileId"),
    CONSTRAINT "FileText_bounded" CHECK (char_length("text") <= 200000)
);
CREATE UNIQUE INDEX "FileText_accountId_fileId_key" ON "FileText"("accountId", "fileId");
ALTER TABLE "FileText" ADD CONSTRAINT "FileText_accountId_fileId_fkey" FOREIGN KEY ("accountId", "fileId") REFERENCES "StoredFile"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "FileText_waiting" ON "FileText" ("fileId") WHERE "state" = 'waiting';

ALTER TABLE "FileText" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "FileText" TO portcullis_app;
CREATE POLICY account_only ON "FileText" TO portcullis_app USING ("accountId" = portcullis_account()) WITH CHECK ("accountId" = portcullis_account());
GRANT SELECT, UPDATE, DELETE ON "FileText" TO portcullis_worker;
CREATE POLICY worker_all ON "FileText" TO portcullis_worker USING (true) WITH CHECK (true);
CREATE TRIGGER texts_wait AFTER INSERT ON "FileText" FOR EACH ROW EXECUTE FUNCTION portcullis_files_wait();

-- Files that are there already are read as well.
INSERT INTO "FileText" ("fileId", "accountId")
  SELECT DISTINCT f."id", f."accountId" FROM "StoredFile" f JOIN "DocumentVersion" v ON v."accountId" = f."accountId" AND v."fileId" = f."id"
  WHERE f."contentType" = 'application/pdf' OR (f."contentType" = 'application/octet-stream' AND f."name" ~* '\.(txt|text|md|markdown|csv|tsv|log)$');

-- Texts of discussions, meetings and decisions.
ALTER TABLE "DiscussionReply" ADD COLUMN "bodySearch" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (portcullis_search_text("body")) STORED;
ALTER TABLE "MeetingItem" ADD COLUMN "textSearch" TEXT COLLATE "C" NOT NULL
  GENERATED ALWAYS AS (portcullis_search_text("title" || ' ' || "notes" || ' ' || "minutes")) STORED;
ALTER TABLE "Decision" ADD COLUMN "textSearch" TEXT COLLATE "C" NOT NULL
  GENERATED ALWAYS AS (portcullis_search_text("purpose" || ' ' || "background" || ' ' || "recommendation")) STORED;

-- Found by index, within the account of the transaction, and no more than ids (decision 69). What is read of them is read through the
-- filter of its own permission. Of files only those that a document has now: neither an earlier version nor a deleted file is found.
CREATE FUNCTION portcullis_contents_found(kind TEXT, pattern TEXT, most INT) RETURNS TABLE ("id" UUID)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF kind = 'document' THEN
    RETURN QUERY SELECT d."id" FROM "FileText" f JOIN "Document" d ON d."accountId" = f."accountId" AND d."fileId" = f."fileId"
      WHERE f."accountId" = portcullis_account() AND f."textSearch" LIKE pattern AND d."deletedAt" IS NULL LIMIT most;
  ELSIF kind = 'post' THEN
    RETURN QUERY SELECT r."id" FROM "DiscussionReply" r
      WHERE r."accountId" = portcullis_account() AND r."bodySearch" LIKE pattern AND r."deletedAt" IS NULL LIMIT most;
  ELSIF kind = 'item' THEN
    RETURN QUERY SELECT i."id" FROM "MeetingItem" i WHERE i."accountId" = portcullis_account() AND i."textSearch" LIKE pattern LIMIT most;
  ELSE
    RETURN QUERY SELECT d."id" FROM "Decision" d WHERE d."accountId" = portcullis_account() AND d."textSearch" LIKE pattern LIMIT most;
  END IF;
END
$$;
REVOKE EXECUTE ON FUNCTION portcullis_contents_found FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portcullis_contents_found TO portcullis_app;
DO $$
BEGIN
  CREATE INDEX "FileText_account_textSearch" ON "FileText" USING gin ("accountId", "textSearch" gin_trgm_ops);
  CREATE INDEX "DiscussionReply_account_bodySearch" ON "DiscussionReply" USING gin ("accountId", "bodySearch" gin_trgm_ops);
  CREATE INDEX "MeetingItem_account_textSearch" ON "MeetingItem" USING gin ("accountId", "textSearch" gin_trgm_ops);
  CREATE INDEX "Decision_account_textSearch" ON "Decision" USING gin ("accountId", "textSearch" gin_trgm_ops);
EXCEPTION WHEN undefined_object OR insufficient_privilege OR undefined_file OR feature_not_supported THEN
  RAISE NOTICE 'pg_trgm or btree_gin is not there: a search for texts reads all texts of the account';
END
$$;
