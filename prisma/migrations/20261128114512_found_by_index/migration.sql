-- Searching within an account. LIKE is not leakproof, so under row-level security no index of trigrams is used and every
-- row of the account is read (decision 0069). This function belongs to the owner of the tables, whom no policy restricts:
-- it finds by index what contains a word and gives no more than ids, within the account of the transaction. What is
-- read of them is read under the policies as ever. A source that is found more than `most` times is given `most` times.
CREATE FUNCTION portcullis_found(sources TEXT[], patterns TEXT[], most INT) RETURNS TABLE ("source" TEXT, "pattern" TEXT, "id" UUID)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE
  wanted TEXT;
  one TEXT;
BEGIN
  FOREACH wanted IN ARRAY sources LOOP
    FOREACH one IN ARRAY patterns LOOP
      RETURN QUERY EXECUTE CASE wanted
        WHEN 'invoice' THEN 'SELECT $1, $2, "id" FROM "Invoice" WHERE "accountId" = $3 AND "numberSearch" LIKE $2 LIMIT $4'
        WHEN 'ticket' THEN 'SELECT $1, $2, "id" FROM "Ticket" WHERE "accountId" = $3 AND "subjectSearch" LIKE $2 LIMIT $4'
        -- Notes of staff are no part of it: a policy of their own decides on them.
        WHEN 'message' THEN 'SELECT $1, $2, "ticketId" FROM "TicketMessage"
          WHERE "accountId" = $3 AND "bodySearch" LIKE $2 AND NOT "internal" LIMIT $4'
        WHEN 'name' THEN 'SELECT $1, $2, "id" FROM "Contact" WHERE "accountId" = $3 AND "nameSearch" LIKE $2 LIMIT $4'
        WHEN 'details' THEN 'SELECT $1, $2, "id" FROM "Contact" WHERE "accountId" = $3 AND "detailsSearch" LIKE $2 LIMIT $4'
      END USING wanted, one, portcullis_account(), most;
    END LOOP;
  END LOOP;
END
$$;
REVOKE EXECUTE ON FUNCTION portcullis_found FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portcullis_found TO portcullis_app;

-- The account leads, so that nobody's search reads what others wrote. Both extensions come with PostgreSQL, and the owner of
-- a database may create them.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE EXTENSION IF NOT EXISTS btree_gin;
  CREATE INDEX "Invoice_numberSearch" ON "Invoice" USING gin ("accountId", "numberSearch" gin_trgm_ops);
  CREATE INDEX "Ticket_subjectSearch" ON "Ticket" USING gin ("accountId", "subjectSearch" gin_trgm_ops);
  CREATE INDEX "TicketMessage_bodySearch" ON "TicketMessage" USING gin ("accountId", "bodySearch" gin_trgm_ops);
  CREATE INDEX "Contact_account_nameSearch" ON "Contact" USING gin ("accountId", "nameSearch" gin_trgm_ops);
  CREATE INDEX "Contact_account_detailsSearch" ON "Contact" USING gin ("accountId", "detailsSearch" gin_trgm_ops);
EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
  RAISE NOTICE 'pg_trgm or btree_gin cannot be created here: a search within an account reads all of its rows';
END
$$;
-- One or two characters make no trigram: numbers are then read from an index alone.
CREATE INDEX "Invoice_account_number" ON "Invoice" ("accountId", "numberSearch") INCLUDE ("id");

-- A payment is for invoices that were issued: who may see those may see their payments, without looking at each.
CREATE FUNCTION portcullis_allocated_to_issued() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "Invoice" WHERE "id" = new."invoiceId" AND "status" = 'draft') THEN
    RAISE EXCEPTION 'a draft cannot be paid' USING errcode = 'check_violation', constraint = 'PaymentAllocation_issued';
  END IF;
  RETURN new;
END
$$;
CREATE TRIGGER allocated_to_issued BEFORE INSERT OR UPDATE OF "invoiceId" ON "PaymentAllocation" FOR EACH ROW
  EXECUTE FUNCTION portcullis_allocated_to_issued();
