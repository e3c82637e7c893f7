-- A browser's subscription ends with the session it was turned on in, so that whoever signs in there next can turn on their own.
CREATE FUNCTION portcullis_session_ended() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM "PushSubscription" WHERE "sessionId" = new."id";
  RETURN NULL;
END
$$;
CREATE TRIGGER session_ended AFTER UPDATE OF "revokedAt" ON "Session" FOR EACH ROW WHEN (new."revokedAt" IS NOT NULL)
  EXECUTE FUNCTION portcullis_session_ended();
