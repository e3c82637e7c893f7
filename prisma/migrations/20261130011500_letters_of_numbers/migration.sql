-- compatible: an index and its function, which the version before does not ask for
-- One or two letters make no trigram: of an account with 100,000 invoices every number was compared. The letters of a number, and the
-- pairs of them, are hashed together with the account, so that a search reads the invoices of that account that have them (decision 171).
CREATE FUNCTION portcullis_letter_parts(account UUID, words TEXT) RETURNS BIGINT[]
  LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  salt BIGINT := hashtextextended(account::text, 0);
  parts BIGINT[] := '{}';
BEGIN
  FOR place IN 1 .. length(words) LOOP
    parts := parts || ARRAY[hashtextextended(substr(words, place, 1), salt), hashtextextended(substr(words, place, 2), salt)];
  END LOOP;
  RETURN parts;
END
$$;
CREATE INDEX "Invoice_number_letters" ON "Invoice" USING gin (portcullis_letter_parts("accountId", "numberSearch"));
