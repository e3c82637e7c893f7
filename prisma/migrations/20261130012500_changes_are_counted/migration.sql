-- compatible: the triggers count whichever version writes, and the version before doesn't read Ticket.changes, which is new
-- How often a ticket's status, assignee, priority and each of its tags changed. Whoever takes a change back takes back their own: the
-- same value may be there because of somebody else's.
ALTER TABLE "Ticket" ADD COLUMN "changes" JSONB NOT NULL DEFAULT '{}';

CREATE FUNCTION portcullis_once_more(changes JSONB, what TEXT) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT changes || jsonb_build_object(what, coalesce((changes ->> what)::int, 0) + 1);
$$;

CREATE FUNCTION portcullis_ticket_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."status" IS DISTINCT FROM OLD."status" THEN NEW."changes" = portcullis_once_more(NEW."changes", 'status'); END IF;
  IF NEW."assigneeId" IS DISTINCT FROM OLD."assigneeId" THEN NEW."changes" = portcullis_once_more(NEW."changes", 'assign'); END IF;
  IF NEW."priority" IS DISTINCT FROM OLD."priority" THEN NEW."changes" = portcullis_once_more(NEW."changes", 'priority'); END IF;
  RETURN NEW;
END
$$;
-- After the others, which may change the status themselves.
CREATE TRIGGER z_changes BEFORE UPDATE ON "Ticket" FOR EACH ROW
  WHEN ((OLD."status", OLD."assigneeId", OLD."priority") IS DISTINCT FROM (NEW."status", NEW."assigneeId", NEW."priority"))
  EXECUTE FUNCTION portcullis_ticket_changes();

CREATE FUNCTION portcullis_tag_changes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  tagged "TicketTag" = CASE WHEN TG_OP = 'INSERT' THEN NEW ELSE OLD END;
BEGIN
  UPDATE "Ticket" SET "changes" = portcullis_once_more("changes", 'tag:' || tagged."tagId")
    WHERE "accountId" = tagged."accountId" AND "id" = tagged."ticketId";
  RETURN NULL;
END
$$;
-- Not for a tag or ticket that is deleted as a whole.
CREATE TRIGGER changes AFTER INSERT OR DELETE ON "TicketTag" FOR EACH ROW
  WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION portcullis_tag_changes();
