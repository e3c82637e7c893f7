-- compatible: the roles of the version before keep the functions that they call
-- A function that runs as the owner of the tables is for the roles that call it, and not for everybody who can connect.
REVOKE ALL ON FUNCTION portcullis_access_stands(uuid[], bigint[]), portcullis_account_number(), portcullis_manages_team(),
  portcullis_team_is_empty() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portcullis_access_stands(uuid[], bigint[]), portcullis_team_is_empty() TO portcullis_identity;
GRANT EXECUTE ON FUNCTION portcullis_account_number(), portcullis_manages_team() TO portcullis_staff;
