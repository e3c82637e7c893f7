-- compatible: the version before never writes Notification.decisionId, which is new
-- CreateEnum
CREATE TYPE "DecisionStatus" AS ENUM ('draft', 'open', 'closed', 'withdrawn');

-- CreateEnum
CREATE TYPE "DecisionQuorum" AS ENUM ('none', 'count', 'share');

-- CreateEnum
CREATE TYPE "DecisionBase" AS ENUM ('cast', 'decided', 'invited');

-- CreateEnum
CREATE TYPE "DecisionThreshold" AS ENUM ('majority', 'twoThirds', 'fourFifths', 'unanimous');

-- CreateEnum
CREATE TYPE "DecisionTie" AS ENUM ('none', 'chair');

-- AlterTable
ALTER TABLE "Notification" ADD COLUMN     "decisionId" UUID;

-- CreateTable
CREATE TABLE "Decision" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "background" TEXT NOT NULL DEFAULT '',
    "recommendation" TEXT NOT NULL DEFAULT '',
    "status" "DecisionStatus" NOT NULL DEFAULT 'draft',
    "round" INTEGER NOT NULL DEFAULT 1,
    "textVersion" INTEGER NOT NULL DEFAULT 1,
    "voteBy" TIMESTAMPTZ(3) NOT NULL,
    "timeZone" TEXT NOT NULL,
    "quorum" "DecisionQuorum" NOT NULL DEFAULT 'none',
    "quorumValue" INTEGER,
    "base" "DecisionBase" NOT NULL DEFAULT 'decided',
    "threshold" "DecisionThreshold" NOT NULL DEFAULT 'majority',
    "tie" "DecisionTie" NOT NULL DEFAULT 'none',
    "hideNames" BOOLEAN NOT NULL DEFAULT false,
    "chairContactId" UUID,
    "createdByName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "remindAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "titleSearch" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (portcullis_search_text("title")) STORED,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DecisionOption" (
    "accountId" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "abstains" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "DecisionOption_pkey" PRIMARY KEY ("accountId","decisionId","position")
);

-- CreateTable
CREATE TABLE "DecisionInvitation" (
    "accountId" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "mayVote" BOOLEAN NOT NULL,
    "invitedByName" TEXT NOT NULL,
    "invitedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DecisionInvitation_pkey" PRIMARY KEY ("accountId","decisionId","contactId")
);

-- CreateTable
CREATE TABLE "DecisionRecusal" (
    "accountId" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "decidedByName" TEXT NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DecisionRecusal_pkey" PRIMARY KEY ("accountId","decisionId","contactId")
);

-- CreateTable
CREATE TABLE "DecisionRound" (
    "accountId" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,
    "closedAt" TIMESTAMPTZ(3),
    "closedByName" TEXT,
    "sheet" JSONB,
    "hash" TEXT,

    CONSTRAINT "DecisionRound_pkey" PRIMARY KEY ("accountId","decisionId","number")
);

-- CreateTable
CREATE TABLE "DecisionVote" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "contactId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "receipt" TEXT NOT NULL,
    "castAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DecisionVote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DecisionReminder" (
    "accountId" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byName" TEXT,

    CONSTRAINT "DecisionReminder_pkey" PRIMARY KEY ("accountId","decisionId","contactId","at")
);

-- CreateTable
CREATE TABLE "DecisionComment" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "authorContactId" UUID NOT NULL,
    "authorName" TEXT NOT NULL,
    "private" BOOLEAN NOT NULL DEFAULT false,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DecisionComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DecisionEvent" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorName" TEXT,
    "summary" TEXT NOT NULL,
    "said" JSONB,
    "reason" TEXT,

    CONSTRAINT "DecisionEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DecisionOrganisation" (
    "accountId" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "DecisionOrganisation_pkey" PRIMARY KEY ("accountId","decisionId","key")
);

-- CreateTable
CREATE TABLE "Interest" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "nature" TEXT NOT NULL,
    "fromDay" DATE NOT NULL,
    "toDay" DATE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Interest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Decision_accountId_status_voteBy_idx" ON "Decision"("accountId", "status", "voteBy");

