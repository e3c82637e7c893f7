-- compatible: the version before writes the same times
-- An end is written with the time at which its request began: before it waited for a lock, and by the clock of another server. It
-- could lie before the start, so that the check refused it, and what was to end went on.
CREATE FUNCTION portcullis_no_earlier_than_start() RETURNS TRIGGER
  LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_TABLE_NAME = 'StaffAccess' THEN
    NEW."closedAt" := greatest(NEW."closedAt", NEW."openedAt");
  ELSE
    NEW."endedAt" := greatest(NEW."endedAt", NEW."startedAt");
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER no_earlier BEFORE UPDATE OF "closedAt" ON "StaffAccess" FOR EACH ROW
  WHEN (NEW."closedAt" < NEW."openedAt") EXECUTE FUNCTION portcullis_no_earlier_than_start();
CREATE TRIGGER no_earlier BEFORE UPDATE OF "endedAt" ON "ContactLook" FOR EACH ROW
  WHEN (NEW."endedAt" < NEW."startedAt") EXECUTE FUNCTION portcullis_no_earlier_than_start();
CREATE TRIGGER no_earlier BEFORE UPDATE OF "endedAt" ON "StaffVisit" FOR EACH ROW
  WHEN (NEW."endedAt" < NEW."startedAt") EXECUTE FUNCTION portcullis_no_earlier_than_start();
