-- CreateEnum
CREATE TYPE "TicketScore" AS ENUM ('good', 'bad');

-- AlterTable
ALTER TABLE "Contact" ADD COLUMN     "departmentsOff" "Department"[] DEFAULT ARRAY[]::"Department"[];

-- CreateTable
CREATE TABLE "TicketWatcher" (
    "accountId" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "addedByName" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TicketWatcher_pkey" PRIMARY KEY ("accountId","ticketId","contactId")
);

-- CreateTable
CREATE TABLE "TicketDraft" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "ticketId" UUID,
    "subject" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sendAt" TIMESTAMPTZ(3),
    "heldBack" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "TicketDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TicketRating" (
    "accountId" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3),
    "score" "TicketScore",
    "comment" TEXT,
    "ratedByContactId" UUID,
    "ratedByName" TEXT,
    "ratedAt" TIMESTAMPTZ(3),

    CONSTRAINT "TicketRating_pkey" PRIMARY KEY ("accountId","ticketId")
);

-- CreateIndex
CREATE INDEX "TicketWatcher_accountId_contactId_idx" ON "TicketWatcher"("accountId", "contactId");

-- CreateIndex
CREATE INDEX "TicketDraft_accountId_ticketId_idx" ON "TicketDraft"("accountId", "ticketId");

-- CreateIndex
CREATE INDEX "TicketDraft_personId_idx" ON "TicketDraft"("personId");

-- AddForeignKey
ALTER TABLE "TicketWatcher" ADD CONSTRAINT "TicketWatcher_accountId_ticketId_fkey" FOREIGN KEY ("accountId", "ticketId") REFERENCES "Ticket"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TicketWatcher" ADD CONSTRAINT "TicketWatcher_accountId_contactId_fkey" FOREIGN KEY ("accountId", "contactId") REFERENCES "Contact"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TicketDraft" ADD CONSTRAINT "TicketDraft_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TicketDraft" ADD CONSTRAINT "TicketDraft_accountId_ticketId_fkey" FOREIGN KEY ("accountId", "ticketId") REFERENCES "Ticket"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TicketDraft" ADD CONSTRAINT "TicketDraft_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TicketRating" ADD CONSTRAINT "TicketRating_accountId_ticketId_fkey" FOREIGN KEY ("accountId", "ticketId") REFERENCES "Ticket"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TicketRating" ADD CONSTRAINT "TicketRating_accountId_ratedByContactId_fkey" FOREIGN KEY ("accountId", "ratedByContactId") REFERENCES "Contact"("accountId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- Access: a department that is taken away or given back changes what a person may do, so it raises the version.
DROP TRIGGER access_changes ON "Contact";
CREATE TRIGGER access_changes AFTER UPDATE ON "Contact" FOR EACH ROW
  WHEN (old."status" <> new."status" OR old."endsAt" IS DISTINCT FROM new."endsAt" OR old."personId" IS DISTINCT FROM new."personId"
    OR old."limitedToServices" <> new."limitedToServices" OR old."departmentsOff" IS DISTINCT FROM new."departmentsOff")
  EXECUTE FUNCTION portcullis_access_changes('id');

-- One text per person and ticket is being written; those already sent, which can still be undone, stand beside it.
CREATE UNIQUE INDEX "TicketDraft_one_written" ON "TicketDraft"
  ("accountId", "personId", coalesce("ticketId", '00000000-0000-0000-0000-000000000000')) WHERE "sendAt" IS NULL;
-- What the worker looks for.
CREATE INDEX "TicketDraft_due" ON "TicketDraft" ("sendAt", "id") WHERE "sendAt" IS NOT NULL AND NOT "heldBack";
CREATE INDEX "TicketDraft_updatedAt" ON "TicketDraft" ("updatedAt");
ALTER TABLE "TicketDraft" ADD CONSTRAINT "TicketDraft_bounded" CHECK (length("body") <= 20000 AND length("subject") <= 200);
ALTER TABLE "TicketDraft" ADD CONSTRAINT "TicketDraft_sent_is_reply" CHECK ("sendAt" IS NULL OR ("ticketId" IS NOT NULL AND "body" <> ''));
ALTER TABLE "TicketDraft" ADD CONSTRAINT "TicketDraft_held_back_was_sent" CHECK (NOT "heldBack" OR "sendAt" IS NOT NULL);
ALTER TABLE "TicketRating" ADD CONSTRAINT "TicketRating_whole" CHECK (
  ("score" IS NULL) = ("ratedAt" IS NULL) AND ("score" IS NULL) = ("ratedByName" IS NULL)
  AND ("score" IS NOT NULL OR "comment" IS NULL) AND length("comment") <= 2000);

-- What the worker asks every hour: tickets that were closed a day ago.
CREATE INDEX "Ticket_closedAt" ON "Ticket" ("closedAt", "id") WHERE "closedAt" IS NOT NULL;

DO $$
DECLARE
  owned TEXT;
BEGIN
  FOREACH owned IN ARRAY ARRAY['TicketWatcher', 'TicketDraft', 'TicketRating'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO portcullis_app', owned);
    EXECUTE format('CREATE POLICY account_only ON %I TO portcullis_app
      USING ("accountId" = portcullis_account()) WITH CHECK ("accountId" = portcullis_account())', owned);
  END LOOP;
END
$$;

-- A draft is its author's alone: beside the account policy, which it narrows.
CREATE POLICY author_only ON "TicketDraft" AS RESTRICTIVE TO portcullis_app
  USING ("personId" = portcullis_person()) WITH CHECK ("personId" = portcullis_person());

-- How long a reply can be undone is for the database's clock to say.
CREATE FUNCTION portcullis_reply_waits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  new."sendAt" := clock_timestamp() + interval '10 seconds';
  RETURN new;
END
$$;
CREATE TRIGGER reply_waits BEFORE INSERT ON "TicketDraft" FOR EACH ROW
  WHEN (new."sendAt" IS NOT NULL) EXECUTE FUNCTION portcullis_reply_waits();

-- The worker hears of a reply as soon as it is committed, and signs in as it to send it when it is due. It reads no text.
CREATE FUNCTION portcullis_replies_wait() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('portcullis_replies', '');
  RETURN NULL;
END
$$;
CREATE TRIGGER replies_wait AFTER INSERT ON "TicketDraft" FOR EACH ROW
  WHEN (new."sendAt" IS NOT NULL) EXECUTE FUNCTION portcullis_replies_wait();
GRANT SELECT ("id", "accountId", "ticketId", "personId", "updatedAt", "sendAt", "heldBack"), UPDATE ("heldBack"), DELETE
  ON "TicketDraft" TO portcullis_worker;
CREATE POLICY worker_sends ON "TicketDraft" TO portcullis_worker USING (true) WITH CHECK (true);
GRANT SELECT ("id", "personId", "sendAt", "heldBack") ON "TicketDraft" TO portcullis_identity;
CREATE POLICY identity ON "TicketDraft" FOR SELECT TO portcullis_identity USING (true);

-- The question after closing: which tickets have not been asked about.
GRANT SELECT ("id", "accountId", "closedAt") ON "Ticket" TO portcullis_worker;
CREATE POLICY worker_asks_for_rating ON "Ticket" FOR SELECT TO portcullis_worker USING ("closedAt" IS NOT NULL);
GRANT SELECT ("accountId", "ticketId") ON "TicketRating" TO portcullis_worker;
CREATE POLICY worker_looks ON "TicketRating" FOR SELECT TO portcullis_worker USING (true);
