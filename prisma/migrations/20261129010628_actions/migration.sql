-- compatible: the version before never writes Notification.actionId, which is new
-- AlterTable
ALTER TABLE "Notification" ADD COLUMN     "actionId" UUID;

-- CreateTable
CREATE TABLE "Action" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "details" TEXT NOT NULL DEFAULT '',
    "dueOn" DATE,
    "status" TEXT NOT NULL DEFAULT 'notStarted',
    "createdByContactId" UUID,
    "createdByName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    "remindAt" TIMESTAMPTZ(3),
    "doneOrder" INTEGER NOT NULL GENERATED ALWAYS AS (CASE WHEN "status" IN ('complete', 'closed') THEN 1 ELSE 0 END) STORED,
    "search" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (portcullis_search_text("title" || ' ' || "details")) STORED,

    CONSTRAINT "Action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActionAssignment" (
    "accountId" UUID NOT NULL,
    "actionId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'notStarted',
    "note" TEXT NOT NULL DEFAULT '',
    "assignedByName" TEXT NOT NULL,
    "assignedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reportedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ActionAssignment_pkey" PRIMARY KEY ("accountId","actionId","contactId")
);

-- CreateTable
CREATE TABLE "ActionComment" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "actionId" UUID NOT NULL,
    "authorContactId" UUID,
    "authorPersonId" UUID NOT NULL,
    "authorName" TEXT NOT NULL,
    "private" BOOLEAN NOT NULL DEFAULT false,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ActionComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActionChange" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "actionId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "byName" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "personName" TEXT,
    "before" TEXT,
    "after" TEXT,

    CONSTRAINT "ActionChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActionReminder" (
    "accountId" UUID NOT NULL,
    "actionId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "dueOn" DATE NOT NULL,
    "stage" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ActionReminder_pkey" PRIMARY KEY ("accountId","actionId","contactId","dueOn","stage")
);

-- CreateTable
CREATE TABLE "ActionNumber" (
    "accountId" UUID NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "ActionNumber_pkey" PRIMARY KEY ("accountId")
);

-- CreateIndex
CREATE INDEX "Action_accountId_doneOrder_dueOn_id_idx" ON "Action"("accountId", "doneOrder", "dueOn", "id");

-- CreateIndex
CREATE INDEX "Action_accountId_changedAt_id_idx" ON "Action"("accountId", "changedAt", "id");

