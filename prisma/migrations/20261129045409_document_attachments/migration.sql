-- CreateTable
CREATE TABLE "DocumentAttachment" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "documentId" UUID,
    "version" INTEGER NOT NULL,
    "meetingId" UUID,
    "itemId" UUID,
    "decisionId" UUID,
    "addedByContactId" UUID,
    "addedByName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DocumentAttachment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DocumentAttachment_accountId_documentId_idx" ON "DocumentAttachment"("accountId", "documentId");

-- CreateIndex
CREATE INDEX "DocumentAttachment_accountId_meetingId_itemId_idx" ON "DocumentAttachment"("accountId", "meetingId", "itemId");

-- CreateIndex
CREATE INDEX "DocumentAttachment_accountId_decisionId_idx" ON "DocumentAttachment"("accountId", "decisionId");

-- CreateIndex
CREATE INDEX "DocumentAttachment_accountId_addedByContactId_idx" ON "DocumentAttachment"("accountId", "addedByContactId");

-- CreateIndex
CREATE UNIQUE INDEX "DocumentAttachment_accountId_id_key" ON "DocumentAttachment"("accountId", "id");

-- AddForeignKey
ALTER TABLE "DocumentAttachment" ADD CONSTRAINT "DocumentAttachment_accountId_documentId_fkey" FOREIGN KEY ("accountId", "documentId")
  REFERENCES "Document"("accountId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "DocumentAttachment" ADD CONSTRAINT "DocumentAttachment_accountId_meetingId_fkey" FOREIGN KEY ("accountId", "meetingId") REFERENCES "Meeting"("accountId", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "DocumentAttachment" ADD CONSTRAINT "DocumentAttachment_accountId_meetingId_itemId_fkey" FOREIGN KEY ("accountId", "meetingId", "itemId") REFERENCES "MeetingItem"("accountId", "meetingId", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "DocumentAttachment" ADD CONSTRAINT "DocumentAttachment_accountId_decisionId_fkey" FOREIGN KEY ("accountId", "decisionId") REFERENCES "Decision"("accountId", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "DocumentAttachment" ADD CONSTRAINT "DocumentAttachment_accountId_addedByContactId_fkey" FOREIGN KEY ("accountId", "addedByContactId") REFERENCES "Contact"("accountId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE "DocumentAttachment" ADD CONSTRAINT "DocumentAttachment_to_one" CHECK (num_nonnulls("meetingId", "decisionId") = 1);
ALTER TABLE "DocumentAttachment" ADD CONSTRAINT "DocumentAttachment_item_of_meeting" CHECK ("itemId" IS NULL OR "meetingId" IS NOT NULL);
ALTER TABLE "DocumentAttachment" ADD CONSTRAINT "DocumentAttachment_version" CHECK ("version" > 0);
-- Attached once to each.
CREATE UNIQUE INDEX "DocumentAttachment_once_per_item" ON "DocumentAttachment" ("accountId", "meetingId", "itemId", "documentId")
  WHERE "itemId" IS NOT NULL AND "documentId" IS NOT NULL;
CREATE UNIQUE INDEX "DocumentAttachment_once_per_meeting" ON "DocumentAttachment" ("accountId", "meetingId", "documentId")
  WHERE "meetingId" IS NOT NULL AND "itemId" IS NULL AND "documentId" IS NOT NULL;
CREATE UNIQUE INDEX "DocumentAttachment_once_per_decision" ON "DocumentAttachment" ("accountId", "decisionId", "documentId")
  WHERE "decisionId" IS NOT NULL AND "documentId" IS NOT NULL;

ALTER TABLE "DocumentAttachment" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ("version"), DELETE ON "DocumentAttachment" TO portcullis_app;
CREATE POLICY account_only ON "DocumentAttachment" TO portcullis_app
  USING ("accountId" = portcullis_account()) WITH CHECK ("accountId" = portcullis_account());

-- As with papers: nothing is attached to signed minutes, or taken off them; as with options: nor once somebody has voted.
CREATE TRIGGER signed_stays BEFORE INSERT ON "DocumentAttachment" FOR EACH ROW
  WHEN (new."meetingId" IS NOT NULL) EXECUTE FUNCTION portcullis_meeting_locked();
CREATE TRIGGER signed_stays_off BEFORE DELETE ON "DocumentAttachment" FOR EACH ROW
  WHEN (old."meetingId" IS NOT NULL) EXECUTE FUNCTION portcullis_meeting_locked();
CREATE TRIGGER frozen BEFORE INSERT ON "DocumentAttachment" FOR EACH ROW
  WHEN (new."decisionId" IS NOT NULL AND current_user = 'portcullis_app') EXECUTE FUNCTION portcullis_decision_frozen('decisionId');
CREATE TRIGGER frozen_off BEFORE DELETE ON "DocumentAttachment" FOR EACH ROW
  WHEN (old."decisionId" IS NOT NULL AND current_user = 'portcullis_app') EXECUTE FUNCTION portcullis_decision_frozen('decisionId');

-- A document that is deleted for good, by whomever, leaves an attachment without one.
CREATE FUNCTION portcullis_document_leaves() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "DocumentAttachment" SET "documentId" = NULL WHERE "accountId" = old."accountId" AND "documentId" = old."id";
  RETURN old;
END
$$;
REVOKE ALL ON FUNCTION portcullis_document_leaves() FROM PUBLIC;
CREATE TRIGGER attachments_stay BEFORE DELETE ON "Document" FOR EACH ROW EXECUTE FUNCTION portcullis_document_leaves();
