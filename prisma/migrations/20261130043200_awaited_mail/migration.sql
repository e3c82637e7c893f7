-- compatible: the version before writes mail that nobody waits for, and sends all of it in turn
-- What a person waits for is sent before the rest (decision 210). It is found as the rest is, by its age and by its domain.
ALTER TABLE "OutboxMail" ADD COLUMN "awaited" BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX "OutboxMail_awaited" ON "OutboxMail" ("nextTryAt", "id") WHERE "status" = 'queued' AND "awaited";
CREATE INDEX "OutboxMail_awaited_by_domain" ON "OutboxMail" (lower(split_part("toAddress", '@', 2)), "nextTryAt", "id") WHERE "status" = 'queued' AND "awaited";
