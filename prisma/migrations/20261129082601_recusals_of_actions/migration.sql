-- compatible: the version before neither reads nor writes it; triggers keep it
-- CreateTable
CREATE TABLE "ActionRecusal" (
    "accountId" UUID NOT NULL,
    "actionId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "itemId" UUID NOT NULL,

    CONSTRAINT "ActionRecusal_pkey" PRIMARY KEY ("accountId","actionId","contactId")
);

-- CreateIndex
CREATE INDEX "ActionRecusal_accountId_itemId_contactId_idx" ON "ActionRecusal"("accountId", "itemId", "contactId");

-- CreateIndex
CREATE INDEX "ActionRecusal_accountId_contactId_actionId_idx" ON "ActionRecusal"("accountId", "contactId", "actionId");

-- AddForeignKey
ALTER TABLE "ActionRecusal" ADD CONSTRAINT "ActionRecusal_accountId_actionId_fkey" FOREIGN KEY ("accountId", "actionId") REFERENCES "Action"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionRecusal" ADD CONSTRAINT "ActionRecusal_accountId_contactId_fkey" FOREIGN KEY ("accountId", "contactId") REFERENCES "Contact"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ActionRecusal" ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON "ActionRecusal" TO portcullis_app;
CREATE POLICY account_only ON "ActionRecusal" TO portcullis_app USING ("accountId" = portcullis_account());

-- Who is recused from an agenda item is kept out of what was agreed under it: from when either is written until the recusal is
-- lifted. It stays when the item or the meeting is deleted, as these leave the action behind.
CREATE FUNCTION portcullis_action_recusals() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF tg_table_name = 'Action' THEN
    INSERT INTO "ActionRecusal" ("accountId", "actionId", "contactId", "itemId")
      SELECT NEW."accountId", NEW."id", r."contactId", r."itemId" FROM "MeetingItemRecusal" r
      WHERE r."accountId" = NEW."accountId" AND r."itemId" = NEW."itemId" ON CONFLICT DO NOTHING;
  ELSIF tg_op = 'INSERT' THEN
    INSERT INTO "ActionRecusal" ("accountId", "actionId", "contactId", "itemId")
      SELECT NEW."accountId", a."id", NEW."contactId", NEW."itemId" FROM "Action" a
      WHERE a."accountId" = NEW."accountId" AND a."meetingId" = NEW."meetingId" AND a."itemId" = NEW."itemId" ON CONFLICT DO NOTHING;
  ELSIF EXISTS (SELECT FROM "Meeting" m WHERE m."accountId" = OLD."accountId" AND m."id" = OLD."meetingId") THEN
    DELETE FROM "ActionRecusal" r
      WHERE r."accountId" = OLD."accountId" AND r."itemId" = OLD."itemId" AND r."contactId" = OLD."contactId";
  END IF;
  RETURN NULL;
END
$$;
REVOKE EXECUTE ON FUNCTION portcullis_action_recusals FROM PUBLIC;
CREATE TRIGGER action_recusals AFTER INSERT OR DELETE ON "MeetingItemRecusal" FOR EACH ROW EXECUTE FUNCTION portcullis_action_recusals();
CREATE TRIGGER action_recusals AFTER INSERT ON "Action" FOR EACH ROW WHEN (NEW."itemId" IS NOT NULL) EXECUTE FUNCTION portcullis_action_recusals();
CREATE TRIGGER action_recusals_moved AFTER UPDATE OF "itemId" ON "Action" FOR EACH ROW
  WHEN (NEW."itemId" IS NOT NULL AND NEW."itemId" IS DISTINCT FROM OLD."itemId") EXECUTE FUNCTION portcullis_action_recusals();

INSERT INTO "ActionRecusal" ("accountId", "actionId", "contactId", "itemId")
  SELECT a."accountId", a."id", r."contactId", r."itemId" FROM "MeetingItemRecusal" r
  JOIN "Action" a ON a."accountId" = r."accountId" AND a."meetingId" = r."meetingId" AND a."itemId" = r."itemId";
