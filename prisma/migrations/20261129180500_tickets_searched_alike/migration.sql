-- compatible: the version before doesn't call these functions, and finds by the indexes that it had
-- One or two letters make no trigram: which subjects have them is looked up by the letters and pairs of letters in them.
CREATE FUNCTION portcullis_letters(words TEXT) RETURNS TEXT[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT part), '{}')
  FROM generate_series(1, length(words)) place, LATERAL (VALUES (substr(words, place, 1)), (substr(words, place, 2))) AS parts (part)
$$;

DO $$
BEGIN
  CREATE INDEX "Ticket_subject_letters" ON "Ticket" USING gin ("accountId", portcullis_letters("subjectSearch"));
EXCEPTION WHEN undefined_object THEN
  -- Without btree_gin only the search over all accounts has an index.
  CREATE INDEX "Ticket_subject_letters" ON "Ticket" USING gin (portcullis_letters("subjectSearch"));
END
$$;

-- The tickets that have a word in their number, subject, messages or names of files, of one account or of all. A ticket that has it in
-- notes alone says so. Shorter than three letters it is looked for in numbers and subjects. For the two functions below alone.
CREATE FUNCTION portcullis_tickets_with(account UUID, word TEXT, pattern TEXT, ticket_number INT, notes BOOLEAN)
  RETURNS TABLE ("id" UUID, "internal" BOOLEAN) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  own TEXT := CASE WHEN account IS NULL THEN '' ELSE ' AND %1$I."accountId" = $1' END;
  subjects TEXT := 'SELECT t."id", false AS "internal" FROM "Ticket" t WHERE t."subjectSearch" LIKE $3';
  numbers TEXT := 'SELECT t."id", false FROM "Ticket" t WHERE t."number" = $4';
  messages TEXT := 'SELECT m."ticketId", m."internal" FROM "TicketMessage" m WHERE m."bodySearch" LIKE $3 AND (NOT m."internal" OR $5)';
  files TEXT := 'SELECT m."ticketId", m."internal" FROM "TicketAttachment" a
    JOIN "TicketMessage" m ON m."accountId" = a."accountId" AND m."id" = a."messageId" WHERE a."nameSearch" LIKE $3 AND (NOT m."internal" OR $5)';
  looked_up TEXT;
BEGIN
  IF length(word) < 3 THEN
    looked_up := concat_ws(' UNION ALL ', subjects || ' AND portcullis_letters(t."subjectSearch") @> ARRAY[$2]' || format(own, 't'),
      numbers || format(own, 't'));
  ELSE
    looked_up := concat_ws(' UNION ALL ', subjects || format(own, 't'), numbers || format(own, 't'),
      messages || format(own, 'm'), files || format(own, 'a') || format(own, 'm'));
  END IF;
  RETURN QUERY EXECUTE format('SELECT f."id", bool_and(f."internal") FROM (%s) f GROUP BY f."id"', looked_up)
    USING account, word, pattern, ticket_number, notes;
END
$$;

-- Within the account of the transaction. Notes are found by the team alone.
CREATE FUNCTION portcullis_account_tickets_with(word TEXT, pattern TEXT, ticket_number INT) RETURNS TABLE ("id" UUID, "internal" BOOLEAN)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF portcullis_account() IS NULL THEN
    RAISE EXCEPTION 'no account is set';
  END IF;
  RETURN QUERY SELECT * FROM portcullis_tickets_with(portcullis_account(), word, pattern, ticket_number, portcullis_on_team());
END
$$;

-- Over all accounts, for staff, whose policies hide no ticket.
CREATE FUNCTION portcullis_all_tickets_with(word TEXT, pattern TEXT, ticket_number INT) RETURNS TABLE ("id" UUID, "internal" BOOLEAN)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT * FROM portcullis_tickets_with(NULL, word, pattern, ticket_number, portcullis_on_team())
$$;

REVOKE ALL ON FUNCTION portcullis_tickets_with, portcullis_account_tickets_with, portcullis_all_tickets_with FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portcullis_account_tickets_with TO portcullis_app;
GRANT EXECUTE ON FUNCTION portcullis_all_tickets_with TO portcullis_staff;
