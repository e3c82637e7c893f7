-- compatible: the version before never writes Ticket.isClosed and .departmentKey, which the database keeps by itself
-- AlterTable
ALTER TABLE "Ticket" ADD COLUMN     "clockStarts" TIMESTAMPTZ(3)[] DEFAULT ARRAY[]::TIMESTAMPTZ(3)[],
ADD COLUMN     "clockStops" TIMESTAMPTZ(3)[] DEFAULT ARRAY[]::TIMESTAMPTZ(3)[],
ADD COLUMN     "departmentKey" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (
  CASE "department" WHEN 'support' THEN 'support' WHEN 'billing' THEN 'billing' WHEN 'sales' THEN 'sales' END) STORED,
ADD COLUMN     "dueAt" TIMESTAMPTZ(3),
ADD COLUMN     "dueVersion" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "firstRespondedAt" TIMESTAMPTZ(3),
ADD COLUMN     "firstResponseDueAt" TIMESTAMPTZ(3),
ADD COLUMN     "isClosed" BOOLEAN NOT NULL GENERATED ALWAYS AS ("status" = 'closed') STORED,
ADD COLUMN     "mergedIntoId" UUID,
ADD COLUMN     "statusBeforeMerge" "TicketStatus",
ADD COLUMN     "closedBeforeMergeAt" TIMESTAMPTZ(3),
ADD COLUMN     "resolutionDueAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "SupportCalendar" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "timeZone" TEXT NOT NULL,
    "opens" INTEGER[],
    "closes" INTEGER[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "SupportCalendar_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SupportHoliday" (
    "calendarId" INTEGER NOT NULL DEFAULT 1,
    "day" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "SupportHoliday_pkey" PRIMARY KEY ("calendarId","day")
);

-- CreateTable
CREATE TABLE "ServiceLevel" (
    "department" "Department" NOT NULL,
    "priority" "TicketPriority" NOT NULL,
    "firstResponseMinutes" INTEGER,
    "resolutionMinutes" INTEGER,

    CONSTRAINT "ServiceLevel_pkey" PRIMARY KEY ("department","priority")
);

-- CreateTable
CREATE TABLE "CannedReply" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "department" "Department",
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "CannedReply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Tag" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TicketTag" (
    "accountId" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "tagId" UUID NOT NULL,

    CONSTRAINT "TicketTag_pkey" PRIMARY KEY ("accountId","ticketId","tagId")
);

-- CreateTable
CREATE TABLE "TicketLook" (
    "accountId" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "writingAt" TIMESTAMPTZ(3),

    CONSTRAINT "TicketLook_pkey" PRIMARY KEY ("accountId","ticketId","personId")
);

-- CreateIndex
CREATE INDEX "TicketLook_seenAt_idx" ON "TicketLook"("seenAt");

-- CreateIndex
CREATE UNIQUE INDEX "CannedReply_title_key" ON "CannedReply"("title");

-- CreateIndex
CREATE INDEX "TicketTag_tagId_ticketId_idx" ON "TicketTag"("tagId", "ticketId");

-- CreateIndex
CREATE INDEX "Ticket_isClosed_dueAt_id_idx" ON "Ticket"("isClosed", "dueAt", "id");

-- CreateIndex
CREATE INDEX "Ticket_isClosed_closedAt_id_idx" ON "Ticket"("isClosed", "closedAt", "id");

-- CreateIndex
CREATE INDEX "Ticket_departmentKey_isClosed_dueAt_id_idx" ON "Ticket"("departmentKey", "isClosed", "dueAt", "id");

-- CreateIndex
CREATE INDEX "Ticket_departmentKey_isClosed_closedAt_id_idx" ON "Ticket"("departmentKey", "isClosed", "closedAt", "id");

-- CreateIndex
CREATE INDEX "Ticket_assigneeId_isClosed_dueAt_id_idx" ON "Ticket"("assigneeId", "isClosed", "dueAt", "id");

-- CreateIndex
CREATE INDEX "Ticket_accountId_mergedIntoId_idx" ON "Ticket"("accountId", "mergedIntoId");

