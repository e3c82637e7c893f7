-- compatible: the version before never writes Notification.staffVisitId and Account.staffApproval, which are new
-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "staffApproval" TEXT NOT NULL DEFAULT 'off';

-- AlterTable
ALTER TABLE "Notification" ADD COLUMN     "staffVisitId" UUID;

-- CreateTable
CREATE TABLE "StaffVisit" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "staffName" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "ticketId" UUID,
    "ticketNumber" INTEGER,
    "note" TEXT,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "hours" INTEGER NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedBy" TEXT,
    "endedByName" TEXT,
    "approval" TEXT NOT NULL DEFAULT 'none',
    "needsApproval" BOOLEAN NOT NULL DEFAULT false,
    "emergency" BOOLEAN NOT NULL DEFAULT false,
    "answeredById" UUID,
    "answeredByName" TEXT,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "StaffVisit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffRead" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "staffName" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "activity" TEXT NOT NULL,
    "changes" BOOLEAN NOT NULL,
    "recordType" TEXT,
    "recordId" UUID,
    "recordName" TEXT,
    "asName" TEXT,
    "visitId" UUID,
    "firstAt" TIMESTAMPTZ(3) NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,
    "times" INTEGER NOT NULL DEFAULT 1,
    "foldKey" TEXT NOT NULL,

    CONSTRAINT "StaffRead_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "StaffVisit_accountId_startedAt_idx" ON "StaffVisit"("accountId", "startedAt");

-- CreateIndex
CREATE INDEX "StaffVisit_accountId_ticketId_idx" ON "StaffVisit"("accountId", "ticketId");

-- CreateIndex
CREATE INDEX "StaffVisit_personId_startedAt_idx" ON "StaffVisit"("personId", "startedAt");

-- CreateIndex
CREATE UNIQUE INDEX "StaffVisit_accountId_id_key" ON "StaffVisit"("accountId", "id");

-- CreateIndex
CREATE INDEX "StaffRead_accountId_lastAt_idx" ON "StaffRead"("accountId", "lastAt");

-- CreateIndex
CREATE INDEX "StaffRead_accountId_personId_lastAt_idx" ON "StaffRead"("accountId", "personId", "lastAt");

-- CreateIndex
CREATE INDEX "StaffRead_accountId_visitId_idx" ON "StaffRead"("accountId", "visitId");

