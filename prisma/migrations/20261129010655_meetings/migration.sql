-- compatible: the version before never writes Notification.meetingId and OutboxMail.calendar, which are new
-- CreateEnum
CREATE TYPE "MeetingStatus" AS ENUM ('draft', 'scheduled', 'cancelled');

-- CreateEnum
CREATE TYPE "MinutesStatus" AS ENUM ('open', 'circulated', 'signed');

-- CreateEnum
CREATE TYPE "MeetingAnswer" AS ENUM ('none', 'accepted', 'apologies');

-- CreateEnum
CREATE TYPE "MeetingPresence" AS ENUM ('present', 'apologies', 'absent');

-- CreateEnum
CREATE TYPE "MeetingFeatureName" AS ENUM ('addPaper', 'takeMinutes', 'seeDraftMinutes', 'manageAttendees', 'seeActions');

-- AlterTable
ALTER TABLE "OutboxMail" ADD COLUMN     "calendar" TEXT;

-- AlterTable
ALTER TABLE "Notification" ADD COLUMN     "meetingId" UUID;

-- CreateTable
CREATE TABLE "MeetingType" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "agenda" TEXT NOT NULL DEFAULT '',
    "minutesLong" INTEGER NOT NULL DEFAULT 60,
    "place" TEXT NOT NULL DEFAULT '',
    "draftsOpen" BOOLEAN NOT NULL DEFAULT false,
    "retired" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "MeetingType_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Meeting" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "typeId" UUID,
    "title" TEXT NOT NULL,
    "createdByContactId" UUID,
    "createdByName" TEXT NOT NULL,
    "chairContactId" UUID,
    "minuteTakerContactId" UUID,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "zone" TEXT NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "url" TEXT,
    "status" "MeetingStatus" NOT NULL DEFAULT 'draft',
    "minutesStatus" "MinutesStatus" NOT NULL DEFAULT 'open',
    "guests" TEXT NOT NULL DEFAULT '',
    "cancelReason" TEXT,
    "cancelledAt" TIMESTAMPTZ(3),
    "agendaChanged" BOOLEAN NOT NULL DEFAULT true,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "titleSearch" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (portcullis_search_text("title")) STORED,

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingInvitation" (
    "accountId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "invitedByName" TEXT NOT NULL,
    "invitedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" "MeetingAnswer" NOT NULL DEFAULT 'none',
    "note" TEXT NOT NULL DEFAULT '',
    "answeredAt" TIMESTAMPTZ(3),
    "presence" "MeetingPresence",
    "arrivedAt" TIMESTAMPTZ(3),
    "leftAt" TIMESTAMPTZ(3),

    CONSTRAINT "MeetingInvitation_pkey" PRIMARY KEY ("accountId","meetingId","contactId")
);

-- CreateTable
CREATE TABLE "MeetingItem" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "minutesLong" INTEGER,
    "presenterId" UUID,
    "numbered" BOOLEAN NOT NULL DEFAULT true,
    "notes" TEXT NOT NULL DEFAULT '',
    "confidential" BOOLEAN NOT NULL DEFAULT false,
    "neutralTitle" TEXT NOT NULL DEFAULT '',
    "minutes" TEXT NOT NULL DEFAULT '',
    "minutesVersion" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "MeetingItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingItemReader" (
    "accountId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "contactId" UUID NOT NULL,

    CONSTRAINT "MeetingItemReader_pkey" PRIMARY KEY ("accountId","itemId","contactId")
);

-- CreateTable
CREATE TABLE "MeetingRevision" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publishedByName" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "content" JSONB NOT NULL,

    CONSTRAINT "MeetingRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingFeature" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "name" "MeetingFeatureName" NOT NULL,
    "openToInvited" BOOLEAN NOT NULL DEFAULT false,
    "openedByName" TEXT,
    "openedAt" TIMESTAMPTZ(3),

    CONSTRAINT "MeetingFeature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingOpening" (
    "accountId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "featureId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "openedByName" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MeetingOpening_pkey" PRIMARY KEY ("accountId","featureId","contactId")
);

