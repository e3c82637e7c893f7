-- CreateTable
CREATE TABLE "DecisionDismissal" (
    "accountId" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "dismissedByName" TEXT NOT NULL,
    "dismissedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DecisionDismissal_pkey" PRIMARY KEY ("accountId","decisionId","contactId","key")
);

-- CreateTable
CREATE TABLE "FolderOrganisation" (
    "accountId" UUID NOT NULL,
    "folderId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "FolderOrganisation_pkey" PRIMARY KEY ("accountId","folderId","key")
);

-- CreateTable
CREATE TABLE "FolderRecusal" (
    "accountId" UUID NOT NULL,
    "folderId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "decidedByName" TEXT NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FolderRecusal_pkey" PRIMARY KEY ("accountId","folderId","contactId")
);

-- CreateTable
CREATE TABLE "FolderShut" (
    "accountId" UUID NOT NULL,
    "folderId" UUID NOT NULL,
    "contactId" UUID NOT NULL,

    CONSTRAINT "FolderShut_pkey" PRIMARY KEY ("accountId","folderId","contactId")
);

-- CreateTable
CREATE TABLE "FolderDismissal" (
    "accountId" UUID NOT NULL,
    "folderId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "dismissedByName" TEXT NOT NULL,
    "dismissedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FolderDismissal_pkey" PRIMARY KEY ("accountId","folderId","contactId","key")
);

-- CreateTable
CREATE TABLE "MeetingItemOrganisation" (
    "accountId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "MeetingItemOrganisation_pkey" PRIMARY KEY ("accountId","itemId","key")
);

-- CreateTable
CREATE TABLE "MeetingItemRecusal" (
    "accountId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "decidedByName" TEXT NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MeetingItemRecusal_pkey" PRIMARY KEY ("accountId","itemId","contactId")
);

-- CreateTable
CREATE TABLE "MeetingItemDismissal" (
    "accountId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "dismissedByName" TEXT NOT NULL,
    "dismissedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MeetingItemDismissal_pkey" PRIMARY KEY ("accountId","itemId","contactId","key")
);

-- CreateIndex
CREATE INDEX "DecisionDismissal_accountId_contactId_idx" ON "DecisionDismissal"("accountId", "contactId");

-- CreateIndex
CREATE INDEX "FolderRecusal_accountId_contactId_idx" ON "FolderRecusal"("accountId", "contactId");

-- CreateIndex
CREATE INDEX "FolderShut_accountId_contactId_folderId_idx" ON "FolderShut"("accountId", "contactId", "folderId");

-- CreateIndex
CREATE INDEX "FolderDismissal_accountId_contactId_idx" ON "FolderDismissal"("accountId", "contactId");

-- CreateIndex
CREATE INDEX "MeetingItemRecusal_accountId_meetingId_idx" ON "MeetingItemRecusal"("accountId", "meetingId");

-- CreateIndex
CREATE INDEX "MeetingItemRecusal_accountId_contactId_idx" ON "MeetingItemRecusal"("accountId", "contactId");

-- CreateIndex
CREATE INDEX "MeetingItemDismissal_accountId_contactId_idx" ON "MeetingItemDismissal"("accountId", "contactId");

-- AddForeignKey
ALTER TABLE "DecisionDismissal" ADD CONSTRAINT "DecisionDismissal_accountId_decisionId_fkey" FOREIGN KEY ("accountId", "decisionId") REFERENCES "Decision"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionDismissal" ADD CONSTRAINT "DecisionDismissal_accountId_contactId_fkey" FOREIGN KEY ("accountId", "contactId") REFERENCES "Contact"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FolderOrganisation" ADD CONSTRAINT "FolderOrganisation_accountId_folderId_fkey" FOREIGN KEY ("accountId", "folderId") REFERENCES "Folder"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FolderRecusal" ADD CONSTRAINT "FolderRecusal_accountId_folderId_fkey" FOREIGN KEY ("accountId", "folderId") REFERENCES "Folder"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FolderRecusal" ADD CONSTRAINT "FolderRecusal_accountId_contactId_fkey" FOREIGN KEY ("accountId", "contactId") REFERENCES "Contact"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FolderShut" ADD CONSTRAINT "FolderShut_accountId_folderId_fkey" FOREIGN KEY ("accountId", "folderId") REFERENCES "Folder"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FolderShut" ADD CONSTRAINT "FolderShut_accountId_contactId_fkey" FOREIGN KEY ("accountId", "contactId") REFERENCES "Contact"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FolderDismissal" ADD CONSTRAINT "FolderDismissal_accountId_folderId_fkey" FOREIGN KEY ("accountId", "folderId") REFERENCES "Folder"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FolderDismissal" ADD CONSTRAINT "FolderDismissal_accountId_contactId_fkey" FOREIGN KEY ("accountId", "contactId") REFERENCES "Contact"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingItemOrganisation" ADD CONSTRAINT "MeetingItemOrganisation_accountId_itemId_fkey" FOREIGN KEY ("accountId", "itemId") REFERENCES "MeetingItem"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingItemRecusal" ADD CONSTRAINT "MeetingItemRecusal_accountId_meetingId_fkey" FOREIGN KEY ("accountId", "meetingId") REFERENCES "Meeting"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingItemRecusal" ADD CONSTRAINT "MeetingItemRecusal_accountId_contactId_fkey" FOREIGN KEY ("accountId", "contactId") REFERENCES "Contact"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingItemDismissal" ADD CONSTRAINT "MeetingItemDismissal_accountId_itemId_fkey" FOREIGN KEY ("accountId", "itemId") REFERENCES "MeetingItem"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingItemDismissal" ADD CONSTRAINT "MeetingItemDismissal_accountId_contactId_fkey" FOREIGN KEY ("accountId", "contactId") REFERENCES "Contact"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

