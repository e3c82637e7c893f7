-- Any column of a GIN index can be searched on its own: staff's search of people uses those that the account leads.
DO $$
BEGIN
  IF to_regclass('"Contact_account_nameSearch"') IS NOT NULL AND to_regclass('"Contact_account_detailsSearch"') IS NOT NULL THEN
    DROP INDEX IF EXISTS "Contact_nameSearch", "Contact_detailsSearch";
  END IF;
END
$$;
