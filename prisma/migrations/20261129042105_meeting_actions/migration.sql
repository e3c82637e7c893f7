-- compatible: the version before writes no meeting of an action, which is new, and ids of items were unique before
-- AlterTable
ALTER TABLE "Action" ADD COLUMN     "itemId" UUID,
ADD COLUMN     "meetingId" UUID;

-- CreateIndex
CREATE INDEX "Action_accountId_meetingId_itemId_idx" ON "Action"("accountId", "meetingId", "itemId");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingItem_accountId_meetingId_id_key" ON "MeetingItem"("accountId", "meetingId", "id");

ALTER TABLE "Action" ADD CONSTRAINT "Action_accountId_meetingId_fkey" FOREIGN KEY ("accountId", "meetingId")
  REFERENCES "Meeting"("accountId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "Action" ADD CONSTRAINT "Action_accountId_meetingId_itemId_fkey" FOREIGN KEY ("accountId", "meetingId", "itemId")
  REFERENCES "MeetingItem"("accountId", "meetingId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "Action" ADD CONSTRAINT "Action_item_of_meeting" CHECK ("itemId" IS NULL OR "meetingId" IS NOT NULL);

-- An action stays when its meeting or item is deleted, whoever may see it; the account it belongs to stays with it. Setting
-- some columns of a key to null is left to a foreign key only from PostgreSQL 15 on.
CREATE FUNCTION portcullis_action_leaves_meeting() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_TABLE_NAME = 'Meeting' THEN
    UPDATE "Action" SET "meetingId" = NULL, "itemId" = NULL WHERE "accountId" = old."accountId" AND "meetingId" = old."id";
  ELSE
    UPDATE "Action" SET "itemId" = NULL
      WHERE "accountId" = old."accountId" AND "meetingId" = old."meetingId" AND "itemId" = old."id";
  END IF;
  RETURN old;
END
$$;
REVOKE ALL ON FUNCTION portcullis_action_leaves_meeting() FROM PUBLIC;
CREATE TRIGGER actions_stay BEFORE DELETE ON "Meeting" FOR EACH ROW EXECUTE FUNCTION portcullis_action_leaves_meeting();
CREATE TRIGGER actions_stay BEFORE DELETE ON "MeetingItem" FOR EACH ROW EXECUTE FUNCTION portcullis_action_leaves_meeting();

-- Signed minutes name the actions agreed in the meeting: none is added once they are signed.
CREATE TRIGGER signed_stays BEFORE INSERT ON "Action" FOR EACH ROW
  WHEN (new."meetingId" IS NOT NULL) EXECUTE FUNCTION portcullis_meeting_locked();
