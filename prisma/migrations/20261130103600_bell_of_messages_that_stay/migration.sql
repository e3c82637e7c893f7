-- compatible: replaces what a trigger does, which the version before doesn't call
-- A notification that told of more messages than were split off stays for the others, and goes with those that were.
CREATE OR REPLACE FUNCTION portcullis_notifications_follow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  apart INT;
BEGIN
  -- Whoever has an unread one about that ticket keeps it: there is one for each.
  DELETE FROM "Notification" n USING "Notification" kept
    WHERE n."accountId" = new."accountId" AND n."ticketMessageId" = new."id" AND n."readAt" IS NULL AND kept."personId" = n."personId"
      AND kept."kind" = n."kind" AND kept."aboutId" = new."ticketId" AND kept."readAt" IS NULL;
  SELECT count(*) INTO apart FROM "TicketMessage" WHERE "accountId" = new."accountId" AND "ticketId" = new."ticketId";
  WITH told AS MATERIALIZED (
    SELECT "id", "times" FROM "Notification" WHERE "accountId" = new."accountId" AND "ticketMessageId" = new."id" FOR UPDATE
  ), followed AS (
    UPDATE "Notification" n SET "ticketId" = new."ticketId", "aboutId" = new."ticketId", "times" = least(n."times", apart)
      FROM told WHERE n."id" = told."id"
      RETURNING n."personId", n."accountId", n."kind", n."createdAt", n."readAt", told."times" - apart AS stay
  )
  INSERT INTO "Notification" ("personId", "accountId", "kind", "ticketId", "times", "createdAt")
    SELECT "personId", "accountId", "kind", old."ticketId", "stay", "createdAt" FROM followed WHERE "readAt" IS NULL AND "stay" > 0;
  RETURN NULL;
END
$$;