-- CreateIndex
CREATE UNIQUE INDEX "StaffRead_accountId_id_key" ON "StaffRead"("accountId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "StaffRead_accountId_foldKey_key" ON "StaffRead"("accountId", "foldKey");

-- CreateIndex
CREATE INDEX "Notification_accountId_staffVisitId_idx" ON "Notification"("accountId", "staffVisitId");

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_accountId_staffVisitId_fkey" FOREIGN KEY ("accountId", "staffVisitId") REFERENCES "StaffVisit"("accountId", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "StaffVisit" ADD CONSTRAINT "StaffVisit_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffVisit" ADD CONSTRAINT "StaffVisit_accountId_ticketId_fkey" FOREIGN KEY ("accountId", "ticketId") REFERENCES "Ticket"("accountId", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "StaffRead" ADD CONSTRAINT "StaffRead_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffRead" ADD CONSTRAINT "StaffRead_accountId_visitId_fkey" FOREIGN KEY ("accountId", "visitId") REFERENCES "StaffVisit"("accountId", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

ALTER TABLE "Account" ADD CONSTRAINT "Account_staff_approval" CHECK ("staffApproval" IN ('off', 'login-details', 'everything'));
CREATE TRIGGER access_changes_with_approval AFTER UPDATE ON "Account" FOR EACH ROW
  WHEN (old."staffApproval" <> new."staffApproval") EXECUTE FUNCTION portcullis_access_changes('id');

ALTER TABLE "StaffVisit"
  ADD CONSTRAINT "StaffVisit_reason" CHECK ("reason" IN ('ticket', 'support', 'set-up', 'billing', 'security', 'legal', 'maintenance')),
  ADD CONSTRAINT "StaffVisit_says_why" CHECK (("ticketId" IS NOT NULL) = ("reason" = 'ticket') AND ("ticketId" IS NULL) = ("ticketNumber" IS NULL)
    AND ("ticketId" IS NOT NULL OR "note" IS NOT NULL)),
  ADD CONSTRAINT "StaffVisit_bounded" CHECK (length("note") <= 500),
  ADD CONSTRAINT "StaffVisit_ends" CHECK ("hours" BETWEEN 1 AND 168 AND "endsAt" > "startedAt" AND "endsAt" <= "startedAt" + interval '8 days'),
  ADD CONSTRAINT "StaffVisit_ended" CHECK (("endedAt" IS NULL) = ("endedBy" IS NULL)
    AND "endedBy" IN ('owner', 'staff', 'time', 'replaced', 'team')),
  ADD CONSTRAINT "StaffVisit_approval" CHECK ("approval" IN ('none', 'waiting', 'approved', 'refused')
    AND ("approval" IN ('approved', 'refused')) = ("answeredAt" IS NOT NULL)
    AND ("approval" <> 'refused' OR "endedAt" IS NOT NULL)),
  -- Four eyes.
  ADD CONSTRAINT "StaffVisit_answered_by_another" CHECK ("answeredById" <> "personId"),
  ADD CONSTRAINT "StaffVisit_emergency" CHECK (NOT "emergency" OR ("needsApproval" AND "approval" <> 'none'));
-- Each member of staff has one at a time on an account.
CREATE UNIQUE INDEX "StaffVisit_one_open" ON "StaffVisit" ("accountId", "personId") WHERE "endedAt" IS NULL;

-- It decides what a member of staff may do on their next request: their commands are compared with it, and their open pages end.
CREATE TRIGGER access_changes AFTER INSERT OR UPDATE OR DELETE ON "StaffVisit" FOR EACH ROW
  EXECUTE FUNCTION portcullis_access_changes('personId');

ALTER TABLE "StaffVisit" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ("endsAt", "endedAt", "endedBy", "endedByName", "approval", "answeredById", "answeredByName", "answeredAt")
  ON "StaffVisit" TO portcullis_app;
CREATE POLICY account_only ON "StaffVisit" TO portcullis_app
  USING ("accountId" = portcullis_account()) WITH CHECK ("accountId" = portcullis_account());
GRANT SELECT ON "StaffVisit" TO portcullis_identity, portcullis_staff;
CREATE POLICY identity_reads ON "StaffVisit" FOR SELECT TO portcullis_identity USING (true);
-- Their own, and what a manager is asked by another one.
CREATE POLICY own_or_asked ON "StaffVisit" FOR SELECT TO portcullis_staff
  USING ("personId" = portcullis_person() OR ("emergency" AND portcullis_manages_team()));
-- The worker notes the end of those whose time is up.
GRANT SELECT, UPDATE ("endedAt", "endedBy") ON "StaffVisit" TO portcullis_worker;
CREATE POLICY worker_ends ON "StaffVisit" TO portcullis_worker USING (true) WITH CHECK (true);

-- Added to, and counted up; never deleted.
ALTER TABLE "StaffRead"
  ADD CONSTRAINT "StaffRead_counted" CHECK ("times" > 0 AND "lastAt" >= "firstAt"),
  ADD CONSTRAINT "StaffRead_bounded" CHECK (length("recordName") <= 300);
ALTER TABLE "StaffRead" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ("times", "lastAt") ON "StaffRead" TO portcullis_app;
CREATE POLICY account_only ON "StaffRead" TO portcullis_app
  USING ("accountId" = portcullis_account()) WITH CHECK ("accountId" = portcullis_account());

-- Whoever leaves the team, or is suspended, loses at once what they had opened: whoever removes them, and however.
CREATE FUNCTION portcullis_visits_end() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  who UUID := coalesce(to_jsonb(old) ->> 'personId', to_jsonb(old) ->> 'id')::uuid;
BEGIN
  UPDATE "StaffVisit" SET "endedAt" = greatest(now(), "startedAt"), "endedBy" = 'team' WHERE "personId" = who AND "endedAt" IS NULL;
  UPDATE "ContactLook" SET "endedAt" = greatest(now(), "startedAt") WHERE "lookerPersonId" = who AND "lookerIsStaff" AND "endedAt" IS NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER visits_end AFTER DELETE ON "StaffMember" FOR EACH ROW EXECUTE FUNCTION portcullis_visits_end();
CREATE TRIGGER visits_end AFTER UPDATE ON "Person" FOR EACH ROW
  WHEN (old."suspendedAt" IS NULL AND new."suspendedAt" IS NOT NULL) EXECUTE FUNCTION portcullis_visits_end();
