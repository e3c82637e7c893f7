-- A temporary table, view or function of a session comes before all others unless pg_temp is named, and then where it is named. A
-- function that runs as the owner of the tables would read those of whoever calls it, and run what they contain as the owner.
DO $$
DECLARE
  definer record;
BEGIN
  FOR definer IN
    SELECT f.oid::regprocedure AS name, substring(setting FROM '^search_path=(.*)$') AS path
      FROM pg_proc f, unnest(f.proconfig) AS setting
      WHERE f.prosecdef AND f.pronamespace IN ('public'::regnamespace, 'sandbox'::regnamespace) AND setting LIKE 'search\_path=%'
        AND setting NOT LIKE '%pg\_temp'
        -- Of extensions, whose owner is another.
        AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = f.oid AND d.deptype = 'e')
  LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = %s, pg_temp', definer.name, definer.path);
  END LOOP;
END
$$;
