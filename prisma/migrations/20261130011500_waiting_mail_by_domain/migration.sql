-- compatible: the version before finds waiting mail by the new index as well
-- Waiting mail by its age, and by the domain it is to: a claim no longer passes over all mail to a domain that is busy. Mail that was written
-- together has the same time, so the id is part of the order.
DROP INDEX "OutboxMail_status_nextTryAt_idx";
CREATE INDEX "OutboxMail_due" ON "OutboxMail" ("nextTryAt", "id") WHERE "status" = 'queued';
CREATE INDEX "OutboxMail_due_by_domain" ON "OutboxMail" (lower(split_part("toAddress", '@', 2)), "nextTryAt", "id") WHERE "status" = 'queued';
-- Of the mails with one content only those being processed are asked for.
CREATE INDEX "InboundMail_running" ON "InboundMail" ("contentHash") WHERE "state" = 'running';
