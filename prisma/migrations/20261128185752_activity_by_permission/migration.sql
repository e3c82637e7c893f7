-- CreateIndex
CREATE INDEX "AuditEvent_accountId_permission_at_idx" ON "AuditEvent"("accountId", "permission", "at");
