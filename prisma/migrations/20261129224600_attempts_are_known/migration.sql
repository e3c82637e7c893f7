-- compatible: statistics change no answer
-- What belongs to no account is nearly always an attempt. Without knowing that, PostgreSQL expected eight of 20,000, and read and sorted all.
CREATE STATISTICS "AuditEvent_outside_account" (mcv) ON "accountId", "targetType" FROM "AuditEvent";
ANALYZE "AuditEvent" ("accountId", "targetType");
