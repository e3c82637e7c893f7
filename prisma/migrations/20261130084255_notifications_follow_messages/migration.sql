-- compatible: the version before writes notifications without their message, which stay with their ticket
-- A notification about a message that is split off leads to where the message stands by then.
ALTER TABLE "Notification" ADD COLUMN "ticketMessageId" UUID;
CREATE INDEX "Notification_accountId_ticketMessageId_idx" ON "Notification"("accountId", "ticketMessageId");
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_accountId_ticketMessageId_fkey" FOREIGN KEY ("accountId", "ticketMessageId") REFERENCES "TicketMessage"("accountId", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

CREATE OR REPLACE FUNCTION portcullis_notification_about() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  about UUID[];
BEGIN
  SELECT array_agg(value::uuid) INTO about FROM jsonb_each_text(to_jsonb(new))
    WHERE key LIKE '%Id' AND key NOT IN ('personId', 'accountId', 'aboutId', 'ticketMessageId') AND value IS NOT NULL;
  IF cardinality(about) IS DISTINCT FROM 1 THEN
    RAISE check_violation USING MESSAGE = 'A notification is about exactly one record.', CONSTRAINT = 'Notification_about_one';
  END IF;
  new."aboutId" := about[1];
  RETURN new;
END
$$;

-- Called without a message by the version before.
DROP FUNCTION portcullis_notify_about(UUID[], TEXT, TEXT, UUID);
CREATE FUNCTION portcullis_notify_about(people UUID[], what TEXT, about_column TEXT, about UUID, message UUID DEFAULT NULL) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF about_column !~ '^[a-z][A-Za-z]*Id$' OR about_column IN ('personId', 'accountId', 'aboutId', 'ticketMessageId') THEN
    RAISE invalid_parameter_value USING MESSAGE = 'No column of a record.';
  END IF;
  EXECUTE format($insert$
    INSERT INTO "Notification" ("personId", "accountId", "kind", %I, "ticketMessageId", "pushAt")
      SELECT DISTINCT one, portcullis_account(), $2, $3, $4,
          CASE WHEN EXISTS (SELECT 1 FROM "PushSubscription" s WHERE s."personId" = one) THEN now() END
        FROM unnest($1) AS one ORDER BY one
    ON CONFLICT ("personId", "kind", "aboutId") WHERE "readAt" IS NULL
      DO UPDATE SET "times" = "Notification"."times" + 1, "createdAt" = excluded."createdAt", "pushAt" = excluded."pushAt",
        "ticketMessageId" = excluded."ticketMessageId"
  $insert$, about_column) USING people, what, about, message;
END
$$;
REVOKE ALL ON FUNCTION portcullis_notify_about(UUID[], TEXT, TEXT, UUID, UUID) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portcullis_notify_about(UUID[], TEXT, TEXT, UUID, UUID) TO portcullis_app;

CREATE FUNCTION portcullis_notifications_follow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  -- Whoever has an unread one about that ticket keeps it: there is one for each.
  DELETE FROM "Notification" n USING "Notification" kept
    WHERE n."accountId" = new."accountId" AND n."ticketMessageId" = new."id" AND n."readAt" IS NULL AND kept."personId" = n."personId"
      AND kept."kind" = n."kind" AND kept."aboutId" = new."ticketId" AND kept."readAt" IS NULL;
  UPDATE "Notification" SET "ticketId" = new."ticketId", "aboutId" = new."ticketId"
    WHERE "accountId" = new."accountId" AND "ticketMessageId" = new."id";
  RETURN NULL;
END
$$;
CREATE TRIGGER notifications_follow AFTER UPDATE OF "ticketId" ON "TicketMessage" FOR EACH ROW
  WHEN (old."ticketId" <> new."ticketId") EXECUTE FUNCTION portcullis_notifications_follow();
