-- compatible: the version before calls the functions that it knows, which stay, and doesn't write the new column
-- Finds by index what contains all the words, within the account of the transaction, and no more than ids (decision 69). The words are
-- looked up one after another, the longest first, until one is rare: what has it is compared with the others. A word that every name
-- has thus costs nothing beside one that few have. If none is rare, all are looked up together. Each is planned for what it looks
-- for, as a plan for any word would read everything for a rare one.
CREATE FUNCTION portcullis_words_found(kind TEXT, patterns TEXT[], most INT) RETURNS TABLE ("id" UUID)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  account UUID := portcullis_account();
  source TEXT;
  searched TEXT;
  looked_up TEXT;
  compared TEXT;
  word TEXT;
  ids UUID[];
BEGIN
  SELECT s.source, s.searched INTO source, searched FROM (VALUES
    ('folder-name', '"Folder" t', 't."nameSearch"'),
    ('document-name', '"Document" t', 't."nameSearch"'),
    ('document', '"Document" t JOIN "FileText" f ON f."accountId" = t."accountId" AND f."fileId" = t."fileId" AND t."deletedAt" IS NULL', 'f."textSearch"'),
    ('item', '"MeetingItem" t', 't."textSearch"'),
    ('decision', '"Decision" t', 't."textSearch"'),
    ('decision-title', '"Decision" t', 't."titleSearch"'),
    ('group-name', '"DiscussionGroup" t', 't."nameSearch"'),
    ('thread-title', '"DiscussionThread" t', 't."titleSearch"'),
    ('meeting-title', '"Meeting" t', 't."titleSearch"'),
    ('action-title', '"Action" t', 't."search"'),
    ('link-title', '"Link" t', 't."search"'),
    ('post', '"DiscussionReply" t', 't."bodySearch"')
  ) AS s (kind, source, searched) WHERE s.kind = portcullis_words_found.kind;
  IF source IS NULL THEN
    RAISE EXCEPTION 'nothing of this kind is searched for: %', kind;
  END IF;
  looked_up := format('SELECT t."id" FROM %s WHERE t."accountId" = $1 AND %s LIKE $2', source, searched);
  compared := format('%s LIKE word', searched);
  IF kind = 'document' THEN
    looked_up := looked_up || ' AND f."accountId" = $1';
  ELSIF kind = 'post' THEN
    -- The words of a post may stand in its text and in the names of its files.
    looked_up := format('(%s AND t."deletedAt" IS NULL LIMIT $3) UNION (SELECT a."replyId" FROM "DiscussionAttachment" a
      WHERE a."accountId" = $1 AND a."nameSearch" LIKE $2 LIMIT $3)', looked_up);
    compared := format('(%s OR EXISTS (SELECT FROM "DiscussionAttachment" a
      WHERE a."accountId" = t."accountId" AND a."replyId" = t."id" AND a."nameSearch" LIKE word))', compared);
  END IF;
  FOR word IN SELECT one FROM unnest(patterns) one ORDER BY length(one) DESC, one LOOP
    EXECUTE format('SELECT array_agg("id") FROM (%s LIMIT $3) AS found', looked_up) INTO ids USING account, word, most;
    IF ids IS NULL THEN
      RETURN;
    ELSIF cardinality(patterns) = 1 THEN
      RETURN QUERY SELECT unnest(ids);
      RETURN;
    ELSIF cardinality(ids) < most THEN
      RETURN QUERY EXECUTE format('SELECT t."id" FROM %s WHERE t."accountId" = $1 AND t."id" = ANY ($2)
        AND (SELECT bool_and(%s) FROM unnest($3) word)', source, compared) USING account, ids, patterns;
      RETURN;
    END IF;
  END LOOP;
  IF kind = 'post' THEN
    RETURN QUERY SELECT unnest(ids);
  ELSE
    RETURN QUERY EXECUTE format('SELECT t."id" FROM %s WHERE t."accountId" = $1 AND %s LIMIT $2', source,
      (SELECT string_agg(format('%s LIKE %L', searched, one), ' AND ') FROM unnest(patterns) one)) USING account, most;
  END IF;
END
$$;
REVOKE ALL ON FUNCTION portcullis_words_found(TEXT, TEXT[], INT) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portcullis_words_found(TEXT, TEXT[], INT) TO portcullis_app;
DO $$
BEGIN
  CREATE INDEX "Decision_account_titleSearch" ON "Decision" USING gin ("accountId", "titleSearch" gin_trgm_ops);
  CREATE INDEX "DiscussionGroup_account_nameSearch" ON "DiscussionGroup" USING gin ("accountId", "nameSearch" gin_trgm_ops);
EXCEPTION WHEN undefined_object OR insufficient_privilege OR undefined_file OR feature_not_supported THEN
  RAISE NOTICE 'pg_trgm or btree_gin is not there: a search for titles reads all titles of the account';
END
$$;

-- Whose access doesn't come from above begins at folders with a list of their own, of which an account has 2,000 at most.
ALTER TABLE "Folder" ADD COLUMN "ownList" BOOLEAN NOT NULL GENERATED ALWAYS AS ("governingId" = "id") STORED;
CREATE INDEX "Folder_accountId_ownList_position_id_idx" ON "Folder"("accountId", "ownList", "position", "id");
