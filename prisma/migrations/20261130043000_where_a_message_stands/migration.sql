-- compatible: the version before writes mail without its message, and replies to it go where they went
-- A reply to a mail about a message that was split off goes to the ticket where the message stands by then.
ALTER TABLE "TicketMail" ADD COLUMN "ticketMessageId" UUID;
CREATE INDEX "TicketMail_accountId_ticketMessageId_idx" ON "TicketMail"("accountId", "ticketMessageId");
ALTER TABLE "TicketMail" ADD CONSTRAINT "TicketMail_accountId_ticketMessageId_fkey" FOREIGN KEY ("accountId", "ticketMessageId") REFERENCES "TicketMessage"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
-- Whoever reads received mail learns where a message stands, and nothing that is in it.
GRANT SELECT ("id", "accountId", "ticketId") ON "TicketMessage" TO portcullis_identity;
CREATE POLICY identity ON "TicketMessage" FOR SELECT TO portcullis_identity USING (true);