-- AddForeignKey
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_accountId_mergedIntoId_fkey" FOREIGN KEY ("accountId", "mergedIntoId") REFERENCES "Ticket"("accountId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "SupportHoliday" ADD CONSTRAINT "SupportHoliday_calendarId_fkey" FOREIGN KEY ("calendarId") REFERENCES "SupportCalendar"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TicketTag" ADD CONSTRAINT "TicketTag_accountId_ticketId_fkey" FOREIGN KEY ("accountId", "ticketId") REFERENCES "Ticket"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TicketTag" ADD CONSTRAINT "TicketTag_tagId_fkey" FOREIGN KEY ("tagId") REFERENCES "Tag"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TicketLook" ADD CONSTRAINT "TicketLook_accountId_ticketId_fkey" FOREIGN KEY ("accountId", "ticketId") REFERENCES "Ticket"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TicketLook" ADD CONSTRAINT "TicketLook_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "SupportCalendar" ADD CONSTRAINT "SupportCalendar_only" CHECK ("id" = 1);
ALTER TABLE "SupportCalendar" ADD CONSTRAINT "SupportCalendar_week" CHECK (cardinality("opens") = 7 AND cardinality("closes") = 7);
ALTER TABLE "ServiceLevel" ADD CONSTRAINT "ServiceLevel_positive"
  CHECK (coalesce("firstResponseMinutes", 1) > 0 AND coalesce("resolutionMinutes", 1) > 0);
CREATE UNIQUE INDEX "Tag_name" ON "Tag" (lower("name"));

-- The clock of a ticket, whoever changes it and how: a reply in the portal, by mail or by a job. It runs while the ticket
-- waits for staff, and a closed ticket that is reopened goes on where it stopped. When
-- it is due follows from these times in business hours, which the worker computes.
CREATE FUNCTION portcullis_ticket_clock() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  spans int := coalesce(cardinality(old."clockStarts"), 0);
BEGIN
  IF tg_op = 'INSERT' THEN
    new."clockStarts" := ARRAY[new."createdAt"];
    new."clockStops" := CASE WHEN new."status" = 'open' THEN '{}' ELSE ARRAY[new."lastMessageAt"] END;
    IF new."status" = 'answered' THEN
      new."firstRespondedAt" := coalesce(new."firstRespondedAt", new."lastMessageAt");
    END IF;
    RETURN new;
  END IF;
  IF new."status" = old."status" AND new."priority" = old."priority" AND new."department" = old."department" THEN
    RETURN new;
  END IF;
  new."dueVersion" := 0;
  IF new."status" <> old."status" THEN
    IF new."status" = 'open' THEN
      -- After a hundred breaks the last one no longer counts: the list stays short.
      IF spans >= 100 THEN
        new."clockStops" := new."clockStops"[1:spans - 1];
      ELSE
        new."clockStarts" := new."clockStarts" || now();
      END IF;
    ELSIF old."status" = 'open' THEN
      new."clockStops" := new."clockStops" || now();
    END IF;
    IF new."status" = 'answered' THEN
      new."firstRespondedAt" := coalesce(new."firstRespondedAt", now());
    END IF;
    IF new."status" <> 'open' THEN
      new."dueAt" := NULL;
    END IF;
  END IF;
  RETURN new;
END
$$;
CREATE TRIGGER clock BEFORE INSERT OR UPDATE OF "status", "priority", "department" ON "Ticket" FOR EACH ROW
  EXECUTE FUNCTION portcullis_ticket_clock();

-- Tickets from before: as if their last message had ended the wait.
UPDATE "Ticket" SET "clockStarts" = ARRAY[CASE "status" WHEN 'open' THEN "lastMessageAt" ELSE "createdAt" END],
  "clockStops" = CASE "status" WHEN 'open' THEN '{}' ELSE ARRAY["lastMessageAt"] END,
  "firstRespondedAt" = (SELECT min(m."createdAt") FROM "TicketMessage" m
    WHERE m."accountId" = "Ticket"."accountId" AND m."ticketId" = "Ticket"."id" AND m."authorIsStaff" AND NOT m."internal");

-- The worker hears of what has to be computed anew.
CREATE FUNCTION portcullis_due_times() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('portcullis_due', '');
  RETURN null;
END
$$;
CREATE TRIGGER due_times AFTER INSERT OR UPDATE OF "status", "priority", "department" ON "Ticket" FOR EACH STATEMENT
  EXECUTE FUNCTION portcullis_due_times();
CREATE TRIGGER due_times AFTER INSERT OR UPDATE ON "SupportCalendar" FOR EACH STATEMENT EXECUTE FUNCTION portcullis_due_times();
CREATE INDEX "Ticket_to_compute" ON "Ticket" ("dueVersion", "id") WHERE "status" = 'open';
GRANT SELECT, UPDATE ("firstResponseDueAt", "resolutionDueAt", "dueAt", "dueVersion") ON "Ticket" TO portcullis_worker;
CREATE POLICY due_times ON "Ticket" TO portcullis_worker USING (true) WITH CHECK (true);

