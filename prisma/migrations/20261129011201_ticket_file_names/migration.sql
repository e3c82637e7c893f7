-- Tickets are found by the names of their files. The name is kept with the attachment and not searched in "StoredFile", so that
-- whoever may search tickets needs no right to files that are something else's. A file's name never changes.
ALTER TABLE "TicketAttachment" ADD COLUMN "nameSearch" TEXT COLLATE "C" NOT NULL DEFAULT '';
UPDATE "TicketAttachment" a SET "nameSearch" = portcullis_search_text(f."name")
  FROM "StoredFile" f WHERE f."accountId" = a."accountId" AND f."id" = a."fileId";

CREATE FUNCTION portcullis_attachment_named() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  SELECT portcullis_search_text("name") INTO new."nameSearch" FROM "StoredFile" WHERE "accountId" = new."accountId" AND "id" = new."fileId";
  new."nameSearch" := coalesce(new."nameSearch", '');
  RETURN new;
END
$$;
CREATE TRIGGER attachment_named BEFORE INSERT OR UPDATE OF "fileId", "nameSearch" ON "TicketAttachment" FOR EACH ROW
  EXECUTE FUNCTION portcullis_attachment_named();

GRANT SELECT ON "TicketAttachment" TO portcullis_staff;
CREATE POLICY staff_reads ON "TicketAttachment" FOR SELECT TO portcullis_staff USING (true);

CREATE OR REPLACE FUNCTION portcullis_found(sources TEXT[], patterns TEXT[], most INT) RETURNS TABLE ("source" TEXT, "pattern" TEXT, "id" UUID)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  wanted TEXT;
  one TEXT;
BEGIN
  FOREACH wanted IN ARRAY sources LOOP
    FOREACH one IN ARRAY patterns LOOP
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
      END USING wanted, one, portcullis_account(), most;
    END LOOP;
  END LOOP;
END
$$;

DO $$
BEGIN
  CREATE INDEX "TicketAttachment_nameSearch" ON "TicketAttachment" USING gin ("accountId", "nameSearch" gin_trgm_ops);
EXCEPTION WHEN undefined_object THEN
  RAISE NOTICE 'pg_trgm or btree_gin is not there: a search within an account reads all of its rows';
END
$$;
