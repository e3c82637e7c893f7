-- compatible: the version before ignores what it doesn't know in the message
-- A message can arrive after a stream was opened with that very change already read: then the stream stays.
CREATE OR REPLACE FUNCTION portcullis_live_access() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('portcullis_live', json_build_object('access', old."id",
    'version', CASE TG_OP WHEN 'UPDATE' THEN new."version"::text END)::text);
  RETURN NULL;
END
$$;