-- CreateIndex
CREATE INDEX "Decision_accountId_voteBy_idx" ON "Decision"("accountId", "voteBy");

-- CreateIndex
CREATE INDEX "Decision_accountId_chairContactId_idx" ON "Decision"("accountId", "chairContactId");

-- CreateIndex
CREATE INDEX "Decision_status_voteBy_idx" ON "Decision"("status", "voteBy");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_accountId_id_key" ON "Decision"("accountId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_accountId_number_key" ON "Decision"("accountId", "number");

-- CreateIndex
CREATE INDEX "DecisionInvitation_accountId_contactId_idx" ON "DecisionInvitation"("accountId", "contactId");

-- CreateIndex
CREATE INDEX "DecisionRecusal_accountId_contactId_idx" ON "DecisionRecusal"("accountId", "contactId");

-- CreateIndex
CREATE INDEX "DecisionVote_accountId_contactId_idx" ON "DecisionVote"("accountId", "contactId");

-- CreateIndex
CREATE UNIQUE INDEX "DecisionVote_accountId_decisionId_round_contactId_key" ON "DecisionVote"("accountId", "decisionId", "round", "contactId");

-- CreateIndex
CREATE UNIQUE INDEX "DecisionVote_accountId_decisionId_receipt_key" ON "DecisionVote"("accountId", "decisionId", "receipt");

-- CreateIndex
CREATE INDEX "DecisionReminder_accountId_contactId_idx" ON "DecisionReminder"("accountId", "contactId");

-- CreateIndex
CREATE INDEX "DecisionComment_accountId_decisionId_createdAt_idx" ON "DecisionComment"("accountId", "decisionId", "createdAt");

-- CreateIndex
CREATE INDEX "DecisionComment_accountId_authorContactId_idx" ON "DecisionComment"("accountId", "authorContactId");

-- CreateIndex
CREATE INDEX "DecisionEvent_accountId_decisionId_at_idx" ON "DecisionEvent"("accountId", "decisionId", "at");

-- CreateIndex
CREATE INDEX "Interest_accountId_contactId_idx" ON "Interest"("accountId", "contactId");

-- CreateIndex
CREATE INDEX "Interest_accountId_key_idx" ON "Interest"("accountId", "key");

