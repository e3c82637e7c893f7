-- compatible: the version before never writes Notification.exportId, which is new
-- Whoever asked for a file is told when it is ready, or can't be prepared. The database does it with the state of the file,
-- whichever worker sets it. Files of the staff console belong to no account, and those of a token to a program.
ALTER TABLE "Notification" ADD COLUMN "exportId" UUID;
CREATE INDEX "Notification_personId_exportId_idx" ON "Notification"("personId", "exportId");
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_personId_exportId_fkey" FOREIGN KEY ("personId", "exportId")
  REFERENCES "Export"("personId", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

CREATE FUNCTION portcullis_export_finished() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO "Notification" ("personId", "accountId", "kind", "exportId", "pushAt") VALUES (new."personId", new."accountId", 'export-finished',
    new."id", CASE WHEN EXISTS (SELECT FROM "PushSubscription" s WHERE s."personId" = new."personId") THEN now() END);
  RETURN NULL;
END
$$;
CREATE TRIGGER export_finished AFTER UPDATE OF "state" ON "Export" FOR EACH ROW
  WHEN (old."state" NOT IN ('ready', 'failed') AND new."state" IN ('ready', 'failed') AND new."accountId" IS NOT NULL AND new."tokenId" IS NULL)
  EXECUTE FUNCTION portcullis_export_finished();