-- CreateTable
CREATE TABLE "MeetingPaper" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "itemId" UUID,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "addedByContactId" UUID,
    "addedByName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MeetingPaper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingComment" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "itemId" UUID,
    "authorContactId" UUID,
    "authorName" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MeetingComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingSignOff" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "signedByContactId" UUID,
    "signedByName" TEXT NOT NULL,
    "signedAt" TIMESTAMPTZ(3) NOT NULL,
    "hash" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "unlockedAt" TIMESTAMPTZ(3),
    "unlockedByName" TEXT,

    CONSTRAINT "MeetingSignOff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingUnlock" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "signOffId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "requestedByContactId" UUID,
    "requestedByName" TEXT NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "approved" BOOLEAN,
    "decidedByName" TEXT,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "MeetingUnlock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingFeed" (
    "accountId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MeetingFeed_pkey" PRIMARY KEY ("accountId","contactId")
);

-- CreateIndex
CREATE UNIQUE INDEX "MeetingType_accountId_id_key" ON "MeetingType"("accountId", "id");

-- CreateIndex
CREATE INDEX "MeetingType_accountId_name_idx" ON "MeetingType"("accountId", "name");

-- CreateIndex
CREATE INDEX "Meeting_accountId_startsAt_id_idx" ON "Meeting"("accountId", "startsAt", "id");

-- CreateIndex
CREATE INDEX "Meeting_accountId_titleSearch_id_idx" ON "Meeting"("accountId", "titleSearch", "id");

-- CreateIndex
CREATE INDEX "Meeting_accountId_createdByContactId_idx" ON "Meeting"("accountId", "createdByContactId");

-- CreateIndex
CREATE INDEX "Meeting_accountId_chairContactId_idx" ON "Meeting"("accountId", "chairContactId");

-- CreateIndex
CREATE INDEX "Meeting_accountId_minuteTakerContactId_idx" ON "Meeting"("accountId", "minuteTakerContactId");

-- CreateIndex
CREATE INDEX "Meeting_accountId_typeId_idx" ON "Meeting"("accountId", "typeId");

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_accountId_id_key" ON "Meeting"("accountId", "id");

-- CreateIndex
CREATE INDEX "MeetingInvitation_accountId_contactId_meetingId_idx" ON "MeetingInvitation"("accountId", "contactId", "meetingId");

-- CreateIndex
CREATE INDEX "MeetingItem_accountId_meetingId_position_idx" ON "MeetingItem"("accountId", "meetingId", "position");

-- CreateIndex
CREATE INDEX "MeetingItem_accountId_presenterId_idx" ON "MeetingItem"("accountId", "presenterId");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingItem_accountId_id_key" ON "MeetingItem"("accountId", "id");

-- CreateIndex
CREATE INDEX "MeetingItemReader_accountId_contactId_idx" ON "MeetingItemReader"("accountId", "contactId");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingRevision_accountId_meetingId_number_key" ON "MeetingRevision"("accountId", "meetingId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingFeature_accountId_id_key" ON "MeetingFeature"("accountId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingFeature_accountId_meetingId_id_key" ON "MeetingFeature"("accountId", "meetingId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingFeature_accountId_meetingId_name_key" ON "MeetingFeature"("accountId", "meetingId", "name");

-- CreateIndex
CREATE INDEX "MeetingOpening_accountId_meetingId_contactId_idx" ON "MeetingOpening"("accountId", "meetingId", "contactId");

-- CreateIndex
CREATE INDEX "MeetingPaper_accountId_meetingId_createdAt_idx" ON "MeetingPaper"("accountId", "meetingId", "createdAt");

-- CreateIndex
CREATE INDEX "MeetingPaper_accountId_itemId_idx" ON "MeetingPaper"("accountId", "itemId");

