-- compatible: the version before never writes Notification.discussionThreadId, which is new
-- CreateEnum
CREATE TYPE "DiscussionLevel" AS ENUM ('none', 'mentions', 'all');

-- CreateEnum
CREATE TYPE "DiscussionFrequency" AS ENUM ('atOnce', 'daily', 'weekly');

-- AlterTable
ALTER TABLE "Notification" ADD COLUMN     "discussionThreadId" UUID;

-- CreateTable
CREATE TABLE "DiscussionGroup" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "isPrivate" BOOLEAN NOT NULL,
    "ownerContactId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "nameSearch" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (portcullis_search_text("name")) STORED,

    CONSTRAINT "DiscussionGroup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DiscussionMember" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "invitedByName" TEXT,
    "joinedAt" TIMESTAMPTZ(3),
    "level" "DiscussionLevel" NOT NULL DEFAULT 'all',
    "frequency" "DiscussionFrequency" NOT NULL DEFAULT 'daily',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DiscussionMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DiscussionThread" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "startedByContactId" UUID,
    "startedByName" TEXT NOT NULL,
    "pinned" INTEGER NOT NULL DEFAULT 0,
    "closedAt" TIMESTAMPTZ(3),
    "closedByName" TEXT,
    "lastNumber" INTEGER NOT NULL DEFAULT 0,
    "lastReplyAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "titleSearch" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (portcullis_search_text("title")) STORED,

    CONSTRAINT "DiscussionThread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DiscussionReply" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "authorContactId" UUID,
    "authorName" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "editedAt" TIMESTAMPTZ(3),
    "editedByName" TEXT,
    "deletedAt" TIMESTAMPTZ(3),
    "deletedByName" TEXT,

    CONSTRAINT "DiscussionReply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DiscussionRevision" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "replyId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "replacedBy" TEXT NOT NULL,
    "replacedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DiscussionRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DiscussionMention" (
    "accountId" UUID NOT NULL,
    "replyId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "number" INTEGER NOT NULL,

    CONSTRAINT "DiscussionMention_pkey" PRIMARY KEY ("accountId","replyId","contactId")
);

-- CreateTable
CREATE TABLE "ThreadSubscription" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "level" "DiscussionLevel" NOT NULL,
    "frequency" "DiscussionFrequency" NOT NULL,

    CONSTRAINT "ThreadSubscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DiscussionReading" (
    "accountId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "readNumber" INTEGER NOT NULL DEFAULT 0,
    "mailedNumber" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "DiscussionReading_pkey" PRIMARY KEY ("accountId","threadId","contactId")
);

-- CreateTable
CREATE TABLE "DiscussionDigest" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "frequency" "DiscussionFrequency" NOT NULL,
    "timeZone" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DiscussionDigest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Link" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "addedByContactId" UUID,
    "addedByName" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "titleSearch" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (portcullis_search_text("title")) STORED,
    "search" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (
      portcullis_search_text("title" || ' ' || "domain" || ' ' || "description")) STORED,

    CONSTRAINT "Link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DiscussionGroup_accountId_nameSearch_id_idx" ON "DiscussionGroup"("accountId", "nameSearch", "id");

