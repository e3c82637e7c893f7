-- CreateTable
CREATE TABLE "ContactLook" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "lookerPersonId" UUID NOT NULL,
    "lookerName" TEXT NOT NULL,
    "lookerIsStaff" BOOLEAN NOT NULL,
    "sessionId" UUID,
    "reason" TEXT,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ContactLook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffAccess" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "areas" TEXT[],
    "openedById" UUID NOT NULL,
    "openedByName" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "StaffAccess_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ContactLook_accountId_contactId_idx" ON "ContactLook"("accountId", "contactId");

-- CreateIndex
CREATE INDEX "ContactLook_personId_startedAt_idx" ON "ContactLook"("personId", "startedAt");

-- CreateIndex
CREATE INDEX "ContactLook_sessionId_idx" ON "ContactLook"("sessionId");

-- CreateIndex
CREATE UNIQUE INDEX "ContactLook_accountId_id_key" ON "ContactLook"("accountId", "id");

-- CreateIndex
CREATE INDEX "StaffAccess_accountId_openedAt_idx" ON "StaffAccess"("accountId", "openedAt");

-- CreateIndex
CREATE INDEX "StaffAccess_accountId_openedById_idx" ON "StaffAccess"("accountId", "openedById");

-- CreateIndex
CREATE UNIQUE INDEX "StaffAccess_accountId_id_key" ON "StaffAccess"("accountId", "id");

-- AddForeignKey
ALTER TABLE "ContactLook" ADD CONSTRAINT "ContactLook_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactLook" ADD CONSTRAINT "ContactLook_accountId_contactId_fkey" FOREIGN KEY ("accountId", "contactId") REFERENCES "Contact"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactLook" ADD CONSTRAINT "ContactLook_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffAccess" ADD CONSTRAINT "StaffAccess_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffAccess" ADD CONSTRAINT "StaffAccess_accountId_openedById_fkey" FOREIGN KEY ("accountId", "openedById") REFERENCES "Contact"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ContactLook"
  ADD CONSTRAINT "ContactLook_ends" CHECK ("endsAt" > "startedAt" AND "endsAt" <= "startedAt" + interval '15 minutes'
    AND ("endedAt" IS NULL OR "endedAt" >= "startedAt")),
  ADD CONSTRAINT "ContactLook_somebody_else" CHECK ("lookerPersonId" <> "personId"),
  ADD CONSTRAINT "ContactLook_staff_say_why" CHECK (NOT "lookerIsStaff" OR "reason" IS NOT NULL),
  ADD CONSTRAINT "ContactLook_bounded" CHECK (length("reason") <= 500);
-- A sign-in looks as one person at a time.
CREATE UNIQUE INDEX "ContactLook_one_open" ON "ContactLook" ("sessionId") WHERE "endedAt" IS NULL;

ALTER TABLE "StaffAccess"
  ADD CONSTRAINT "StaffAccess_ends" CHECK ("endsAt" > "openedAt" AND "endsAt" <= "openedAt" + interval '30 days'
    AND ("closedAt" IS NULL OR "closedAt" >= "openedAt")),
  ADD CONSTRAINT "StaffAccess_areas" CHECK (cardinality("areas") > 0
    AND "areas" <@ array['discussions', 'meetings', 'actions', 'decisions', 'documents', 'links']);
CREATE UNIQUE INDEX "StaffAccess_one_open" ON "StaffAccess" ("accountId") WHERE "closedAt" IS NULL;

-- Both decide what a person may do on the next request: their commands are compared with it, and their open pages end.
CREATE TRIGGER access_changes AFTER INSERT OR UPDATE OR DELETE ON "ContactLook" FOR EACH ROW
  EXECUTE FUNCTION portcullis_access_changes('lookerPersonId');
CREATE TRIGGER access_changes AFTER INSERT OR UPDATE OR DELETE ON "StaffAccess" FOR EACH ROW
  EXECUTE FUNCTION portcullis_access_changes('accountId');

ALTER TABLE "ContactLook" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ("endedAt") ON "ContactLook" TO portcullis_app;
CREATE POLICY account_only ON "ContactLook" TO portcullis_app
  USING ("accountId" = portcullis_account()) WITH CHECK ("accountId" = portcullis_account());
-- Whoever was looked at sees it in their own profile, over all their accounts.
CREATE POLICY looked_at ON "ContactLook" FOR SELECT TO portcullis_app
  USING (portcullis_account() IS NULL AND "personId" = portcullis_person());
GRANT SELECT ON "ContactLook", "StaffAccess" TO portcullis_identity;
CREATE POLICY identity_reads ON "ContactLook" FOR SELECT TO portcullis_identity USING (true);
-- The worker notes the end of what nobody has left.
GRANT SELECT, UPDATE ("endedAt") ON "ContactLook" TO portcullis_worker;
CREATE POLICY worker_ends ON "ContactLook" TO portcullis_worker USING (true) WITH CHECK (true);

ALTER TABLE "StaffAccess" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ("closedAt") ON "StaffAccess" TO portcullis_app;
CREATE POLICY account_only ON "StaffAccess" TO portcullis_app
  USING ("accountId" = portcullis_account()) WITH CHECK ("accountId" = portcullis_account());
CREATE POLICY identity_reads ON "StaffAccess" FOR SELECT TO portcullis_identity USING (true);
GRANT SELECT, UPDATE ("closedAt") ON "StaffAccess" TO portcullis_worker;
CREATE POLICY worker_ends ON "StaffAccess" TO portcullis_worker USING (true) WITH CHECK (true);