-- CreateIndex
CREATE INDEX "MeetingPaper_accountId_addedByContactId_idx" ON "MeetingPaper"("accountId", "addedByContactId");

-- CreateIndex
CREATE INDEX "MeetingComment_accountId_meetingId_createdAt_idx" ON "MeetingComment"("accountId", "meetingId", "createdAt");

-- CreateIndex
CREATE INDEX "MeetingComment_accountId_itemId_idx" ON "MeetingComment"("accountId", "itemId");

-- CreateIndex
CREATE INDEX "MeetingComment_accountId_authorContactId_idx" ON "MeetingComment"("accountId", "authorContactId");

-- CreateIndex
CREATE INDEX "MeetingSignOff_accountId_signedByContactId_idx" ON "MeetingSignOff"("accountId", "signedByContactId");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingSignOff_accountId_id_key" ON "MeetingSignOff"("accountId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingSignOff_accountId_meetingId_number_key" ON "MeetingSignOff"("accountId", "meetingId", "number");

-- CreateIndex
CREATE INDEX "MeetingUnlock_accountId_meetingId_idx" ON "MeetingUnlock"("accountId", "meetingId");

-- CreateIndex
CREATE INDEX "MeetingUnlock_accountId_signOffId_idx" ON "MeetingUnlock"("accountId", "signOffId");

-- CreateIndex
CREATE INDEX "MeetingUnlock_accountId_requestedByContactId_idx" ON "MeetingUnlock"("accountId", "requestedByContactId");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingFeed_tokenHash_key" ON "MeetingFeed"("tokenHash");

-- CreateIndex
CREATE INDEX "Notification_accountId_meetingId_idx" ON "Notification"("accountId", "meetingId");

