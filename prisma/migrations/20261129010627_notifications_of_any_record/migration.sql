-- compatible: a trigger fills Notification.aboutId, which the version before never writes
-- A kind of record gets its notifications with one column and its foreign key: neither the check, nor the unique index, nor the
-- function that writes them lists the columns.
ALTER TABLE "Notification" ADD COLUMN "aboutId" UUID;
UPDATE "Notification" SET "aboutId" = coalesce("ticketId", "invoiceId", "requestId");
ALTER TABLE "Notification" ALTER COLUMN "aboutId" SET NOT NULL;
ALTER TABLE "Notification" DROP CONSTRAINT "Notification_about_one";

-- The record it is about: exactly one of the columns that refer to one.
CREATE FUNCTION portcullis_notification_about() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  about UUID[];
BEGIN
  SELECT array_agg(value::uuid) INTO about FROM jsonb_each_text(to_jsonb(new))
    WHERE key LIKE '%Id' AND key NOT IN ('personId', 'accountId', 'aboutId') AND value IS NOT NULL;
  IF cardinality(about) IS DISTINCT FROM 1 THEN
    RAISE check_violation USING MESSAGE = 'A notification is about exactly one record.', CONSTRAINT = 'Notification_about_one';
  END IF;
  new."aboutId" := about[1];
  RETURN new;
END
$$;
CREATE TRIGGER notification_about BEFORE INSERT ON "Notification" FOR EACH ROW EXECUTE FUNCTION portcullis_notification_about();

DROP INDEX "Notification_one_unread";
CREATE UNIQUE INDEX "Notification_one_unread" ON "Notification" ("personId", "kind", "aboutId") WHERE "readAt" IS NULL;

CREATE FUNCTION portcullis_notify_about(people UUID[], what TEXT, about_column TEXT, about UUID) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF about_column !~ '^[a-z][A-Za-z]*Id$' OR about_column IN ('personId', 'accountId', 'aboutId') THEN
    RAISE invalid_parameter_value USING MESSAGE = 'No column of a record.';
  END IF;
  EXECUTE format($insert$
    INSERT INTO "Notification" ("personId", "accountId", "kind", %I, "pushAt")
      SELECT DISTINCT one, portcullis_account(), $2, $3,
          CASE WHEN EXISTS (SELECT 1 FROM "PushSubscription" s WHERE s."personId" = one) THEN now() END
        FROM unnest($1) AS one ORDER BY one
    ON CONFLICT ("personId", "kind", "aboutId") WHERE "readAt" IS NULL
      DO UPDATE SET "times" = "Notification"."times" + 1, "createdAt" = excluded."createdAt", "pushAt" = excluded."pushAt"
  $insert$, about_column) USING people, what, about;
END
$$;
REVOKE ALL ON FUNCTION portcullis_notify_about(UUID[], TEXT, TEXT, UUID) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portcullis_notify_about(UUID[], TEXT, TEXT, UUID) TO portcullis_app;

-- For portals of the version before, until they have been replaced.
CREATE OR REPLACE FUNCTION portcullis_notify_people(people uuid[], what text, ticket uuid, invoice uuid, request uuid) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT portcullis_notify_about(people, what,
    CASE WHEN ticket IS NOT NULL THEN 'ticketId' WHEN invoice IS NOT NULL THEN 'invoiceId' ELSE 'requestId' END,
    coalesce(ticket, invoice, request))
$$;
