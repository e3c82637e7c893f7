-- compatible: the version before chooses the same people, apart from those who are removed at that moment
-- What gives a person a place has waited for their removal since decision 143. The same now for recusals, openings of meetings and links to
-- login details, and for those who are put in charge by a column: the chair, the minute taker, the presenter, the owner of a group.
CREATE FUNCTION portcullis_chosen_is_here() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM "Contact"
    WHERE "accountId" = NEW."accountId" AND "id" = (to_jsonb(NEW) ->> TG_ARGV[0])::uuid AND "status" <> 'removed' FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'this contact was removed' USING errcode = 'serialization_failure';
  END IF;
  RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION portcullis_chosen_is_here() FROM PUBLIC;

DO $$
DECLARE
  place text;
  chosen text[];
BEGIN
  FOREACH place IN ARRAY ARRAY['DecisionRecusal', 'FolderRecusal', 'MeetingItemRecusal', 'MeetingOpening', 'CredentialLink'] LOOP
    EXECUTE format('CREATE TRIGGER contact_is_here BEFORE INSERT ON %I FOR EACH ROW WHEN (current_user = ''portcullis_app'')
      EXECUTE FUNCTION portcullis_contact_is_here()', place);
  END LOOP;
  FOREACH chosen SLICE 1 IN ARRAY ARRAY[['Meeting', 'chairContactId'], ['Meeting', 'minuteTakerContactId'], ['MeetingItem', 'presenterId'],
    ['DiscussionGroup', 'ownerContactId'], ['Decision', 'chairContactId']] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT ON %I FOR EACH ROW
      WHEN (current_user = ''portcullis_app'' AND NEW.%I IS NOT NULL) EXECUTE FUNCTION portcullis_chosen_is_here(%L)',
      chosen[2] || '_is_here', chosen[1], chosen[2], chosen[2]);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OF %I ON %I FOR EACH ROW
      WHEN (current_user = ''portcullis_app'' AND NEW.%I IS NOT NULL AND NEW.%I IS DISTINCT FROM OLD.%I)
      EXECUTE FUNCTION portcullis_chosen_is_here(%L)',
      chosen[2] || '_still_here', chosen[2], chosen[1], chosen[2], chosen[2], chosen[2], chosen[2]);
  END LOOP;
END
$$;
