-- compatible: the version before removes people as well and reads nothing of those who are gone
-- Whoever is removed from an account has no place in its workspace any more: in groups, on lists of folders, in meetings to come, in
-- decisions that nobody votes on yet. Whoever is added again is another contact, with what they are given then. What they said, signed or
-- voted stays, and so do recusals, attendance and invitations to decisions that were opened: a result counts them.
CREATE FUNCTION portcullis_contact_leaves() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM "DiscussionMember" WHERE "accountId" = NEW."accountId" AND "contactId" = NEW."id";
  DELETE FROM "ThreadSubscription" WHERE "accountId" = NEW."accountId" AND "contactId" = NEW."id";
  DELETE FROM "DiscussionReading" WHERE "accountId" = NEW."accountId" AND "contactId" = NEW."id";
  DELETE FROM "DiscussionDigest" WHERE "accountId" = NEW."accountId" AND "contactId" = NEW."id";
  DELETE FROM "FolderAccess" WHERE "accountId" = NEW."accountId" AND "contactId" = NEW."id";
  DELETE FROM "MeetingItemReader" WHERE "accountId" = NEW."accountId" AND "contactId" = NEW."id";
  DELETE FROM "MeetingFeed" WHERE "accountId" = NEW."accountId" AND "contactId" = NEW."id";
  DELETE FROM "MeetingOpening" WHERE "accountId" = NEW."accountId" AND "contactId" = NEW."id";
  -- Not the seat of who leads a meeting or takes its minutes: it is there until somebody else is chosen.
  DELETE FROM "MeetingInvitation" i USING "Meeting" m
    WHERE i."accountId" = NEW."accountId" AND i."contactId" = NEW."id" AND i."presence" IS NULL
      AND m."accountId" = i."accountId" AND m."id" = i."meetingId" AND m."status" <> 'cancelled' AND m."startsAt" > now()
      AND m."chairContactId" IS DISTINCT FROM NEW."id" AND m."minuteTakerContactId" IS DISTINCT FROM NEW."id";
  DELETE FROM "DecisionInvitation" i USING "Decision" d
    WHERE i."accountId" = NEW."accountId" AND i."contactId" = NEW."id"
      AND d."accountId" = i."accountId" AND d."id" = i."decisionId" AND d."status" = 'draft';
  DELETE FROM "TicketWatcher" WHERE "accountId" = NEW."accountId" AND "contactId" = NEW."id";
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION portcullis_contact_leaves() FROM PUBLIC;
CREATE TRIGGER leaves AFTER UPDATE OF "status" ON "Contact" FOR EACH ROW
  WHEN (OLD."status" <> 'removed' AND NEW."status" = 'removed') EXECUTE FUNCTION portcullis_contact_leaves();

-- The portal brings nobody back: what they could see then is not what they were given now.
CREATE FUNCTION portcullis_contact_stays_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a removed contact is added anew' USING errcode = 'check_violation', constraint = 'Contact_stays_removed';
END
$$;
CREATE TRIGGER stays_removed BEFORE UPDATE OF "status" ON "Contact" FOR EACH ROW
  WHEN (OLD."status" = 'removed' AND NEW."status" <> 'removed' AND current_user IN ('portcullis_app', 'portcullis_identity', 'portcullis_staff'))
  EXECUTE FUNCTION portcullis_contact_stays_removed();

-- Somebody who is invited at the moment when they are removed: the invitation waits for the removal, or the removal for the invitation and
-- then ends it. In the first case everything is decided again, and the person can no longer be chosen.
CREATE FUNCTION portcullis_contact_is_here() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM "Contact" WHERE "accountId" = NEW."accountId" AND "id" = NEW."contactId" AND "status" <> 'removed' FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'this contact was removed' USING errcode = 'serialization_failure';
  END IF;
  RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION portcullis_contact_is_here() FROM PUBLIC;
DO $$
DECLARE
  place text;
BEGIN
  FOREACH place IN ARRAY ARRAY['DiscussionMember', 'ThreadSubscription', 'FolderAccess', 'MeetingInvitation', 'MeetingItemReader', 'MeetingFeed',
    'DecisionInvitation', 'ActionAssignment', 'TicketWatcher'] LOOP
    EXECUTE format('CREATE TRIGGER contact_is_here BEFORE INSERT ON %I FOR EACH ROW WHEN (current_user = ''portcullis_app'')
      EXECUTE FUNCTION portcullis_contact_is_here()', place);
  END LOOP;
END
$$;

-- What those who were removed before have left behind.
DELETE FROM "DiscussionMember" r USING "Contact" c WHERE c."accountId" = r."accountId" AND c."id" = r."contactId" AND c."status" = 'removed';
DELETE FROM "ThreadSubscription" r USING "Contact" c WHERE c."accountId" = r."accountId" AND c."id" = r."contactId" AND c."status" = 'removed';
DELETE FROM "FolderAccess" r USING "Contact" c WHERE c."accountId" = r."accountId" AND c."id" = r."contactId" AND c."status" = 'removed';
DELETE FROM "MeetingFeed" r USING "Contact" c WHERE c."accountId" = r."accountId" AND c."id" = r."contactId" AND c."status" = 'removed';
DELETE FROM "MeetingItemReader" r USING "Contact" c WHERE c."accountId" = r."accountId" AND c."id" = r."contactId" AND c."status" = 'removed';
DELETE FROM "TicketWatcher" r USING "Contact" c WHERE c."accountId" = r."accountId" AND c."id" = r."contactId" AND c."status" = 'removed';
