-- The log names a record after it is gone for good. Whoever is recused later from the folder that it was in reads no name of it either.
-- CreateTable
CREATE TABLE "GoneRecord" (
    "accountId" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "folderId" UUID NOT NULL,

    CONSTRAINT "GoneRecord_pkey" PRIMARY KEY ("accountId","recordId")
);

-- AddForeignKey
ALTER TABLE "GoneRecord" ADD CONSTRAINT "GoneRecord_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "GoneRecord" ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON "GoneRecord" TO portcullis_app;
CREATE POLICY account_only ON "GoneRecord" TO portcullis_app USING ("accountId" = portcullis_account());

-- With a whole account there is nobody left to keep it for.
CREATE FUNCTION portcullis_keep_places() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO "GoneRecord" ("accountId", "recordId", "folderId")
    SELECT OLD."accountId", OLD."id", place FROM "Account" a,
      LATERAL (SELECT (to_jsonb(OLD) ->> CASE tg_table_name WHEN 'Folder' THEN 'parentId' ELSE 'folderId' END)::uuid AS place) p
    WHERE a."id" = OLD."accountId" AND place IS NOT NULL
    ON CONFLICT DO NOTHING;
  RETURN OLD;
END
$$;
CREATE TRIGGER keep_places BEFORE DELETE ON "Folder" FOR EACH ROW EXECUTE FUNCTION portcullis_keep_places();
CREATE TRIGGER keep_places BEFORE DELETE ON "Document" FOR EACH ROW EXECUTE FUNCTION portcullis_keep_places();