DO $$
DECLARE
  owned TEXT;
BEGIN
  FOREACH owned IN ARRAY ARRAY['MeetingItemOrganisation', 'MeetingItemRecusal', 'MeetingItemDismissal', 'DecisionDismissal',
      'FolderOrganisation', 'FolderRecusal', 'FolderDismissal'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('GRANT SELECT, INSERT, DELETE ON %I TO portcullis_app', owned);
    EXECUTE format('CREATE POLICY account_only ON %I TO portcullis_app
      USING ("accountId" = portcullis_account()) WITH CHECK ("accountId" = portcullis_account())', owned);
  END LOOP;
END
$$;
ALTER TABLE "FolderShut" ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON "FolderShut" TO portcullis_app;
CREATE POLICY account_only ON "FolderShut" TO portcullis_app USING ("accountId" = portcullis_account());

-- A recusal is about an item of its meeting when it is written, and outlives the item: older agendas still have it.
CREATE FUNCTION portcullis_recusal_of_item() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "MeetingItem" i WHERE i."accountId" = NEW."accountId" AND i."meetingId" = NEW."meetingId" AND i."id" = NEW."itemId") THEN
    RAISE EXCEPTION 'no such item of this meeting' USING errcode = 'foreign_key_violation', constraint = 'MeetingItemRecusal_item';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER of_item BEFORE INSERT ON "MeetingItemRecusal" FOR EACH ROW EXECUTE FUNCTION portcullis_recusal_of_item();
-- Signed minutes say who was recused: that stays, like the rest of the meeting.
CREATE TRIGGER signed_stays BEFORE INSERT OR UPDATE OR DELETE ON "MeetingItemRecusal" FOR EACH ROW EXECUTE FUNCTION portcullis_meeting_locked();

-- Who is recused from a folder is recused from everything below it. Whatever changes the tree or a recusal sets this right at once:
-- for the folder and all below it, beginning with what applies to the folder above.
CREATE FUNCTION portcullis_shut_below(account uuid, folder uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  WITH RECURSIVE below AS (
    SELECT f."id", f."parentId" FROM "Folder" f WHERE f."accountId" = account AND f."id" = folder
    UNION ALL
    SELECT f."id", f."parentId" FROM "Folder" f JOIN below b ON f."parentId" = b."id" WHERE f."accountId" = account
  ), shut AS (
    SELECT b."id" AS "folderId", s."contactId" FROM below b
      JOIN "Folder" f ON f."accountId" = account AND f."id" = folder
      JOIN "FolderShut" s ON s."accountId" = account AND s."folderId" = f."parentId"
    UNION
    SELECT r."folderId", r."contactId" FROM "FolderRecusal" r JOIN below b ON b."id" = r."folderId" WHERE r."accountId" = account
    UNION
    SELECT b."id", s."contactId" FROM shut s JOIN below b ON b."parentId" = s."folderId"
  ), gone AS (
    DELETE FROM "FolderShut" s USING below b WHERE s."accountId" = account AND s."folderId" = b."id"
      AND NOT EXISTS (SELECT FROM shut WHERE shut."folderId" = s."folderId" AND shut."contactId" = s."contactId")
  )
  INSERT INTO "FolderShut" ("accountId", "folderId", "contactId") SELECT account, shut."folderId", shut."contactId" FROM shut
    ON CONFLICT DO NOTHING;
END
$$;
REVOKE EXECUTE ON FUNCTION portcullis_shut_below FROM PUBLIC;
CREATE FUNCTION portcullis_recusals_below() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF tg_table_name = 'Folder' THEN
    PERFORM portcullis_shut_below(NEW."accountId", NEW."id");
  ELSIF tg_op = 'DELETE' THEN
    PERFORM portcullis_shut_below(OLD."accountId", OLD."folderId");
  ELSE
    PERFORM portcullis_shut_below(NEW."accountId", NEW."folderId");
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER recusals_below AFTER INSERT OR DELETE ON "FolderRecusal" FOR EACH ROW EXECUTE FUNCTION portcullis_recusals_below();
CREATE TRIGGER recusals_below_new AFTER INSERT ON "Folder" FOR EACH ROW WHEN (NEW."parentId" IS NOT NULL) EXECUTE FUNCTION portcullis_recusals_below();
CREATE TRIGGER recusals_below_moved AFTER UPDATE OF "parentId" ON "Folder" FOR EACH ROW
  WHEN (OLD."parentId" IS DISTINCT FROM NEW."parentId") EXECUTE FUNCTION portcullis_recusals_below();
-- The folder at the top is no record that somebody could be kept out of: new folders would disappear unseen.
CREATE FUNCTION portcullis_recusal_below_top() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM "Folder" f WHERE f."id" = NEW."folderId" AND f."parentId" IS NULL) THEN
    RAISE EXCEPTION 'nobody is recused from the folder at the top' USING errcode = 'check_violation', constraint = 'FolderRecusal_below_top';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER below_top BEFORE INSERT ON "FolderRecusal" FOR EACH ROW EXECUTE FUNCTION portcullis_recusal_below_top();

-- Whoever is recused, or no longer is, has a page that shows something else now.
CREATE TRIGGER access_changes AFTER INSERT OR DELETE ON "MeetingItemRecusal" FOR EACH ROW EXECUTE FUNCTION portcullis_access_changes('contactId');
CREATE TRIGGER access_changes AFTER INSERT OR DELETE ON "FolderShut" FOR EACH ROW EXECUTE FUNCTION portcullis_access_changes('contactId');
