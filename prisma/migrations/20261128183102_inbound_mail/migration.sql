-- AlterTable
ALTER TABLE "Contact" ADD COLUMN     "bouncedAt" TIMESTAMPTZ(3),
ADD COLUMN     "bouncedEmail" TEXT;

-- AlterTable
ALTER TABLE "OutboxMail" ADD COLUMN     "bounceTo" TEXT,
ADD COLUMN     "inReplyTo" TEXT,
ADD COLUMN     "references" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "replyTo" TEXT;

-- CreateTable
CREATE TABLE "InboundMail" (
    "id" UUID NOT NULL,
    "entrance" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextTryAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "claimedAt" TIMESTAMPTZ(3),
    "envelopeFrom" TEXT NOT NULL,
    "envelopeTo" TEXT NOT NULL,
    "clientIp" TEXT,
    "helo" TEXT,
    "trustedResults" TEXT,
    "messageId" TEXT,
    "contentHash" TEXT NOT NULL,
    "onceKey" TEXT,
    "bytes" INTEGER NOT NULL,
    "raw" BYTEA,
    "keepUntil" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "doneAt" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "summary" TEXT,
    "said" JSONB,
    "identity" TEXT,
    "checks" JSONB,
    "fromAddress" TEXT,
    "fromName" TEXT,
    "subject" TEXT,
    "department" TEXT NOT NULL DEFAULT 'support',
    "accountId" UUID,
    "ticketId" UUID,
    "ticketNumber" INTEGER,
    "actsForId" UUID,
    "alsoTo" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "decision" TEXT,
    "decidedTicket" INTEGER,
    "decidedAccount" UUID,
    "decidedById" UUID,
    "decidedByName" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "search" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (
      portcullis_search_text(coalesce("fromAddress", "envelopeFrom") || ' ' || coalesce("fromName", '') || ' ' || coalesce("subject", ''))) STORED,

    CONSTRAINT "InboundMail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TicketMail" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "contactId" UUID,
    "personId" UUID,
    "internal" BOOLEAN NOT NULL DEFAULT false,
    "address" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "bouncedAt" TIMESTAMPTZ(3),

    CONSTRAINT "TicketMail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "InboundMail_onceKey_key" ON "InboundMail"("onceKey");

-- CreateIndex
CREATE INDEX "InboundMail_receivedAt_idx" ON "InboundMail"("receivedAt");

-- CreateIndex
CREATE INDEX "InboundMail_outcome_receivedAt_idx" ON "InboundMail"("outcome", "receivedAt");

-- CreateIndex
CREATE INDEX "InboundMail_department_receivedAt_idx" ON "InboundMail"("department", "receivedAt");

-- CreateIndex
CREATE INDEX "InboundMail_contentHash_idx" ON "InboundMail"("contentHash");

-- CreateIndex
CREATE INDEX "InboundMail_accountId_ticketId_idx" ON "InboundMail"("accountId", "ticketId");

-- CreateIndex
CREATE INDEX "InboundMail_fromAddress_receivedAt_idx" ON "InboundMail"("fromAddress", "receivedAt");

-- CreateIndex
CREATE UNIQUE INDEX "TicketMail_messageId_key" ON "TicketMail"("messageId");

-- CreateIndex
CREATE INDEX "TicketMail_accountId_ticketId_createdAt_idx" ON "TicketMail"("accountId", "ticketId", "createdAt");

-- CreateIndex
CREATE INDEX "TicketMail_accountId_contactId_idx" ON "TicketMail"("accountId", "contactId");

-- CreateIndex
CREATE INDEX "TicketMail_personId_idx" ON "TicketMail"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "TicketMail_accountId_id_key" ON "TicketMail"("accountId", "id");

-- AddForeignKey
ALTER TABLE "InboundMail" ADD CONSTRAINT "InboundMail_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InboundMail" ADD CONSTRAINT "InboundMail_accountId_ticketId_fkey" FOREIGN KEY ("accountId", "ticketId") REFERENCES "Ticket"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TicketMail" ADD CONSTRAINT "TicketMail_accountId_ticketId_fkey" FOREIGN KEY ("accountId", "ticketId") REFERENCES "Ticket"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TicketMail" ADD CONSTRAINT "TicketMail_accountId_contactId_fkey" FOREIGN KEY ("accountId", "contactId") REFERENCES "Contact"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TicketMail" ADD CONSTRAINT "TicketMail_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "InboundMail"
  ADD CONSTRAINT "InboundMail_entrance" CHECK ("entrance" IN ('smtp', 'imap')),
  ADD CONSTRAINT "InboundMail_state" CHECK ("state" IN ('queued', 'running', 'done')),
  ADD CONSTRAINT "InboundMail_identity" CHECK ("identity" IN ('verified', 'weak', 'unproven')),
  ADD CONSTRAINT "InboundMail_department" CHECK ("department" IN ('support', 'billing', 'sales')),
  ADD CONSTRAINT "InboundMail_decision" CHECK ("decision" IN ('join', 'open')),
  -- Exactly one outcome with a sentence why, once it is processed and not before.
  ADD CONSTRAINT "InboundMail_outcome" CHECK (
    ("state" = 'done') = ("outcome" IS NOT NULL) AND ("outcome" IS NULL) = ("summary" IS NULL) AND "outcome" IN
    ('joined', 'opened', 'waiting', 'refused', 'loop', 'bounce', 'autoReply', 'duplicate', 'tooLarge', 'malformed')),
  ADD CONSTRAINT "InboundMail_joined" CHECK ("outcome" NOT IN ('joined', 'opened') OR "ticketId" IS NOT NULL);
ALTER TABLE "TicketMail" ADD CONSTRAINT "TicketMail_one_reader" CHECK (num_nonnulls("contactId", "personId") = 1);
ALTER TABLE "TicketMail" ADD CONSTRAINT "TicketMail_note_for_staff" CHECK (NOT "internal" OR "personId" IS NOT NULL);
CREATE INDEX "InboundMail_due" ON "InboundMail" ("nextTryAt") WHERE "state" <> 'done';

-- Where pg_trgm is missing, staff's search reads the table.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE INDEX "InboundMail_search" ON "InboundMail" USING gin ("search" gin_trgm_ops);
EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
  RAISE NOTICE 'pg_trgm cannot be created here: search by staff goes without an index';
END
$$;

-- What arrived is staff's and the worker's. An account learns the Message-IDs of its own threads and nothing else.
ALTER TABLE "InboundMail" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, UPDATE ("state", "nextTryAt", "claimedAt", "doneAt", "outcome", "summary", "said", "decision", "decidedTicket",
  "decidedAccount", "decidedById", "decidedByName", "decidedAt") ON "InboundMail" TO portcullis_staff;
CREATE POLICY team ON "InboundMail" TO portcullis_staff USING (portcullis_on_team()) WITH CHECK (portcullis_on_team());
GRANT SELECT, INSERT, UPDATE, DELETE ON "InboundMail" TO portcullis_worker;
CREATE POLICY worker_all ON "InboundMail" TO portcullis_worker USING (true) WITH CHECK (true);
GRANT SELECT ("id", "accountId", "ticketId", "messageId", "fromAddress", "receivedAt") ON "InboundMail" TO portcullis_app;
CREATE POLICY account_only ON "InboundMail" FOR SELECT TO portcullis_app USING ("accountId" = portcullis_account());
-- The worker acts as the sender of a mail while it processes it.
GRANT SELECT ("id", "state", "attempts", "claimedAt", "nextTryAt", "actsForId") ON "InboundMail" TO portcullis_identity;
CREATE POLICY identity ON "InboundMail" FOR SELECT TO portcullis_identity USING (true);

ALTER TABLE "TicketMail" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "TicketMail" TO portcullis_app;
CREATE POLICY account_only ON "TicketMail" TO portcullis_app
  USING ("accountId" = portcullis_account()) WITH CHECK ("accountId" = portcullis_account());
-- An answer names a mail or a ticket before it is known whose it is.
GRANT SELECT ON "TicketMail" TO portcullis_identity;
CREATE POLICY identity ON "TicketMail" FOR SELECT TO portcullis_identity USING (true);
GRANT SELECT ("id", "accountId", "number") ON "Ticket" TO portcullis_identity;
CREATE POLICY identity ON "Ticket" FOR SELECT TO portcullis_identity USING (true);
GRANT SELECT, UPDATE ("bouncedAt") ON "TicketMail" TO portcullis_worker;
CREATE POLICY worker_all ON "TicketMail" TO portcullis_worker USING (true) WITH CHECK (true);

-- The worker hears of a mail, and of a decision about one, as soon as it is committed.
CREATE FUNCTION portcullis_inbound_waits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('portcullis_inbound', '');
  RETURN NULL;
END
$$;
CREATE TRIGGER inbound_waits AFTER INSERT OR UPDATE OF "decision" ON "InboundMail" FOR EACH STATEMENT EXECUTE FUNCTION portcullis_inbound_waits();