-- CreateIndex
CREATE INDEX "Interest_accountId_createdAt_idx" ON "Interest"("accountId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Interest_accountId_id_key" ON "Interest"("accountId", "id");

-- CreateIndex
CREATE INDEX "Notification_accountId_decisionId_idx" ON "Notification"("accountId", "decisionId");

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_accountId_chairContactId_fkey" FOREIGN KEY ("accountId", "chairContactId") REFERENCES "Contact"("accountId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "DecisionOption" ADD CONSTRAINT "DecisionOption_accountId_decisionId_fkey" FOREIGN KEY ("accountId", "decisionId") REFERENCES "Decision"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionInvitation" ADD CONSTRAINT "DecisionInvitation_accountId_decisionId_fkey" FOREIGN KEY ("accountId", "decisionId") REFERENCES "Decision"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionInvitation" ADD CONSTRAINT "DecisionInvitation_accountId_contactId_fkey" FOREIGN KEY ("accountId", "contactId") REFERENCES "Contact"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionRecusal" ADD CONSTRAINT "DecisionRecusal_accountId_decisionId_fkey" FOREIGN KEY ("accountId", "decisionId") REFERENCES "Decision"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionRecusal" ADD CONSTRAINT "DecisionRecusal_accountId_contactId_fkey" FOREIGN KEY ("accountId", "contactId") REFERENCES "Contact"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionRound" ADD CONSTRAINT "DecisionRound_accountId_decisionId_fkey" FOREIGN KEY ("accountId", "decisionId") REFERENCES "Decision"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionVote" ADD CONSTRAINT "DecisionVote_accountId_decisionId_fkey" FOREIGN KEY ("accountId", "decisionId") REFERENCES "Decision"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionVote" ADD CONSTRAINT "DecisionVote_accountId_decisionId_round_fkey" FOREIGN KEY ("accountId", "decisionId", "round") REFERENCES "DecisionRound"("accountId", "decisionId", "number") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "DecisionVote" ADD CONSTRAINT "DecisionVote_accountId_decisionId_position_fkey" FOREIGN KEY ("accountId", "decisionId", "position") REFERENCES "DecisionOption"("accountId", "decisionId", "position") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "DecisionVote" ADD CONSTRAINT "DecisionVote_accountId_contactId_fkey" FOREIGN KEY ("accountId", "contactId") REFERENCES "Contact"("accountId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "DecisionReminder" ADD CONSTRAINT "DecisionReminder_accountId_decisionId_fkey" FOREIGN KEY ("accountId", "decisionId") REFERENCES "Decision"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionReminder" ADD CONSTRAINT "DecisionReminder_accountId_contactId_fkey" FOREIGN KEY ("accountId", "contactId") REFERENCES "Contact"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionComment" ADD CONSTRAINT "DecisionComment_accountId_decisionId_fkey" FOREIGN KEY ("accountId", "decisionId") REFERENCES "Decision"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionComment" ADD CONSTRAINT "DecisionComment_accountId_authorContactId_fkey" FOREIGN KEY ("accountId", "authorContactId") REFERENCES "Contact"("accountId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "DecisionEvent" ADD CONSTRAINT "DecisionEvent_accountId_decisionId_fkey" FOREIGN KEY ("accountId", "decisionId") REFERENCES "Decision"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionOrganisation" ADD CONSTRAINT "DecisionOrganisation_accountId_decisionId_fkey" FOREIGN KEY ("accountId", "decisionId") REFERENCES "Decision"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interest" ADD CONSTRAINT "Interest_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interest" ADD CONSTRAINT "Interest_accountId_contactId_fkey" FOREIGN KEY ("accountId", "contactId") REFERENCES "Contact"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_accountId_decisionId_fkey" FOREIGN KEY ("accountId", "decisionId") REFERENCES "Decision"("accountId", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

ALTER TABLE "Decision" ADD CONSTRAINT "Decision_quorum_whole" CHECK (
  CASE "quorum" WHEN 'none' THEN "quorumValue" IS NULL WHEN 'count' THEN "quorumValue" BETWEEN 1 AND 1000 ELSE "quorumValue" BETWEEN 1 AND 100 END);
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_counts" CHECK ("number" > 0 AND "round" > 0);
ALTER TABLE "DecisionOption" ADD CONSTRAINT "DecisionOption_five_at_most" CHECK ("position" BETWEEN 1 AND 5);
CREATE UNIQUE INDEX "DecisionOption_unique_text" ON "DecisionOption" ("accountId", "decisionId", portcullis_search_text("text"));
CREATE UNIQUE INDEX "DecisionOption_one_abstention" ON "DecisionOption" ("accountId", "decisionId") WHERE "abstains";
ALTER TABLE "DecisionRound" ADD CONSTRAINT "DecisionRound_published_whole" CHECK (("sheet" IS NULL) = ("hash" IS NULL) AND ("hash" IS NULL OR "closedAt" IS NOT NULL));
ALTER TABLE "Interest" ADD CONSTRAINT "Interest_in_order" CHECK ("toDay" IS NULL OR "toDay" >= "fromDay");
-- What the worker looks for.
CREATE INDEX "Decision_due" ON "Decision" ("voteBy", "id") WHERE "status" = 'open';

DO $$
DECLARE
  owned TEXT;
BEGIN
  FOREACH owned IN ARRAY ARRAY['Decision', 'DecisionOption', 'DecisionInvitation', 'DecisionRecusal', 'DecisionRound', 'DecisionVote',
    'DecisionReminder', 'DecisionComment', 'DecisionEvent', 'DecisionOrganisation', 'Interest'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO portcullis_app', owned);
    EXECUTE format('CREATE POLICY account_only ON %I TO portcullis_app
      USING ("accountId" = portcullis_account()) WITH CHECK ("accountId" = portcullis_account())', owned);
  END LOOP;
END
$$;
-- Votes, comments and what happened are never changed or deleted.
GRANT UPDATE ON "Decision", "DecisionRound", "DecisionOption", "Interest" TO portcullis_app;
GRANT DELETE ON "DecisionOption", "DecisionRecusal", "DecisionOrganisation", "Interest" TO portcullis_app;

-- A private note is its author's alone, whatever anyone's role: beside the account policy, which it narrows.
CREATE POLICY private_notes ON "DecisionComment" AS RESTRICTIVE TO portcullis_app
  USING (NOT "private" OR EXISTS (SELECT 1 FROM "Contact" c
    WHERE c."accountId" = "DecisionComment"."accountId" AND c."id" = "authorContactId" AND c."personId" = portcullis_person()))
  WITH CHECK (NOT "private" OR EXISTS (SELECT 1 FROM "Contact" c
    WHERE c."accountId" = "DecisionComment"."accountId" AND c."id" = "authorContactId" AND c."personId" = portcullis_person()));

-- The worker finds what is due, and reads nothing of it.
GRANT SELECT ("id", "accountId", "status", "voteBy", "remindAt") ON "Decision" TO portcullis_worker;
CREATE POLICY worker_closes ON "Decision" FOR SELECT TO portcullis_worker USING ("status" = 'open');

-- The team's own list of notifications joins every kind of record. No policy gives it a row of this one.
GRANT SELECT ("id", "accountId", "number") ON "Decision" TO portcullis_staff;

-- The rules below bind the portal. Whoever owns the tables (migrations, sample data, a restored backup) writes what was.

-- The decision with its row locked against changes: what follows is decided on its newest state, by the database's clock.
CREATE FUNCTION portcullis_decision_is_open(account uuid, decision uuid, drafts boolean) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  it record;
BEGIN
  SELECT "status", "voteBy" INTO it FROM "Decision" WHERE "accountId" = account AND "id" = decision FOR SHARE;
  IF it."status" = 'draft' AND drafts THEN
    RETURN;
  END IF;
  IF it."status" IS DISTINCT FROM 'open' THEN
    RAISE EXCEPTION 'the vote is not open' USING errcode = 'check_violation', constraint = 'Decision_open';
  END IF;
  IF clock_timestamp() >= it."voteBy" THEN
    RAISE EXCEPTION 'the deadline has passed' USING errcode = 'check_violation', constraint = 'Decision_deadline';
  END IF;
END
$$;

CREATE FUNCTION portcullis_vote_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM portcullis_decision_is_open(new."accountId", new."decisionId", false);
  IF new."round" <> (SELECT "round" FROM "Decision" WHERE "accountId" = new."accountId" AND "id" = new."decisionId") THEN
    RAISE EXCEPTION 'another round is open' USING errcode = 'check_violation', constraint = 'DecisionVote_round';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "DecisionInvitation" WHERE "accountId" = new."accountId" AND "decisionId" = new."decisionId"
      AND "contactId" = new."contactId" AND "mayVote")
    OR EXISTS (SELECT 1 FROM "DecisionRecusal" WHERE "accountId" = new."accountId" AND "decisionId" = new."decisionId"
      AND "contactId" = new."contactId") THEN
    RAISE EXCEPTION 'not invited to vote, or recused' USING errcode = 'check_violation', constraint = 'DecisionVote_voter';
  END IF;
  new."castAt" := clock_timestamp();
  RETURN new;
END
$$;
CREATE TRIGGER vote_counts BEFORE INSERT ON "DecisionVote" FOR EACH ROW WHEN (current_user = 'portcullis_app')
  EXECUTE FUNCTION portcullis_vote_counts();

-- Who takes part changes only while there is something to take part in.
CREATE FUNCTION portcullis_decision_takes_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF tg_op = 'DELETE' THEN
    PERFORM portcullis_decision_is_open(old."accountId", old."decisionId", true);
    RETURN old;
  END IF;
  PERFORM portcullis_decision_is_open(new."accountId", new."decisionId", true);
  RETURN new;
END
$$;
CREATE TRIGGER takes_part BEFORE INSERT ON "DecisionInvitation" FOR EACH ROW WHEN (current_user = 'portcullis_app')
  EXECUTE FUNCTION portcullis_decision_takes_part();
CREATE TRIGGER takes_part BEFORE INSERT OR DELETE ON "DecisionRecusal" FOR EACH ROW WHEN (current_user = 'portcullis_app')
  EXECUTE FUNCTION portcullis_decision_takes_part();

-- Whoever is recused, or no longer is, has a page that shows something else now.
CREATE TRIGGER access_changes AFTER INSERT OR DELETE ON "DecisionRecusal" FOR EACH ROW
  EXECUTE FUNCTION portcullis_access_changes('contactId');

-- What is voted on, and how it is counted, doesn't change once somebody has voted.
CREATE FUNCTION portcullis_decision_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  account uuid := CASE WHEN tg_op = 'DELETE' THEN old."accountId" ELSE new."accountId" END;
  decision uuid := CASE WHEN tg_op = 'DELETE' THEN (to_jsonb(old) ->> tg_argv[0])::uuid ELSE (to_jsonb(new) ->> tg_argv[0])::uuid END;
BEGIN
  IF tg_argv[0] <> 'id' THEN
    PERFORM 1 FROM "Decision" WHERE "accountId" = account AND "id" = decision FOR SHARE;
  END IF;
  IF EXISTS (SELECT 1 FROM "DecisionVote" WHERE "accountId" = account AND "decisionId" = decision) THEN
    RAISE EXCEPTION 'somebody has voted' USING errcode = 'check_violation', constraint = 'Decision_frozen';
  END IF;
  RETURN CASE WHEN tg_op = 'DELETE' THEN old ELSE new END;
END
$$;
CREATE TRIGGER frozen BEFORE UPDATE ON "Decision" FOR EACH ROW
  WHEN (current_user = 'portcullis_app' AND (old."title", old."purpose", old."background", old."recommendation", old."quorum",
    old."quorumValue", old."base", old."threshold", old."tie", old."hideNames") IS DISTINCT FROM (new."title", new."purpose",
    new."background", new."recommendation", new."quorum", new."quorumValue", new."base", new."threshold", new."tie", new."hideNames"))
  EXECUTE FUNCTION portcullis_decision_frozen('id');
CREATE TRIGGER frozen BEFORE INSERT OR UPDATE OR DELETE ON "DecisionOption" FOR EACH ROW
  WHEN (current_user = 'portcullis_app') EXECUTE FUNCTION portcullis_decision_frozen('decisionId');

-- Its life: a draft is opened, an open vote is extended before its deadline, closed or withdrawn, and a closed one gets a new round.
CREATE FUNCTION portcullis_decision_life() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT ((old."status", new."status") IN (('draft', 'draft'), ('draft', 'open'), ('draft', 'withdrawn'), ('open', 'open'),
      ('open', 'closed'), ('open', 'withdrawn'), ('closed', 'closed'), ('withdrawn', 'withdrawn'))
      AND new."round" = old."round"
    OR old."status" = 'closed' AND new."status" = 'open' AND new."round" = old."round" + 1) THEN
    RAISE EXCEPTION 'not a step of a decision' USING errcode = 'check_violation', constraint = 'Decision_life';
  END IF;
  IF old."status" IN ('closed', 'withdrawn') AND new."status" = old."status" AND new."voteBy" <> old."voteBy" THEN
    RAISE EXCEPTION 'it is over' USING errcode = 'check_violation', constraint = 'Decision_life';
  END IF;
  IF old."status" = 'open' AND new."status" = 'open' AND new."voteBy" <> old."voteBy" AND (clock_timestamp() >= old."voteBy"
      OR new."voteBy" < old."voteBy") THEN
    RAISE EXCEPTION 'a deadline only moves back, and before it has passed' USING errcode = 'check_violation', constraint = 'Decision_deadline';
  END IF;
  RETURN new;
END
$$;
CREATE TRIGGER life BEFORE UPDATE OF "status", "round", "voteBy" ON "Decision" FOR EACH ROW
  WHEN (current_user = 'portcullis_app') EXECUTE FUNCTION portcullis_decision_life();

-- A published result stays as it is.
CREATE FUNCTION portcullis_round_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the result is published' USING errcode = 'check_violation', constraint = 'DecisionRound_published';
END
$$;
CREATE TRIGGER published BEFORE UPDATE ON "DecisionRound" FOR EACH ROW
  WHEN (old."hash" IS NOT NULL) EXECUTE FUNCTION portcullis_round_published();
