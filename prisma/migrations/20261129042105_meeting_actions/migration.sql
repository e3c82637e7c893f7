-- AlterTable
ALTER TABLE "Action" ADD COLUMN     "itemId" UUID,
ADD COLUMN     "meetingId" UUID;

-- CreateIndex
CREATE INDEX "Action_accountId_meetingId_itemId_idx" ON "Action"("accountId", "meetingId", "itemId");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingItem_accountId_meetingId_id_key" ON "MeetingItem"("accountId", "meetingId", "id");

-- An action stays when its meeting or item is deleted; the account it belongs to stays with it.
ALTER TABLE "Action" ADD CONSTRAINT "Action_accountId_meetingId_fkey" FOREIGN KEY ("accountId", "meetingId")
  REFERENCES "Meeting"("accountId", "id") ON DELETE SET NULL ("meetingId") ON UPDATE NO ACTION;
ALTER TABLE "Action" ADD CONSTRAINT "Action_accountId_meetingId_itemId_fkey" FOREIGN KEY ("accountId", "meetingId", "itemId")
  REFERENCES "MeetingItem"("accountId", "meetingId", "id") ON DELETE SET NULL ("itemId") ON UPDATE NO ACTION;
ALTER TABLE "Action" ADD CONSTRAINT "Action_item_of_meeting" CHECK ("itemId" IS NULL OR "meetingId" IS NOT NULL);

-- An item goes with its meeting, in whichever order the database comes upon them.
CREATE FUNCTION portcullis_action_without_meeting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  new."itemId" := NULL;
  RETURN new;
END
$$;
CREATE TRIGGER without_meeting BEFORE UPDATE ON "Action" FOR EACH ROW
  WHEN (new."meetingId" IS NULL AND new."itemId" IS NOT NULL) EXECUTE FUNCTION portcullis_action_without_meeting();

-- Signed minutes name the actions agreed in the meeting: none is added once they are signed.
CREATE TRIGGER signed_stays BEFORE INSERT ON "Action" FOR EACH ROW
  WHEN (new."meetingId" IS NOT NULL) EXECUTE FUNCTION portcullis_meeting_locked();
