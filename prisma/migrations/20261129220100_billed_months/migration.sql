-- compatible: the version before doesn't read BilledMonth, and the triggers keep it whichever version writes
-- What an account was billed by month, net of credit notes: the billing page added up a year of invoices.
-- CreateTable
CREATE TABLE "BilledMonth" (
    "accountId" UUID NOT NULL,
    "month" DATE NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "netMinor" BIGINT NOT NULL,
    "taxMinor" BIGINT NOT NULL,

    CONSTRAINT "BilledMonth_pkey" PRIMARY KEY ("accountId","month","currency")
);

-- AddForeignKey
ALTER TABLE "BilledMonth" ADD CONSTRAINT "BilledMonth_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "BilledMonth" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "BilledMonth" FORCE ROW LEVEL SECURITY;
DO $$
BEGIN
  EXECUTE format('create policy keeper on "BilledMonth" to %I using (true) with check (true)', current_user);
END
$$;
GRANT SELECT ON "BilledMonth" TO portcullis_app;
CREATE POLICY account_only ON "BilledMonth" FOR SELECT TO portcullis_app USING ("accountId" = portcullis_account());

CREATE FUNCTION portcullis_add_billed(account UUID, issued TIMESTAMPTZ, code CHAR(3), net BIGINT, tax BIGINT) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO "BilledMonth" AS b ("accountId", "month", "currency", "netMinor", "taxMinor")
    VALUES (account, (date_trunc('month', issued, 'UTC') AT TIME ZONE 'UTC')::date, code, net, tax)
    ON CONFLICT ("accountId", "month", "currency") DO UPDATE
    SET "netMinor" = b."netMinor" + excluded."netMinor", "taxMinor" = b."taxMinor" + excluded."taxMinor";
$$;
REVOKE EXECUTE ON FUNCTION portcullis_add_billed FROM PUBLIC;

CREATE FUNCTION portcullis_invoice_billed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF tg_op <> 'INSERT' AND old."issuedAt" IS NOT NULL AND old."status" NOT IN ('draft', 'void') THEN
    PERFORM portcullis_add_billed(old."accountId", old."issuedAt", old."currency", -old."subtotalMinor", -old."taxMinor");
  END IF;
  IF tg_op <> 'DELETE' AND new."issuedAt" IS NOT NULL AND new."status" NOT IN ('draft', 'void') THEN
    PERFORM portcullis_add_billed(new."accountId", new."issuedAt", new."currency", new."subtotalMinor", new."taxMinor");
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER billed_begins AFTER INSERT ON "Invoice" FOR EACH ROW
  WHEN (new."status" NOT IN ('draft', 'void')) EXECUTE FUNCTION portcullis_invoice_billed();
CREATE TRIGGER billed_changes AFTER UPDATE ON "Invoice" FOR EACH ROW
  WHEN ((old."status" IN ('draft', 'void')) <> (new."status" IN ('draft', 'void')) OR old."issuedAt" IS DISTINCT FROM new."issuedAt"
    OR old."subtotalMinor" <> new."subtotalMinor" OR old."taxMinor" <> new."taxMinor" OR old."currency" <> new."currency")
  EXECUTE FUNCTION portcullis_invoice_billed();
CREATE TRIGGER billed_ends AFTER DELETE ON "Invoice" FOR EACH ROW
  WHEN (old."status" NOT IN ('draft', 'void')) EXECUTE FUNCTION portcullis_invoice_billed();

CREATE FUNCTION portcullis_credit_billed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF tg_op <> 'INSERT' THEN
    PERFORM portcullis_add_billed(old."accountId", old."issuedAt", old."currency", old."subtotalMinor", old."taxMinor");
  END IF;
  IF tg_op <> 'DELETE' THEN
    PERFORM portcullis_add_billed(new."accountId", new."issuedAt", new."currency", -new."subtotalMinor", -new."taxMinor");
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER credit_billed AFTER INSERT OR UPDATE OR DELETE ON "CreditNote" FOR EACH ROW EXECUTE FUNCTION portcullis_credit_billed();

-- What is there already. The triggers above keep others from changing it until this is committed.
INSERT INTO "BilledMonth" ("accountId", "month", "currency", "netMinor", "taxMinor")
  SELECT "accountId", (date_trunc('month', "issuedAt", 'UTC') AT TIME ZONE 'UTC')::date, "currency", sum(net), sum(tax) FROM (
    SELECT "accountId", "issuedAt", "currency", "subtotalMinor" AS net, "taxMinor" AS tax FROM "Invoice"
      WHERE "issuedAt" IS NOT NULL AND "statusKey" NOT IN ('draft', 'void')
    UNION ALL SELECT "accountId", "issuedAt", "currency", -"subtotalMinor", -"taxMinor" FROM "CreditNote") billed GROUP BY 1, 2, 3;
