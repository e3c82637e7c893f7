-- compatible: the version before asks for the sources that it knows
-- Services are found by index by their name and by that of their product. A catalogue is small beside what was ordered of it, so its
-- names are compared one by one and the services follow from an index. No more than ids, as for the others (decision 69). Letters that few
-- of the newest hundred invoice numbers have are looked up by their index: what many have is soon found without it, while an index gives
-- all of a word's rows before the first.
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
        WHEN 'service' THEN 'SELECT $1, $2, f."id" FROM (
          (SELECT "id" FROM "Service" WHERE "accountId" = $3 AND "nameSearch" LIKE $2 LIMIT $4)
          UNION (SELECT s."id" FROM "Product" p JOIN "Service" s ON s."accountId" = $3 AND s."productId" = p."id"
            WHERE p."nameSearch" LIKE $2 LIMIT $4)) f LIMIT $4'
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

-- The list in its order, its filter by status and what the dashboard shows read their page and not every service (decision 55).
ALTER TABLE "Service" ADD COLUMN "statusKey" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (
  CASE "status" WHEN 'pending' THEN 'pending' WHEN 'active' THEN 'active' WHEN 'suspended' THEN 'suspended' WHEN 'cancelled' THEN 'cancelled' END
) STORED;
DROP INDEX "Service_accountId_status_idx";
CREATE INDEX "Service_accountId_status_nameSearch_id_idx" ON "Service" ("accountId", "status", "nameSearch", "id");
CREATE INDEX "Service_accountId_statusKey_nameSearch_id_idx" ON "Service" ("accountId", "statusKey", "nameSearch", "id");
-- Also counts the services of each product for staff.
CREATE INDEX "Service_productId_accountId_statusKey_idx" ON "Service" ("productId", "accountId", "statusKey");
CREATE INDEX "Service_accountId_renewsAt_idx" ON "Service" ("accountId", "renewsAt");

DO $$
BEGIN
  CREATE INDEX "Service_account_nameSearch" ON "Service" USING gin ("accountId", "nameSearch" gin_trgm_ops);
EXCEPTION WHEN undefined_object THEN
  RAISE NOTICE 'pg_trgm or btree_gin is not there: a search within an account reads all of its services';
END
$$;
