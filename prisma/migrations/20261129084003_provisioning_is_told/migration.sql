-- compatible: the version before writes neither column, and everything it sends is a set-up
-- A provisioning system is told when a service that it was sent is suspended, restored, changed or cancelled. The database
-- notes that there is something to tell, whoever changes the service; the worker compares with what was told last.
ALTER TABLE "Service" ADD COLUMN "toTell" BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX "Service_toTell" ON "Service" ("id") WHERE "toTell";

ALTER TABLE "ProvisioningDelivery" ADD COLUMN "event" TEXT NOT NULL DEFAULT 'service.set-up',
  ADD COLUMN "told" JSONB;

CREATE FUNCTION portcullis_service_to_tell() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."toTell" := true;
  RETURN NEW;
END
$$;
CREATE TRIGGER to_tell BEFORE UPDATE OF "status", "productId", "options", "interval" ON "Service" FOR EACH ROW
  WHEN ((OLD."status", OLD."productId", OLD."options", OLD."interval")
    IS DISTINCT FROM (NEW."status", NEW."productId", NEW."options", NEW."interval"))
  EXECUTE FUNCTION portcullis_service_to_tell();
