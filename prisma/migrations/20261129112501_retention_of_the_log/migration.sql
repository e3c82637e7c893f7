-- compatible: a new table without a row, and a function that only the new worker calls
CREATE TABLE "ActivityRetention" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "moneyYears" INTEGER,
    "accessYears" INTEGER,
    "supportYears" INTEGER,
    "workspaceYears" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ActivityRetention_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "ActivityRetention_one" CHECK ("id" = 1),
    CONSTRAINT "ActivityRetention_years" CHECK ("moneyYears" BETWEEN 10 AND 100 AND "accessYears" BETWEEN 10 AND 100
      AND "supportYears" BETWEEN 1 AND 100 AND "workspaceYears" BETWEEN 1 AND 100)
);
ALTER TABLE "ActivityRetention" ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON "ActivityRetention" TO portcullis_app, portcullis_staff, portcullis_worker;
GRANT INSERT, UPDATE ON "ActivityRetention" TO portcullis_staff;
CREATE POLICY everybody ON "ActivityRetention" FOR SELECT TO portcullis_app, portcullis_worker USING (true);
CREATE POLICY team ON "ActivityRetention" TO portcullis_staff USING (portcullis_on_team()) WITH CHECK (portcullis_on_team());

-- The class of an event: what was denied, and whatever is of no other class, is about access.
CREATE FUNCTION portcullis_event_class(permission TEXT, denied BOOLEAN) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN denied THEN 'access'
    WHEN split_part(permission, '.', 1) IN ('billing', 'services') THEN 'money'
    WHEN split_part(permission, '.', 1) = 'support' THEN 'support'
    WHEN split_part(permission, '.', 1) IN ('discussions', 'meetings', 'actions', 'decisions', 'documents', 'links') THEN 'workspace'
    ELSE 'access'
  END
$$;

-- Nobody may delete from the log. This function deletes what is older than the installation keeps, and nothing else: it takes no date. It
-- writes in the same statement how many events of which class it deleted and up to when, so none goes without a trace. Without an
-- account it is about what happened outside of all. Returns how many it deleted; fewer than `most` if nothing old is left.
CREATE FUNCTION portcullis_forget_events(of_account UUID, most INT, author TEXT, sentence TEXT, request TEXT) RETURNS INT
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  kept "ActivityRetention";
  start TIMESTAMPTZ := date_trunc('month', now(), 'UTC');
  before JSONB;
  forgotten JSONB;
  deleted INT;
  latest DATE;
BEGIN
  SELECT * INTO kept FROM "ActivityRetention";
  before := jsonb_strip_nulls(jsonb_build_object(
    'money', start - make_interval(years => kept."moneyYears"), 'access', start - make_interval(years => kept."accessYears"),
    'support', start - make_interval(years => kept."supportYears"), 'workspace', start - make_interval(years => kept."workspaceYears")));
  IF before = '{}' THEN
    RETURN 0;
  END IF;
  WITH old AS (
    SELECT e."id" FROM "AuditEvent" e
      WHERE (e."accountId" = of_account OR of_account IS NULL AND e."accountId" IS NULL)
        AND e."at" < (SELECT max(value::timestamptz) FROM jsonb_each_text(before))
        AND e."at" < (before ->> portcullis_event_class(e."permission", e."outcome" = 'denied'))::timestamptz
      LIMIT most FOR UPDATE SKIP LOCKED
  ), gone AS (
    DELETE FROM "AuditEvent" e USING old WHERE e."id" = old."id"
      RETURNING portcullis_event_class(e."permission", e."outcome" = 'denied') AS class, e."at"
  ), counted AS (
    SELECT class, count(*) AS count, max("at") AS "at" FROM gone GROUP BY class
  )
  SELECT coalesce(sum(count), 0), jsonb_object_agg(class, count), (max("at") AT TIME ZONE 'UTC')::date INTO deleted, forgotten, latest FROM counted;
  IF deleted > 0 THEN
    INSERT INTO "AuditEvent" ("id", "accountId", "actorName", "via", "operation", "permission", "outcome", "summary", "said", "details", "requestId")
    VALUES (gen_random_uuid(), of_account, author, 'system', 'worker.forget-events', 'activity.view', 'done',
      replace(replace(sentence, '{count}', deleted::text), '{day}', latest::text),
      jsonb_build_object('text', sentence, 'values', jsonb_build_object('count', deleted, 'day', jsonb_build_object('day', latest))),
      jsonb_build_object('forgotten', forgotten, 'before', before), request);
  END IF;
  RETURN deleted;
END
$$;
REVOKE ALL ON FUNCTION portcullis_forget_events(UUID, INT, TEXT, TEXT, TEXT) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portcullis_forget_events(UUID, INT, TEXT, TEXT, TEXT) TO portcullis_worker;
CREATE INDEX "AuditEvent_outside" ON "AuditEvent" ("at") WHERE "accountId" IS NULL;
