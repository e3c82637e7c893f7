-- compatible: the version before calls it with the kinds that it knows
-- Titles are found by index as texts are, within the account of the transaction, and no more than ids (decision 69).
CREATE OR REPLACE FUNCTION portcullis_contents_found(kind TEXT, pattern TEXT, most INT) RETURNS TABLE ("id" UUID)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF kind = 'document' THEN
    RETURN QUERY SELECT d."id" FROM "FileText" f JOIN "Document" d ON d."accountId" = f."accountId" AND d."fileId" = f."fileId"
      WHERE f."accountId" = portcullis_account() AND f."textSearch" LIKE pattern AND d."deletedAt" IS NULL LIMIT most;
  ELSIF kind = 'post' THEN
    RETURN QUERY (SELECT r."id" FROM "DiscussionReply" r
        WHERE r."accountId" = portcullis_account() AND r."bodySearch" LIKE pattern AND r."deletedAt" IS NULL LIMIT most)
      UNION (SELECT a."replyId" FROM "DiscussionAttachment" a
        WHERE a."accountId" = portcullis_account() AND a."nameSearch" LIKE pattern LIMIT most)
      LIMIT most;
  ELSIF kind = 'item' THEN
    RETURN QUERY SELECT i."id" FROM "MeetingItem" i WHERE i."accountId" = portcullis_account() AND i."textSearch" LIKE pattern LIMIT most;
  ELSIF kind = 'decision' THEN
    RETURN QUERY SELECT d."id" FROM "Decision" d WHERE d."accountId" = portcullis_account() AND d."textSearch" LIKE pattern LIMIT most;
  ELSIF kind = 'meeting-title' THEN
    RETURN QUERY SELECT m."id" FROM "Meeting" m WHERE m."accountId" = portcullis_account() AND m."titleSearch" LIKE pattern LIMIT most;
  ELSIF kind = 'thread-title' THEN
    RETURN QUERY SELECT t."id" FROM "DiscussionThread" t WHERE t."accountId" = portcullis_account() AND t."titleSearch" LIKE pattern LIMIT most;
  ELSIF kind = 'action-title' THEN
    RETURN QUERY SELECT a."id" FROM "Action" a WHERE a."accountId" = portcullis_account() AND a."search" LIKE pattern LIMIT most;
  ELSIF kind = 'link-title' THEN
    RETURN QUERY SELECT l."id" FROM "Link" l WHERE l."accountId" = portcullis_account() AND l."search" LIKE pattern LIMIT most;
  ELSE
    RAISE EXCEPTION 'no such kind of contents: %', kind;
  END IF;
END
$$;
DO $$
BEGIN
  CREATE INDEX "Meeting_account_titleSearch" ON "Meeting" USING gin ("accountId", "titleSearch" gin_trgm_ops);
  CREATE INDEX "DiscussionThread_account_titleSearch" ON "DiscussionThread" USING gin ("accountId", "titleSearch" gin_trgm_ops);
  CREATE INDEX "Action_account_search" ON "Action" USING gin ("accountId", "search" gin_trgm_ops);
  CREATE INDEX "Link_account_search" ON "Link" USING gin ("accountId", "search" gin_trgm_ops);
EXCEPTION WHEN undefined_object OR insufficient_privilege OR undefined_file OR feature_not_supported THEN
  RAISE NOTICE 'pg_trgm or btree_gin is not there: a search for titles reads all titles of the account';
END
$$;
