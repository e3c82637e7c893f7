-- compatible: the version before searches by the column itself
-- Since staff see no mail about the workspace, a search under their policy reads every mail: LIKE may only be evaluated after it.
-- The owner of the tables finds by index, and no more than ids; what is read of them is decided under the policy (decision 69).
CREATE FUNCTION portcullis_mail_found(pattern TEXT, most INT) RETURNS TABLE ("id" UUID)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT m."id" FROM "OutboxMail" m WHERE m."search" LIKE pattern AND m."kindKey" <> 'workspace' LIMIT most;
END
$$;
REVOKE ALL ON FUNCTION portcullis_mail_found(TEXT, INT) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portcullis_mail_found(TEXT, INT) TO portcullis_staff;