-- Staff read tickets over all accounts: which of them, their permission decides.
GRANT SELECT ON "Ticket", "TicketMessage", "TicketTag" TO portcullis_staff;
CREATE POLICY staff_reads ON "Ticket" FOR SELECT TO portcullis_staff USING (true);
CREATE POLICY staff_reads ON "TicketMessage" FOR SELECT TO portcullis_staff USING (true);

-- What staff set up for themselves. Within an account, too, it is read by them alone.
DO $$
DECLARE
  own text;
BEGIN
  FOREACH own IN ARRAY ARRAY['SupportCalendar', 'SupportHoliday', 'ServiceLevel', 'CannedReply', 'Tag'] LOOP
    EXECUTE format('alter table %I enable row level security', own);
    EXECUTE format('grant select on %I to portcullis_app', own);
    EXECUTE format('create policy team_reads on %I for select to portcullis_app using (exists (
      select 1 from "StaffMember" s where s."personId" = portcullis_person()))', own);
    EXECUTE format('grant select, insert, update, delete on %I to portcullis_staff', own);
    EXECUTE format('create policy team on %I to portcullis_staff using (portcullis_on_team()) with check (portcullis_on_team())', own);
  END LOOP;
  FOREACH own IN ARRAY ARRAY['SupportCalendar', 'SupportHoliday', 'ServiceLevel'] LOOP
    EXECUTE format('grant select on %I to portcullis_worker', own);
    EXECUTE format('create policy worker_reads on %I for select to portcullis_worker using (true)', own);
  END LOOP;
END
$$;
ALTER TABLE "TicketTag" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "TicketTag" TO portcullis_app;
CREATE POLICY account_only ON "TicketTag" TO portcullis_app
  USING ("accountId" = portcullis_account()) WITH CHECK ("accountId" = portcullis_account());
CREATE POLICY team_only ON "TicketTag" AS RESTRICTIVE TO portcullis_app
  USING (EXISTS (SELECT 1 FROM "StaffMember" s WHERE s."personId" = portcullis_person()))
  WITH CHECK (EXISTS (SELECT 1 FROM "StaffMember" s WHERE s."personId" = portcullis_person()));
ALTER TABLE "TicketLook" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "TicketLook" TO portcullis_app;
CREATE POLICY account_only ON "TicketLook" TO portcullis_app
  USING ("accountId" = portcullis_account()) WITH CHECK ("accountId" = portcullis_account());
CREATE POLICY team_only ON "TicketLook" AS RESTRICTIVE TO portcullis_app
  USING (EXISTS (SELECT 1 FROM "StaffMember" s WHERE s."personId" = portcullis_person()))
  WITH CHECK (EXISTS (SELECT 1 FROM "StaffMember" s WHERE s."personId" = portcullis_person()));
CREATE POLICY staff_reads ON "TicketTag" FOR SELECT TO portcullis_staff USING (true);
GRANT SELECT, DELETE ON "TicketLook" TO portcullis_worker;
CREATE POLICY worker_clears ON "TicketLook" TO portcullis_worker USING (true);

-- A merged ticket keeps its messages and points at the one it was merged into. What would let it wait for somebody, whoever
-- does it and how, lets the other one wait instead.
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_merged_elsewhere" CHECK ("mergedIntoId" <> "id");
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_merged_closed"
  CHECK (("mergedIntoId" IS NULL) = ("statusBeforeMerge" IS NULL) AND ("mergedIntoId" IS NULL OR "status" = 'closed'));
CREATE FUNCTION portcullis_merged_ticket() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF new."status" <> 'closed' THEN
    UPDATE "Ticket" SET "status" = new."status", "closedAt" = NULL, "lastMessageAt" = greatest("lastMessageAt", new."lastMessageAt")
      WHERE "accountId" = new."accountId" AND "id" = new."mergedIntoId";
    new."status" := 'closed';
    new."closedAt" := old."closedAt";
  END IF;
  RETURN new;
END
$$;
-- Before the clock, by its name: triggers run in the order of theirs.
CREATE TRIGGER a_merged BEFORE UPDATE OF "status" ON "Ticket" FOR EACH ROW
  WHEN (old."mergedIntoId" IS NOT NULL AND new."mergedIntoId" IS NOT NULL) EXECUTE FUNCTION portcullis_merged_ticket();