-- CreateIndex
CREATE INDEX "Action_accountId_status_id_idx" ON "Action"("accountId", "status", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Action_accountId_id_key" ON "Action"("accountId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Action_accountId_number_key" ON "Action"("accountId", "number");

-- CreateIndex
CREATE INDEX "ActionAssignment_accountId_contactId_actionId_idx" ON "ActionAssignment"("accountId", "contactId", "actionId");

-- CreateIndex
CREATE INDEX "ActionComment_accountId_actionId_createdAt_idx" ON "ActionComment"("accountId", "actionId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "ActionComment_accountId_id_key" ON "ActionComment"("accountId", "id");

-- CreateIndex
CREATE INDEX "ActionChange_accountId_actionId_at_idx" ON "ActionChange"("accountId", "actionId", "at");

-- CreateIndex
CREATE INDEX "ActionReminder_accountId_contactId_idx" ON "ActionReminder"("accountId", "contactId");

-- CreateIndex
CREATE INDEX "Notification_accountId_actionId_idx" ON "Notification"("accountId", "actionId");

-- AddForeignKey
ALTER TABLE "Action" ADD CONSTRAINT "Action_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Action" ADD CONSTRAINT "Action_accountId_createdByContactId_fkey" FOREIGN KEY ("accountId", "createdByContactId") REFERENCES "Contact"("accountId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ActionAssignment" ADD CONSTRAINT "ActionAssignment_accountId_actionId_fkey" FOREIGN KEY ("accountId", "actionId") REFERENCES "Action"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionAssignment" ADD CONSTRAINT "ActionAssignment_accountId_contactId_fkey" FOREIGN KEY ("accountId", "contactId") REFERENCES "Contact"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionComment" ADD CONSTRAINT "ActionComment_accountId_actionId_fkey" FOREIGN KEY ("accountId", "actionId") REFERENCES "Action"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionComment" ADD CONSTRAINT "ActionComment_accountId_authorContactId_fkey" FOREIGN KEY ("accountId", "authorContactId") REFERENCES "Contact"("accountId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ActionChange" ADD CONSTRAINT "ActionChange_accountId_actionId_fkey" FOREIGN KEY ("accountId", "actionId") REFERENCES "Action"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionReminder" ADD CONSTRAINT "ActionReminder_accountId_actionId_fkey" FOREIGN KEY ("accountId", "actionId") REFERENCES "Action"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionReminder" ADD CONSTRAINT "ActionReminder_accountId_contactId_fkey" FOREIGN KEY ("accountId", "contactId") REFERENCES "Contact"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionNumber" ADD CONSTRAINT "ActionNumber_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_accountId_actionId_fkey" FOREIGN KEY ("accountId", "actionId") REFERENCES "Action"("accountId", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

ALTER TABLE "Action" ADD CONSTRAINT "Action_bounded" CHECK ("number" > 0 AND length("title") BETWEEN 1 AND 200 AND length("details") <= 20000);
ALTER TABLE "Action" ADD CONSTRAINT "Action_status" CHECK ("status" IN ('notStarted', 'onHold', 'inProgress', 'complete', 'closed'));
ALTER TABLE "ActionAssignment" ADD CONSTRAINT "ActionAssignment_status"
  CHECK ("status" IN ('notStarted', 'onHold', 'inProgress', 'complete') AND length("note") <= 2000);
ALTER TABLE "ActionComment" ADD CONSTRAINT "ActionComment_bounded" CHECK (length("body") BETWEEN 1 AND 20000);
ALTER TABLE "ActionReminder" ADD CONSTRAINT "ActionReminder_stage" CHECK ("stage" IN ('before', 'due', 'overdue'));

DO $$
DECLARE
  owned TEXT;
BEGIN
  FOREACH owned IN ARRAY ARRAY['Action', 'ActionAssignment', 'ActionComment', 'ActionChange', 'ActionReminder', 'ActionNumber'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('CREATE POLICY account_only ON %I TO portcullis_app
      USING ("accountId" = portcullis_account()) WITH CHECK ("accountId" = portcullis_account())', owned);
  END LOOP;
END
$$;
-- Nothing is deleted but an assignment and a comment: what was decided is closed, and the history stays.
GRANT SELECT, INSERT, UPDATE ON "Action", "ActionNumber" TO portcullis_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "ActionAssignment" TO portcullis_app;
GRANT SELECT, INSERT, DELETE ON "ActionComment" TO portcullis_app;
GRANT SELECT, INSERT ON "ActionChange", "ActionReminder" TO portcullis_app;

-- A private note is its author's alone, and nobody writes as somebody else: beside the account policy, which it narrows.
CREATE POLICY private_to_author ON "ActionComment" AS RESTRICTIVE FOR SELECT TO portcullis_app
  USING (NOT "private" OR "authorPersonId" = portcullis_person());
CREATE POLICY author_writes ON "ActionComment" AS RESTRICTIVE FOR INSERT TO portcullis_app
  WITH CHECK ("authorPersonId" = portcullis_person());
CREATE POLICY author_deletes ON "ActionComment" AS RESTRICTIVE FOR DELETE TO portcullis_app
  USING ("authorPersonId" = portcullis_person());

-- What the worker asks every hour: which actions it has to look at. It reads no text.
CREATE INDEX "Action_remindAt" ON "Action" ("remindAt", "id") WHERE "remindAt" IS NOT NULL;
GRANT SELECT ("id", "accountId", "remindAt") ON "Action" TO portcullis_worker;
CREATE POLICY worker_reminds ON "Action" FOR SELECT TO portcullis_worker USING ("remindAt" IS NOT NULL);

-- The team's list of notifications joins whatever a notification can be about. It sees no row: there is no policy for it.
GRANT SELECT ("id", "accountId", "number", "title") ON "Action" TO portcullis_staff;
