-- CreateTable
CREATE TABLE "DecisionExtension" (
    "accountId" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "first" TIMESTAMPTZ(3) NOT NULL,
    "before" TIMESTAMPTZ(3) NOT NULL,
    "after" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DecisionExtension_pkey" PRIMARY KEY ("accountId","decisionId","round","number")
);

-- AddForeignKey
ALTER TABLE "DecisionExtension" ADD CONSTRAINT "DecisionExtension_accountId_decisionId_round_fkey" FOREIGN KEY ("accountId", "decisionId", "round") REFERENCES "DecisionRound"("accountId", "decisionId", "number") ON DELETE CASCADE ON UPDATE NO ACTION;

-- Three times, later each time, and up to 90 days after the first deadline. The limits are those of extend-decision.ts.
ALTER TABLE "DecisionExtension" ADD CONSTRAINT "DecisionExtension_three_at_most" CHECK ("number" BETWEEN 1 AND 3);
ALTER TABLE "DecisionExtension" ADD CONSTRAINT "DecisionExtension_later" CHECK ("before" >= "first" AND "after" > "before");
ALTER TABLE "DecisionExtension" ADD CONSTRAINT "DecisionExtension_ninety_days" CHECK ("after" - "first" <= INTERVAL '2160 hours');
ALTER TABLE "DecisionExtension" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "DecisionExtension" TO portcullis_app;
CREATE POLICY account_only ON "DecisionExtension" TO portcullis_app
  USING ("accountId" = portcullis_account()) WITH CHECK ("accountId" = portcullis_account());

-- Once somebody has voted the deadline of a round moves by an extension alone: its row is written first.
CREATE FUNCTION portcullis_deadline_extended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "DecisionVote" v WHERE v."accountId" = NEW."accountId" AND v."decisionId" = NEW."id" AND v."round" = NEW."round")
    AND NOT EXISTS (SELECT FROM "DecisionExtension" e WHERE e."accountId" = NEW."accountId" AND e."decisionId" = NEW."id"
      AND e."round" = NEW."round" AND e."before" = OLD."voteBy" AND e."after" = NEW."voteBy") THEN
    RAISE EXCEPTION 'a deadline moves by an extension' USING errcode = 'check_violation', constraint = 'Decision_extended';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER deadline_extended BEFORE UPDATE OF "voteBy" ON "Decision" FOR EACH ROW
  WHEN (current_user = 'portcullis_app' AND OLD."status" = 'open' AND NEW."status" = 'open' AND OLD."round" = NEW."round"
    AND OLD."voteBy" IS DISTINCT FROM NEW."voteBy") EXECUTE FUNCTION portcullis_deadline_extended();