-- CreateIndex
CREATE INDEX "DiscussionGroup_accountId_createdAt_id_idx" ON "DiscussionGroup"("accountId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "DiscussionGroup_accountId_ownerContactId_idx" ON "DiscussionGroup"("accountId", "ownerContactId");

-- CreateIndex
CREATE UNIQUE INDEX "DiscussionGroup_accountId_id_key" ON "DiscussionGroup"("accountId", "id");

-- CreateIndex
CREATE INDEX "DiscussionMember_accountId_contactId_idx" ON "DiscussionMember"("accountId", "contactId");

-- CreateIndex
CREATE UNIQUE INDEX "DiscussionMember_accountId_id_key" ON "DiscussionMember"("accountId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "DiscussionMember_accountId_groupId_contactId_key" ON "DiscussionMember"("accountId", "groupId", "contactId");

-- CreateIndex
CREATE INDEX "DiscussionThread_accountId_groupId_pinned_lastReplyAt_id_idx" ON "DiscussionThread"("accountId", "groupId", "pinned", "lastReplyAt", "id");

-- CreateIndex
CREATE INDEX "DiscussionThread_accountId_lastReplyAt_id_idx" ON "DiscussionThread"("accountId", "lastReplyAt", "id");

-- CreateIndex
CREATE INDEX "DiscussionThread_accountId_startedByContactId_idx" ON "DiscussionThread"("accountId", "startedByContactId");

-- CreateIndex
CREATE UNIQUE INDEX "DiscussionThread_accountId_id_key" ON "DiscussionThread"("accountId", "id");

-- CreateIndex
CREATE INDEX "DiscussionReply_accountId_authorContactId_idx" ON "DiscussionReply"("accountId", "authorContactId");

-- CreateIndex
CREATE UNIQUE INDEX "DiscussionReply_accountId_id_key" ON "DiscussionReply"("accountId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "DiscussionReply_accountId_threadId_number_key" ON "DiscussionReply"("accountId", "threadId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "DiscussionRevision_accountId_id_key" ON "DiscussionRevision"("accountId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "DiscussionRevision_accountId_replyId_version_key" ON "DiscussionRevision"("accountId", "replyId", "version");

-- CreateIndex
CREATE INDEX "DiscussionMention_accountId_contactId_threadId_number_idx" ON "DiscussionMention"("accountId", "contactId", "threadId", "number");

-- CreateIndex
CREATE INDEX "ThreadSubscription_accountId_contactId_idx" ON "ThreadSubscription"("accountId", "contactId");

-- CreateIndex
CREATE UNIQUE INDEX "ThreadSubscription_accountId_id_key" ON "ThreadSubscription"("accountId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ThreadSubscription_accountId_threadId_contactId_key" ON "ThreadSubscription"("accountId", "threadId", "contactId");

-- CreateIndex
CREATE INDEX "DiscussionReading_accountId_contactId_idx" ON "DiscussionReading"("accountId", "contactId");

-- CreateIndex
CREATE INDEX "DiscussionDigest_dueAt_id_idx" ON "DiscussionDigest"("dueAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "DiscussionDigest_accountId_id_key" ON "DiscussionDigest"("accountId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "DiscussionDigest_accountId_contactId_frequency_key" ON "DiscussionDigest"("accountId", "contactId", "frequency");

-- CreateIndex
CREATE INDEX "Link_accountId_titleSearch_id_idx" ON "Link"("accountId", "titleSearch", "id");

-- CreateIndex
CREATE INDEX "Link_accountId_domain_id_idx" ON "Link"("accountId", "domain", "id");

-- CreateIndex
CREATE INDEX "Link_accountId_createdAt_id_idx" ON "Link"("accountId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Link_accountId_addedByContactId_idx" ON "Link"("accountId", "addedByContactId");

-- CreateIndex
CREATE UNIQUE INDEX "Link_accountId_id_key" ON "Link"("accountId", "id");

-- CreateIndex
CREATE INDEX "Notification_accountId_discussionThreadId_idx" ON "Notification"("accountId", "discussionThreadId");

-- AddForeignKey
ALTER TABLE "DiscussionGroup" ADD CONSTRAINT "DiscussionGroup_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DiscussionGroup" ADD CONSTRAINT "DiscussionGroup_accountId_ownerContactId_fkey" FOREIGN KEY ("accountId", "ownerContactId") REFERENCES "Contact"("accountId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "DiscussionMember" ADD CONSTRAINT "DiscussionMember_accountId_groupId_fkey" FOREIGN KEY ("accountId", "groupId") REFERENCES "DiscussionGroup"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DiscussionMember" ADD CONSTRAINT "DiscussionMember_accountId_contactId_fkey" FOREIGN KEY ("accountId", "contactId") REFERENCES "Contact"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DiscussionThread" ADD CONSTRAINT "DiscussionThread_accountId_groupId_fkey" FOREIGN KEY ("accountId", "groupId") REFERENCES "DiscussionGroup"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DiscussionThread" ADD CONSTRAINT "DiscussionThread_accountId_startedByContactId_fkey" FOREIGN KEY ("accountId", "startedByContactId") REFERENCES "Contact"("accountId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "DiscussionReply" ADD CONSTRAINT "DiscussionReply_accountId_threadId_fkey" FOREIGN KEY ("accountId", "threadId") REFERENCES "DiscussionThread"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DiscussionReply" ADD CONSTRAINT "DiscussionReply_accountId_authorContactId_fkey" FOREIGN KEY ("accountId", "authorContactId") REFERENCES "Contact"("accountId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "DiscussionRevision" ADD CONSTRAINT "DiscussionRevision_accountId_replyId_fkey" FOREIGN KEY ("accountId", "replyId") REFERENCES "DiscussionReply"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DiscussionMention" ADD CONSTRAINT "DiscussionMention_accountId_replyId_fkey" FOREIGN KEY ("accountId", "replyId") REFERENCES "DiscussionReply"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DiscussionMention" ADD CONSTRAINT "DiscussionMention_accountId_contactId_fkey" FOREIGN KEY ("accountId", "contactId") REFERENCES "Contact"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadSubscription" ADD CONSTRAINT "ThreadSubscription_accountId_threadId_fkey" FOREIGN KEY ("accountId", "threadId") REFERENCES "DiscussionThread"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadSubscription" ADD CONSTRAINT "ThreadSubscription_accountId_contactId_fkey" FOREIGN KEY ("accountId", "contactId") REFERENCES "Contact"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DiscussionReading" ADD CONSTRAINT "DiscussionReading_accountId_threadId_fkey" FOREIGN KEY ("accountId", "threadId") REFERENCES "DiscussionThread"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DiscussionReading" ADD CONSTRAINT "DiscussionReading_accountId_contactId_fkey" FOREIGN KEY ("accountId", "contactId") REFERENCES "Contact"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DiscussionDigest" ADD CONSTRAINT "DiscussionDigest_accountId_contactId_fkey" FOREIGN KEY ("accountId", "contactId") REFERENCES "Contact"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Link" ADD CONSTRAINT "Link_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Link" ADD CONSTRAINT "Link_accountId_addedByContactId_fkey" FOREIGN KEY ("accountId", "addedByContactId") REFERENCES "Contact"("accountId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_accountId_discussionThreadId_fkey" FOREIGN KEY ("accountId", "discussionThreadId") REFERENCES "DiscussionThread"("accountId", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- What is bounded in the forms is bounded here too.
ALTER TABLE "DiscussionGroup" ADD CONSTRAINT "DiscussionGroup_bounded"
  CHECK (char_length("name") BETWEEN 1 AND 100 AND char_length("description") <= 1000);
ALTER TABLE "DiscussionThread" ADD CONSTRAINT "DiscussionThread_bounded" CHECK (char_length("title") BETWEEN 1 AND 200 AND "pinned" IN (0, 1));
ALTER TABLE "DiscussionReply" ADD CONSTRAINT "DiscussionReply_bounded"
  CHECK (char_length("body") <= 20000 AND ("deletedAt" IS NULL) = ("body" <> '') AND ("deletedAt" IS NULL) = ("deletedByName" IS NULL));
ALTER TABLE "Link" ADD CONSTRAINT "Link_bounded" CHECK (char_length("title") BETWEEN 1 AND 200
  AND char_length("url") <= 2000 AND char_length("description") <= 1000);
-- Whatever writes it: a web address without credentials.
ALTER TABLE "Link" ADD CONSTRAINT "Link_web_address" CHECK ("url" ~ '^https?://[^/?#@[:space:]]+([/?#]|$)');

DO $$
DECLARE
  owned TEXT;
BEGIN
  FOREACH owned IN ARRAY ARRAY['DiscussionGroup', 'DiscussionMember', 'DiscussionThread', 'DiscussionReply', 'DiscussionRevision',
    'DiscussionMention', 'ThreadSubscription', 'DiscussionReading', 'DiscussionDigest', 'Link'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO portcullis_app', owned);
    EXECUTE format('CREATE POLICY account_only ON %I TO portcullis_app
      USING ("accountId" = portcullis_account()) WITH CHECK ("accountId" = portcullis_account())', owned);
  END LOOP;
END
$$;

-- The team's own list of notifications joins what customers' are about: for them there is nothing in it, as there is no policy.
GRANT SELECT ON "DiscussionThread", "DiscussionGroup", "DiscussionMember" TO portcullis_staff;

-- The worker looks for digests that are due, and for nothing in them.
GRANT SELECT ("id", "accountId", "dueAt") ON "DiscussionDigest" TO portcullis_worker;
CREATE POLICY worker_looks ON "DiscussionDigest" FOR SELECT TO portcullis_worker USING (true);
