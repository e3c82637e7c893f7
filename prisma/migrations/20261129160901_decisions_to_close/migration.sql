-- compatible: the version before finds decisions by their status and deadline, as it did
-- Most decisions are past their deadline and few are open. Which are both can't be told from either alone, so PostgreSQL expected
-- many and walked through all of them each minute.
ALTER TABLE "Decision" ADD COLUMN "closesAt" TIMESTAMPTZ(3) GENERATED ALWAYS AS (CASE WHEN "status" = 'open' THEN "voteBy" END) STORED;
CREATE INDEX "Decision_closesAt_id_idx" ON "Decision" ("closesAt", "id");
GRANT SELECT ("closesAt") ON "Decision" TO portcullis_worker;
