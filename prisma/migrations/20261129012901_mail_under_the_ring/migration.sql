-- compatible: the version before never writes InboundMail.rawSecret, which is new
-- Each received mail is encrypted with a key of its own, and that key with the ring's (docs/decisions/0089). A mail from before has none
-- until the worker has encrypted it anew.
ALTER TABLE "InboundMail" ADD COLUMN "rawSecret" TEXT,
  ADD CONSTRAINT "InboundMail_rawSecret" CHECK ("rawSecret" IS NULL OR "raw" IS NOT NULL);
CREATE INDEX "InboundMail_before_the_ring" ON "InboundMail" ("id") WHERE "raw" IS NOT NULL AND "rawSecret" IS NULL;
