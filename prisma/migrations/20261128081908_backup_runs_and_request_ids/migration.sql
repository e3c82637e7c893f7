-- AlterTable
ALTER TABLE "AuditEvent" ADD COLUMN     "requestId" TEXT;

-- CreateTable
CREATE TABLE "BackupRun" (
    "id" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3) NOT NULL,
    "file" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "rows" BIGINT NOT NULL,
    "version" TEXT NOT NULL,

    CONSTRAINT "BackupRun_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "BackupRun_finishedAt_idx" ON "BackupRun"("finishedAt");

-- Which backups there are: shown to staff, watched by the worker's metrics. Only the owner of the tables adds one.
ALTER TABLE "BackupRun" ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON "BackupRun" TO portcullis_worker, portcullis_staff;
CREATE POLICY seen ON "BackupRun" FOR SELECT TO portcullis_worker, portcullis_staff USING (true);

-- Readiness compares this with the migrations the code knows, without a right to the table.
CREATE FUNCTION portcullis_migrations() RETURNS SETOF text LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog AS $$
BEGIN
  RETURN QUERY EXECUTE 'select migration_name::text from public."_prisma_migrations"
    where finished_at is not null and rolled_back_at is null';
END
$$;
REVOKE ALL ON FUNCTION portcullis_migrations() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portcullis_migrations() TO portcullis_app, portcullis_identity, portcullis_worker;

-- A role that reads every row and changes none, for backups and for verifying the books: row-level security is forced,
-- so an owner of the tables who is no superuser sees nothing. The portal's login doesn't need it.
DO $$
BEGIN
  BEGIN
    CREATE ROLE portcullis_backup NOLOGIN NOBYPASSRLS;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END;
  -- Since PostgreSQL 16 a creator is a member who may pass the role on, but not assume it.
  IF current_setting('server_version_num')::int >= 160000 THEN
    IF NOT pg_has_role(current_user, 'portcullis_backup', 'SET') THEN
      EXECUTE format('GRANT portcullis_backup TO %I WITH INHERIT FALSE, SET TRUE', current_user);
    END IF;
  ELSIF NOT pg_has_role(current_user, 'portcullis_backup', 'MEMBER') THEN
    EXECUTE format('GRANT portcullis_backup TO %I', current_user);
  END IF;
END
$$;

-- Lets the backup role read every table. Run again after every migration, which may have added some.
CREATE FUNCTION portcullis_cover_backup() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  uncovered regclass;
BEGIN
  GRANT USAGE ON SCHEMA public, sandbox TO portcullis_backup;
  GRANT SELECT ON ALL TABLES IN SCHEMA public, sandbox TO portcullis_backup;
  GRANT SELECT ON ALL SEQUENCES IN SCHEMA public, sandbox TO portcullis_backup;
  FOR uncovered IN
    SELECT c.oid::regclass FROM pg_class c
    WHERE c.relkind IN ('r', 'p') AND c.relrowsecurity
      AND c.relnamespace IN ('public'::regnamespace, 'sandbox'::regnamespace)
      AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'backup_reads')
  LOOP
    EXECUTE format('CREATE POLICY backup_reads ON %s FOR SELECT TO portcullis_backup USING (true)', uncovered);
  END LOOP;
END
$$;
REVOKE ALL ON FUNCTION portcullis_cover_backup() FROM PUBLIC;
SELECT portcullis_cover_backup();