-- AddForeignKey
ALTER TABLE "MeetingType" ADD CONSTRAINT "MeetingType_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_accountId_typeId_fkey" FOREIGN KEY ("accountId", "typeId") REFERENCES "MeetingType"("accountId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_accountId_createdByContactId_fkey" FOREIGN KEY ("accountId", "createdByContactId") REFERENCES "Contact"("accountId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_accountId_chairContactId_fkey" FOREIGN KEY ("accountId", "chairContactId") REFERENCES "Contact"("accountId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_accountId_minuteTakerContactId_fkey" FOREIGN KEY ("accountId", "minuteTakerContactId") REFERENCES "Contact"("accountId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "MeetingInvitation" ADD CONSTRAINT "MeetingInvitation_accountId_meetingId_fkey" FOREIGN KEY ("accountId", "meetingId") REFERENCES "Meeting"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingInvitation" ADD CONSTRAINT "MeetingInvitation_accountId_contactId_fkey" FOREIGN KEY ("accountId", "contactId") REFERENCES "Contact"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingItem" ADD CONSTRAINT "MeetingItem_accountId_meetingId_fkey" FOREIGN KEY ("accountId", "meetingId") REFERENCES "Meeting"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingItem" ADD CONSTRAINT "MeetingItem_accountId_presenterId_fkey" FOREIGN KEY ("accountId", "presenterId") REFERENCES "Contact"("accountId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "MeetingItemReader" ADD CONSTRAINT "MeetingItemReader_accountId_itemId_fkey" FOREIGN KEY ("accountId", "itemId") REFERENCES "MeetingItem"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingItemReader" ADD CONSTRAINT "MeetingItemReader_accountId_contactId_fkey" FOREIGN KEY ("accountId", "contactId") REFERENCES "Contact"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingRevision" ADD CONSTRAINT "MeetingRevision_accountId_meetingId_fkey" FOREIGN KEY ("accountId", "meetingId") REFERENCES "Meeting"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingFeature" ADD CONSTRAINT "MeetingFeature_accountId_meetingId_fkey" FOREIGN KEY ("accountId", "meetingId") REFERENCES "Meeting"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingOpening" ADD CONSTRAINT "MeetingOpening_accountId_meetingId_featureId_fkey" FOREIGN KEY ("accountId", "meetingId", "featureId") REFERENCES "MeetingFeature"("accountId", "meetingId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingOpening" ADD CONSTRAINT "MeetingOpening_accountId_meetingId_contactId_fkey" FOREIGN KEY ("accountId", "meetingId", "contactId") REFERENCES "MeetingInvitation"("accountId", "meetingId", "contactId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingPaper" ADD CONSTRAINT "MeetingPaper_accountId_meetingId_fkey" FOREIGN KEY ("accountId", "meetingId") REFERENCES "Meeting"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingPaper" ADD CONSTRAINT "MeetingPaper_accountId_itemId_fkey" FOREIGN KEY ("accountId", "itemId") REFERENCES "MeetingItem"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingPaper" ADD CONSTRAINT "MeetingPaper_accountId_addedByContactId_fkey" FOREIGN KEY ("accountId", "addedByContactId") REFERENCES "Contact"("accountId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "MeetingComment" ADD CONSTRAINT "MeetingComment_accountId_meetingId_fkey" FOREIGN KEY ("accountId", "meetingId") REFERENCES "Meeting"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingComment" ADD CONSTRAINT "MeetingComment_accountId_itemId_fkey" FOREIGN KEY ("accountId", "itemId") REFERENCES "MeetingItem"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingComment" ADD CONSTRAINT "MeetingComment_accountId_authorContactId_fkey" FOREIGN KEY ("accountId", "authorContactId") REFERENCES "Contact"("accountId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "MeetingSignOff" ADD CONSTRAINT "MeetingSignOff_accountId_meetingId_fkey" FOREIGN KEY ("accountId", "meetingId") REFERENCES "Meeting"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingSignOff" ADD CONSTRAINT "MeetingSignOff_accountId_signedByContactId_fkey" FOREIGN KEY ("accountId", "signedByContactId") REFERENCES "Contact"("accountId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "MeetingUnlock" ADD CONSTRAINT "MeetingUnlock_accountId_meetingId_fkey" FOREIGN KEY ("accountId", "meetingId") REFERENCES "Meeting"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingUnlock" ADD CONSTRAINT "MeetingUnlock_accountId_signOffId_fkey" FOREIGN KEY ("accountId", "signOffId") REFERENCES "MeetingSignOff"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingUnlock" ADD CONSTRAINT "MeetingUnlock_accountId_requestedByContactId_fkey" FOREIGN KEY ("accountId", "requestedByContactId") REFERENCES "Contact"("accountId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "MeetingFeed" ADD CONSTRAINT "MeetingFeed_accountId_contactId_fkey" FOREIGN KEY ("accountId", "contactId") REFERENCES "Contact"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_accountId_meetingId_fkey" FOREIGN KEY ("accountId", "meetingId") REFERENCES "Meeting"("accountId", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

ALTER TABLE "OutboxMail" ADD CONSTRAINT "OutboxMail_calendar_bounded" CHECK (length("calendar") <= 20000);
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_ends_after_start" CHECK ("endsAt" > "startsAt");
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_cancelled_whole" CHECK (("status" = 'cancelled') = ("cancelledAt" IS NOT NULL));
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_url_http" CHECK ("url" ~ '^https?://');
ALTER TABLE "MeetingInvitation" ADD CONSTRAINT "MeetingInvitation_answered_whole" CHECK (("answer" = 'none') = ("answeredAt" IS NULL));
ALTER TABLE "MeetingInvitation" ADD CONSTRAINT "MeetingInvitation_times_of_present"
  CHECK ("presence" IS NOT DISTINCT FROM 'present' OR ("arrivedAt" IS NULL AND "leftAt" IS NULL));
ALTER TABLE "MeetingItem" ADD CONSTRAINT "MeetingItem_confidential_named" CHECK (NOT "confidential" OR "neutralTitle" <> '');
ALTER TABLE "MeetingFeature" ADD CONSTRAINT "MeetingFeature_opened_whole"
  CHECK ("openToInvited" = ("openedByName" IS NOT NULL) AND "openToInvited" = ("openedAt" IS NOT NULL));
ALTER TABLE "MeetingSignOff" ADD CONSTRAINT "MeetingSignOff_unlocked_whole" CHECK (("unlockedAt" IS NULL) = ("unlockedByName" IS NULL));
ALTER TABLE "MeetingUnlock" ADD CONSTRAINT "MeetingUnlock_decided_whole"
  CHECK (("approved" IS NULL) = ("decidedAt" IS NULL) AND ("approved" IS NULL) = ("decidedByName" IS NULL));
CREATE UNIQUE INDEX "MeetingType_one_of_a_name" ON "MeetingType" ("accountId", "name") WHERE NOT "retired";
-- Of two people who sign, or who ask to unlock, one comes first.
CREATE UNIQUE INDEX "MeetingSignOff_one_valid" ON "MeetingSignOff" ("accountId", "meetingId") WHERE "unlockedAt" IS NULL;
CREATE UNIQUE INDEX "MeetingUnlock_one_open" ON "MeetingUnlock" ("accountId", "signOffId") WHERE "approved" IS NULL;

DO $$
DECLARE
  owned TEXT;
BEGIN
  FOREACH owned IN ARRAY ARRAY['MeetingType', 'Meeting', 'MeetingInvitation', 'MeetingItem', 'MeetingItemReader', 'MeetingRevision',
      'MeetingFeature', 'MeetingOpening', 'MeetingPaper', 'MeetingComment', 'MeetingSignOff', 'MeetingUnlock', 'MeetingFeed'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO portcullis_app', owned);
    EXECUTE format('CREATE POLICY account_only ON %I TO portcullis_app
      USING ("accountId" = portcullis_account()) WITH CHECK ("accountId" = portcullis_account())', owned);
  END LOOP;
  FOREACH owned IN ARRAY ARRAY['MeetingType', 'Meeting', 'MeetingInvitation', 'MeetingItem', 'MeetingItemReader', 'MeetingFeature',
      'MeetingOpening', 'MeetingPaper', 'MeetingFeed'] LOOP
    EXECUTE format('GRANT UPDATE, DELETE ON %I TO portcullis_app', owned);
  END LOOP;
END
$$;
-- Published agendas, comments and signed minutes stay as they are.
GRANT UPDATE ("unlockedAt", "unlockedByName") ON "MeetingSignOff" TO portcullis_app;
GRANT UPDATE ("approved", "decidedByName", "decidedAt") ON "MeetingUnlock" TO portcullis_app;

-- The list of the team's own notifications names all kinds of records. It has no policy here: staff see no meeting.
GRANT SELECT ON "Meeting", "MeetingInvitation" TO portcullis_staff;

-- Whose calendar it is that reads an address is found before anything of the account is.
GRANT SELECT ON "MeetingFeed" TO portcullis_identity;
CREATE POLICY identity ON "MeetingFeed" FOR SELECT TO portcullis_identity USING (true);

-- Signed minutes are locked, whoever writes: first the meeting, so that whoever signs and whoever writes come one after the other.
CREATE FUNCTION portcullis_refuse_signed(account uuid, meeting uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Meeting" WHERE "accountId" = account AND "id" = meeting FOR SHARE;
  IF EXISTS (SELECT 1 FROM "MeetingSignOff" s WHERE s."accountId" = account AND s."meetingId" = meeting AND s."unlockedAt" IS NULL) THEN
    RAISE EXCEPTION 'The minutes of this meeting are signed.' USING ERRCODE = 'check_violation', CONSTRAINT = 'Meeting_signed';
  END IF;
END
$$;
CREATE FUNCTION portcullis_meeting_locked() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := to_jsonb(old);
  is_now jsonb := to_jsonb(new);
  -- The meeting itself, or what is part of it.
  whose text := CASE WHEN tg_table_name = 'Meeting' THEN 'id' ELSE 'meetingId' END;
BEGIN
  -- What goes with its meeting or account is deleted by the database.
  IF tg_op = 'DELETE' AND pg_trigger_depth() > 1 THEN
    RETURN old;
  END IF;
  IF was IS NOT NULL THEN
    PERFORM portcullis_refuse_signed((was ->> 'accountId')::uuid, (was ->> whose)::uuid);
  END IF;
  IF is_now IS NOT NULL AND (was IS NULL OR was ->> whose <> is_now ->> whose) THEN
    PERFORM portcullis_refuse_signed((is_now ->> 'accountId')::uuid, (is_now ->> whose)::uuid);
  END IF;
  RETURN coalesce(new, old);
END
$$;
CREATE TRIGGER signed_stays BEFORE UPDATE OR DELETE ON "Meeting" FOR EACH ROW EXECUTE FUNCTION portcullis_meeting_locked();
CREATE TRIGGER signed_stays BEFORE INSERT OR UPDATE OR DELETE ON "MeetingItem" FOR EACH ROW EXECUTE FUNCTION portcullis_meeting_locked();
CREATE TRIGGER signed_stays BEFORE INSERT OR UPDATE OR DELETE ON "MeetingPaper" FOR EACH ROW EXECUTE FUNCTION portcullis_meeting_locked();
CREATE TRIGGER signed_stays BEFORE INSERT ON "MeetingComment" FOR EACH ROW EXECUTE FUNCTION portcullis_meeting_locked();
CREATE TRIGGER signed_stays BEFORE INSERT ON "MeetingRevision" FOR EACH ROW EXECUTE FUNCTION portcullis_meeting_locked();
-- Who may read signed minutes can still change. What an attendee answered, and whether they were there, can't.
CREATE TRIGGER signed_stays BEFORE UPDATE ON "MeetingInvitation" FOR EACH ROW EXECUTE FUNCTION portcullis_meeting_locked();

CREATE FUNCTION portcullis_sign_off_alone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF tg_op = 'INSERT' THEN
    PERFORM 1 FROM "Meeting" WHERE "accountId" = new."accountId" AND "id" = new."meetingId" FOR UPDATE;
    RETURN new;
  END IF;
  IF tg_op = 'DELETE' THEN
    IF pg_trigger_depth() > 1 THEN
      RETURN old;
    END IF;
    RAISE EXCEPTION 'A signature is kept.' USING ERRCODE = 'check_violation', CONSTRAINT = 'Meeting_signed';
  END IF;
  IF old."unlockedAt" IS NOT NULL OR to_jsonb(old) - '{unlockedAt,unlockedByName}'::text[] <> to_jsonb(new) - '{unlockedAt,unlockedByName}'::text[] THEN
    RAISE EXCEPTION 'A signature never changes.' USING ERRCODE = 'check_violation', CONSTRAINT = 'Meeting_signed';
  END IF;
  RETURN new;
END
$$;
CREATE TRIGGER sign_off_alone BEFORE INSERT OR UPDATE OR DELETE ON "MeetingSignOff" FOR EACH ROW EXECUTE FUNCTION portcullis_sign_off_alone();

-- A calendar's address ends with the password it was made under, as sessions and tokens do.
CREATE FUNCTION portcullis_feeds_end() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM "MeetingFeed" f USING "Contact" c WHERE c."accountId" = f."accountId" AND c."id" = f."contactId" AND c."personId" = new."id";
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION portcullis_feeds_end() FROM PUBLIC;
CREATE TRIGGER feeds_end AFTER UPDATE OF "passwordHash" ON "Person" FOR EACH ROW
  WHEN (old."passwordHash" IS DISTINCT FROM new."passwordHash") EXECUTE FUNCTION portcullis_feeds_end();
