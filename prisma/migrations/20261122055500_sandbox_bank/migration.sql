-- A stand-in for a bank, for demonstrations and tests. It has a schema and a role of its own, as a real bank has its own
-- computers: the portal's roles cannot look into it, and it cannot look into the portal.
DO $$
BEGIN
  BEGIN
    CREATE ROLE portcullis_sandbox NOLOGIN NOBYPASSRLS;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END;
  IF NOT pg_has_role(current_user, 'portcullis_sandbox', 'member') THEN
    EXECUTE format('grant portcullis_sandbox to %I', current_user);
  END IF;
END
$$;

CREATE SCHEMA sandbox;
GRANT USAGE ON SCHEMA sandbox TO portcullis_sandbox;

-- A card or bank account on its way in. The number is in no column: the browser makes a token of it.
CREATE TABLE sandbox.setup (
  ref text PRIMARY KEY,
  key text NOT NULL UNIQUE,
  kind text NOT NULL CHECK (kind IN ('card', 'sepaDebit')),
  status text NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'succeeded', 'failed')),
  method jsonb,
  message text,
  CHECK ((status = 'succeeded') = (method IS NOT NULL))
);

CREATE TABLE sandbox.removed_method (ref text PRIMARY KEY);

-- One row a key: however often and from however many sides it is asked, it is one charge.
CREATE TABLE sandbox.charge (
  ref text PRIMARY KEY,
  key text NOT NULL UNIQUE,
  account_id uuid NOT NULL,
  customer_ref text NOT NULL,
  method_ref text NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  currency char(3) NOT NULL,
  description text NOT NULL,
  status text NOT NULL CHECK (status IN ('processing', 'actionRequired', 'succeeded', 'failed')),
  code text,
  action_url text,
  -- A direct debit ends then, as it was going to from the beginning.
  ends_at timestamptz,
  ends_with text,
  created_at timestamptz NOT NULL,
  CHECK ((status = 'failed') = (code IS NOT NULL))
);

CREATE TABLE sandbox.refund (
  ref text PRIMARY KEY,
  key text NOT NULL UNIQUE,
  charge_ref text NOT NULL REFERENCES sandbox.charge,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  status text NOT NULL CHECK (status IN ('succeeded', 'failed')),
  message text,
  created_at timestamptz NOT NULL
);
CREATE INDEX refund_charge ON sandbox.refund (charge_ref);

-- What the bank will tell by itself, and when.
CREATE TABLE sandbox.report (
  id text PRIMARY KEY,
  body jsonb NOT NULL,
  due_at timestamptz NOT NULL,
  delivered_at timestamptz
);
CREATE INDEX report_waiting ON sandbox.report (due_at) WHERE delivered_at IS NULL;

GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA sandbox TO portcullis_sandbox;

-- The bank's days pass with the clock of billing, so that moving it on settles a direct debit.
CREATE FUNCTION sandbox.clock() RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  AS $$ SELECT now() + coalesce((SELECT "shiftMs" FROM public."ClockShift" LIMIT 1), 0) * interval '1 millisecond' $$;
REVOKE ALL ON FUNCTION sandbox.clock() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sandbox.clock() TO portcullis_sandbox;
