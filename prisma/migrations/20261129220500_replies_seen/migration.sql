-- compatible: the version before never writes TicketDraft.seenId and .overtaken, which are new, and shows an overtaken reply as held back
-- What its author had seen when they wrote a reply that waits. Whatever others have written by the time it is due holds it back.
ALTER TABLE "TicketDraft" ADD COLUMN "seenId" UUID, ADD COLUMN "overtaken" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "TicketDraft" ADD CONSTRAINT "TicketDraft_overtaken_is_held_back" CHECK (NOT "overtaken" OR "heldBack") NOT VALID;
GRANT SELECT ("overtaken"), UPDATE ("overtaken") ON "TicketDraft" TO portcullis_worker;
