-- compatible: the version before calls the functions that it knows, which stay
-- Mail searched for one or two letters was read from the first to the last. It goes as for tickets (decision 177): what few of the newest
-- hundred have is looked up, by the letters and pairs of letters if it is too short for trigrams.
-- The function is an eighth as slow as it was; its letters may come twice.
CREATE OR REPLACE FUNCTION portcullis_letters(words TEXT) RETURNS TEXT[]
  LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  letters TEXT[] := string_to_array(words, NULL);
  parts TEXT[] := letters;
  before TEXT := '';
  letter TEXT;
BEGIN
  FOREACH letter IN ARRAY letters LOOP
    parts := array_append(parts, before || letter);
    before := letter;
  END LOOP;
  RETURN parts;
END
$$;
CREATE INDEX "OutboxMail_letters" ON "OutboxMail" USING gin (portcullis_letters("search"));
CREATE INDEX "InboundMail_letters" ON "InboundMail" USING gin (portcullis_letters("search"));

-- The sent or received mails with a word, as ids and at most so many; a null alone says that many of the newest have it. What is read
-- of them is decided under the policies, by which staff see no sent mail about the workspace.
CREATE FUNCTION portcullis_mails_with(source TEXT, word TEXT, pattern TEXT, most INT) RETURNS TABLE ("id" UUID)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  mails TEXT := CASE source WHEN 'sent' THEN '"OutboxMail" m WHERE m."kindKey" <> ''workspace''' WHEN 'received' THEN '"InboundMail" m WHERE true' END;
  newest TEXT := CASE source WHEN 'sent' THEN '"createdAt"' WHEN 'received' THEN '"receivedAt"' END;
  lettered TEXT := CASE WHEN length(word) < 3 THEN ' AND portcullis_letters(m."search") @> ARRAY[$1]' ELSE '' END;
  having_it INT;
BEGIN
  IF mails IS NULL THEN
    RAISE EXCEPTION 'there is no such mail: %', source;
  END IF;
  EXECUTE format('SELECT count(*) FROM (SELECT m."search" FROM %s ORDER BY m.%s DESC LIMIT 100) n WHERE n."search" LIKE $1', mails, newest)
    INTO having_it USING pattern;
  IF having_it >= 10 THEN
    RETURN QUERY SELECT NULL::uuid;
  ELSE
    RETURN QUERY EXECUTE format('SELECT m."id" FROM %s%s AND m."search" LIKE $2 LIMIT $3', mails, lettered) USING word, pattern, most;
  END IF;
END
$$;
REVOKE ALL ON FUNCTION portcullis_mails_with(TEXT, TEXT, TEXT, INT) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portcullis_mails_with(TEXT, TEXT, TEXT, INT) TO portcullis_staff;
