-- compatible: the version before writes no files of posts, and neither names nor reads those of earlier versions
-- AlterTable
ALTER TABLE "DiscussionRevision" ADD COLUMN     "files" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "DiscussionAttachment" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "replyId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "nameSearch" TEXT COLLATE "C" NOT NULL DEFAULT '',

    CONSTRAINT "DiscussionAttachment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DiscussionAttachment_accountId_replyId_position_idx" ON "DiscussionAttachment"("accountId", "replyId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "DiscussionAttachment_accountId_id_key" ON "DiscussionAttachment"("accountId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "DiscussionAttachment_accountId_fileId_key" ON "DiscussionAttachment"("accountId", "fileId");

-- AddForeignKey
ALTER TABLE "DiscussionAttachment" ADD CONSTRAINT "DiscussionAttachment_accountId_replyId_fkey" FOREIGN KEY ("accountId", "replyId") REFERENCES "DiscussionReply"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DiscussionAttachment" ADD CONSTRAINT "DiscussionAttachment_accountId_fileId_fkey" FOREIGN KEY ("accountId", "fileId") REFERENCES "StoredFile"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "DiscussionAttachment" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON "DiscussionAttachment" TO portcullis_app;
CREATE POLICY account_only ON "DiscussionAttachment" TO portcullis_app
  USING ("accountId" = portcullis_account()) WITH CHECK ("accountId" = portcullis_account());

-- As with the files of tickets: its name is kept with it for searching, and what is stored goes with it.
CREATE TRIGGER attachment_named BEFORE INSERT OR UPDATE OF "fileId", "nameSearch" ON "DiscussionAttachment" FOR EACH ROW
  EXECUTE FUNCTION portcullis_attachment_named();
CREATE TRIGGER attachment_gone AFTER DELETE ON "DiscussionAttachment" FOR EACH ROW EXECUTE FUNCTION portcullis_attachment_gone();

-- A deleted post keeps its place and loses what was in it, whichever version of the portal deletes it.
CREATE FUNCTION portcullis_post_deleted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM "DiscussionAttachment" WHERE "accountId" = NEW."accountId" AND "replyId" = NEW."id";
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION portcullis_post_deleted() FROM PUBLIC;
CREATE TRIGGER post_deleted AFTER UPDATE OF "deletedAt" ON "DiscussionReply" FOR EACH ROW
  WHEN (OLD."deletedAt" IS NULL AND NEW."deletedAt" IS NOT NULL) EXECUTE FUNCTION portcullis_post_deleted();

-- Posts are found by the names of their files as well: portcullis_contents_found, in 20261129084501_titles_found.
DO $$
BEGIN
  CREATE INDEX "DiscussionAttachment_nameSearch" ON "DiscussionAttachment" USING gin ("accountId", "nameSearch" gin_trgm_ops);
EXCEPTION WHEN undefined_object OR insufficient_privilege OR undefined_file OR feature_not_supported THEN
  RAISE NOTICE 'pg_trgm or btree_gin is not there: a search for texts reads all texts of the account';
END
$$;
