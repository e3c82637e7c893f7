-- compatible: the version before calls the same function
-- One or two letters make no trigram: of an account with 100,000 invoices every number was compared. The letters of a number, and the
-- pairs of them, are hashed together with the account, so that a search reads the invoices of that account that have them (decision 171).
CREATE FUNCTION portcullis_letter_parts(account UUID, words TEXT) RETURNS BIGINT[]
  LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  salt BIGINT := hashtextextended(account::text, 0);
  parts BIGINT[] := '{}';
BEGIN
  FOR place IN 1 .. length(words) LOOP
    parts := parts || ARRAY[hashtextextended(substr(words, place, 1), salt), hashtextextended(substr(words, place, 2), salt)];
  END LOOP;
  RETURN parts;
END
$$;
CREATE INDEX "Invoice_number_letters" ON "Invoice" USING gin (portcullis_letter_parts("accountId", "numberSearch"));

-- As before, but letters that few of the newest hundred numbers have are looked up by that index. What many have is soon found without it,
-- while an index gives all of a word's rows before the first.
CREATE OR REPLACE FUNCTION portcullis_found(sources TEXT[], patterns TEXT[], most INT) RETURNS TABLE ("source" TEXT, "pattern" TEXT, "id" UUID)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  account UUID := portcullis_account();
  wanted TEXT;
  one TEXT;
  word TEXT;
  having_it INT;
BEGIN
  FOREACH wanted IN ARRAY sources LOOP
    FOREACH one IN ARRAY patterns LOOP
      word := regexp_replace(substr(one, 2, length(one) - 2), '\\(.)', '\1', 'g');
      IF wanted = 'invoice' AND length(word) IN (1, 2) THEN
        -- Planned for this account each time, as below.
        EXECUTE 'SELECT count(*) FROM (SELECT "numberSearch" FROM "Invoice" WHERE "accountId" = $1
          ORDER BY "issuedAt" DESC LIMIT 100) n WHERE n."numberSearch" LIKE $2' INTO having_it USING account, one;
        IF having_it < 15 THEN
          RETURN QUERY EXECUTE 'SELECT $1, $2, "id" FROM "Invoice" WHERE "accountId" = $3 AND "numberSearch" LIKE $2
            AND portcullis_letter_parts("accountId", "numberSearch") @> ARRAY[$5] LIMIT $4'
            USING wanted, one, account, most, hashtextextended(word, hashtextextended(account::text, 0));
          CONTINUE;
        END IF;
      END IF;
      RETURN QUERY EXECUTE CASE wanted
        WHEN 'invoice' THEN 'SELECT $1, $2, "id" FROM "Invoice" WHERE "accountId" = $3 AND "numberSearch" LIKE $2 LIMIT $4'
        WHEN 'ticket' THEN 'SELECT $1, $2, "id" FROM "Ticket" WHERE "accountId" = $3 AND "subjectSearch" LIKE $2 LIMIT $4'
        -- Notes of staff and their files are no part of it: a policy of their own decides on them.
        WHEN 'message' THEN 'SELECT $1, $2, "ticketId" FROM "TicketMessage"
          WHERE "accountId" = $3 AND "bodySearch" LIKE $2 AND NOT "internal" LIMIT $4'
        WHEN 'file' THEN 'SELECT $1, $2, m."ticketId" FROM "TicketAttachment" a
          JOIN "TicketMessage" m ON m."accountId" = a."accountId" AND m."id" = a."messageId"
          WHERE a."accountId" = $3 AND a."nameSearch" LIKE $2 AND NOT a."internal" AND NOT m."internal" LIMIT $4'
        WHEN 'name' THEN 'SELECT $1, $2, "id" FROM "Contact" WHERE "accountId" = $3 AND "nameSearch" LIKE $2 LIMIT $4'
        WHEN 'details' THEN 'SELECT $1, $2, "id" FROM "Contact" WHERE "accountId" = $3 AND "detailsSearch" LIKE $2 LIMIT $4'
      END USING wanted, one, account, most;
    END LOOP;
  END LOOP;
END
$$;
