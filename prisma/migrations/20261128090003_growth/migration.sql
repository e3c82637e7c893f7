-- The status as text. Under row-level security only a leakproof comparison can use an index or the statistics, and that of
-- an enum is not. A cast of the enum could change, so it is no generated column; a CASE is.
ALTER TABLE "Invoice" ADD COLUMN "statusKey" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (
  CASE "status" WHEN 'draft' THEN 'draft' WHEN 'open' THEN 'open' WHEN 'paid' THEN 'paid' WHEN 'void' THEN 'void'
    WHEN 'uncollectible' THEN 'uncollectible' END) STORED;
ALTER TABLE "Payment" ADD COLUMN "statusKey" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (
  CASE "status" WHEN 'processing' THEN 'processing' WHEN 'actionRequired' THEN 'actionRequired' WHEN 'succeeded' THEN 'succeeded'
    WHEN 'failed' THEN 'failed' WHEN 'cancelled' THEN 'cancelled' END) STORED;

CREATE INDEX "Invoice_accountId_statusKey_issuedAt_idx" ON "Invoice"("accountId", "statusKey", "issuedAt");
CREATE INDEX "Payment_accountId_statusKey_createdAt_idx" ON "Payment"("accountId", "statusKey", "createdAt");
-- What is due is added up from the index alone.
CREATE INDEX "Invoice_account_due" ON "Invoice" ("accountId", "statusKey", "dueAt") INCLUDE ("currency", "dueMinor", "status");
CREATE INDEX "Invoice_account_charges" ON "Invoice" ("accountId", "nextChargeAt") WHERE "nextChargeAt" IS NOT NULL;
CREATE INDEX "Payment_account_received" ON "Payment" ("accountId", "statusKey", "receivedAt") WHERE "receivedAt" IS NOT NULL;
-- What an account was billed by month, likewise.
CREATE INDEX "Invoice_account_billed" ON "Invoice" ("accountId", "issuedAt") INCLUDE ("currency", "subtotalMinor", "taxMinor", "statusKey");
-- Staff's lists over all accounts.
CREATE INDEX "Invoice_due" ON "Invoice" ("dueAt") INCLUDE ("accountId", "currency", "dueMinor") WHERE "statusKey" = 'open';
CREATE INDEX "Payment_failed" ON "Payment" ("createdAt", "id") WHERE "statusKey" = 'failed';
CREATE INDEX "Refund_createdAt" ON "Refund" ("createdAt");
CREATE INDEX "CreditNote_issuedAt" ON "CreditNote" ("issuedAt");
CREATE INDEX "Account_nameSearch" ON "Account" ("nameSearch", "id");
CREATE INDEX "Account_order" ON "Account" ("status", "nameSearch", "id");
-- What the worker looks for every minute: only what is left to do is in them.
CREATE INDEX "Payment_under_way" ON "Payment" ("id") WHERE "statusKey" IN ('processing', 'actionRequired');
CREATE INDEX "Invoice_unannounced" ON "Invoice" ("id") WHERE "announcedAt" IS NULL;
CREATE INDEX "Service_renewsAt" ON "Service" ("renewsAt");

CREATE TABLE "Receivable" (
    "accountId" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "dueMinor" BIGINT NOT NULL,
    "invoices" INTEGER NOT NULL,

    CONSTRAINT "Receivable_pkey" PRIMARY KEY ("accountId","currency")
);
CREATE TABLE "ReceivableDay" (
    "id" BIGSERIAL NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "dueOn" DATE,
    "dueMinor" BIGINT NOT NULL,
    "invoices" INTEGER NOT NULL,

    CONSTRAINT "ReceivableDay_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "CreditBalance" (
    "accountId" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "creditMinor" BIGINT NOT NULL,

    CONSTRAINT "CreditBalance_pkey" PRIMARY KEY ("accountId","currency")
);
CREATE TABLE "CreditTotal" (
    "id" BIGSERIAL NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "creditMinor" BIGINT NOT NULL,

    CONSTRAINT "CreditTotal_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "TaxDay" (
    "id" BIGSERIAL NOT NULL,
    "postedOn" DATE NOT NULL,
    "country" CHAR(2),
    "basisPoints" INTEGER NOT NULL,
    "reverseCharge" BOOLEAN NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "baseMinor" BIGINT NOT NULL,
    "chargedMinor" BIGINT NOT NULL,
    "takenBackMinor" BIGINT NOT NULL,

    CONSTRAINT "TaxDay_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "TaxDay_postedOn_idx" ON "TaxDay"("postedOn");
ALTER TABLE "Receivable" ADD CONSTRAINT "Receivable_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "CreditBalance" ADD CONSTRAINT "CreditBalance_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "Receivable_order" ON "Receivable" ("dueMinor", "accountId") WHERE "dueMinor" <> 0;
CREATE INDEX "Receivable_currency_order" ON "Receivable" ("currency", "dueMinor", "accountId") WHERE "dueMinor" <> 0;
CREATE INDEX "CreditBalance_order" ON "CreditBalance" ("creditMinor", "accountId") WHERE "creditMinor" <> 0;

DO $$
DECLARE
  kept TEXT;
BEGIN
  FOREACH kept IN ARRAY ARRAY['Receivable', 'ReceivableDay', 'CreditBalance', 'CreditTotal', 'TaxDay'] LOOP
    EXECUTE format('alter table %I enable row level security', kept);
    EXECUTE format('alter table %I force row level security', kept);
    EXECUTE format('create policy keeper on %I to %I using (true) with check (true)', kept, current_user);
    EXECUTE format('grant select on %I to portcullis_staff', kept);
    EXECUTE format('create policy staff_reads on %I for select to portcullis_staff using (true)', kept);
  END LOOP;
  -- An account's own balances are read by it and written by nobody but the triggers below.
  FOREACH kept IN ARRAY ARRAY['Receivable', 'CreditBalance'] LOOP
    EXECUTE format('grant select on %I to portcullis_app', kept);
    EXECUTE format('create policy account_only on %I for select to portcullis_app using ("accountId" = portcullis_account())', kept);
  END LOOP;
END
$$;

-- The totals over all accounts have no row that everybody would wait for: a change adds one, and the worker adds them up.
CREATE FUNCTION portcullis_add_receivable(account UUID, code CHAR(3), due_at TIMESTAMPTZ, minor BIGINT, times INT) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  INSERT INTO "Receivable" AS r ("accountId", "currency", "dueMinor", "invoices") VALUES (account, code, minor, times)
    ON CONFLICT ("accountId", "currency") DO UPDATE
    SET "dueMinor" = r."dueMinor" + excluded."dueMinor", "invoices" = r."invoices" + excluded."invoices";
  INSERT INTO "ReceivableDay" ("currency", "dueOn", "dueMinor", "invoices")
    VALUES (code, (due_at AT TIME ZONE 'UTC')::date, minor, times);
$$;
REVOKE EXECUTE ON FUNCTION portcullis_add_receivable FROM PUBLIC;

CREATE FUNCTION portcullis_invoice_owed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF tg_op <> 'INSERT' AND old."status" = 'open' THEN
    PERFORM portcullis_add_receivable(old."accountId", old."currency", old."dueAt", -old."dueMinor", -1);
  END IF;
  IF tg_op <> 'DELETE' AND new."status" = 'open' THEN
    PERFORM portcullis_add_receivable(new."accountId", new."currency", new."dueAt", new."dueMinor", 1);
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER owed_begins AFTER INSERT ON "Invoice" FOR EACH ROW
  WHEN (new."status" = 'open') EXECUTE FUNCTION portcullis_invoice_owed();
CREATE TRIGGER owed_changes AFTER UPDATE ON "Invoice" FOR EACH ROW
  WHEN ((old."status" = 'open' OR new."status" = 'open') AND (old."status" <> new."status" OR old."dueMinor" <> new."dueMinor"
    OR old."dueAt" IS DISTINCT FROM new."dueAt" OR old."currency" <> new."currency")) EXECUTE FUNCTION portcullis_invoice_owed();
CREATE TRIGGER owed_ends AFTER DELETE ON "Invoice" FOR EACH ROW
  WHEN (old."status" = 'open') EXECUTE FUNCTION portcullis_invoice_owed();

CREATE FUNCTION portcullis_credit_moves() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO "CreditBalance" AS b ("accountId", "currency", "creditMinor") VALUES (new."accountId", new."currency", -new."amountMinor")
    ON CONFLICT ("accountId", "currency") DO UPDATE SET "creditMinor" = b."creditMinor" + excluded."creditMinor";
  INSERT INTO "CreditTotal" ("currency", "creditMinor") VALUES (new."currency", -new."amountMinor");
  RETURN NULL;
END
$$;
CREATE TRIGGER credit_moves AFTER INSERT ON "LedgerLine" FOR EACH ROW
  WHEN (new."ledgerAccount" = 'customerCredit') EXECUTE FUNCTION portcullis_credit_moves();

-- At the end of the transaction: whether the buyer accounts for the tax is known by then.
CREATE FUNCTION portcullis_tax_posted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO "TaxDay" ("postedOn", "country", "basisPoints", "reverseCharge", "currency", "baseMinor", "chargedMinor", "takenBackMinor")
    SELECT (e."at" AT TIME ZONE 'UTC')::date, new."taxCountry", new."taxBasisPoints", coalesce(i."reverseCharge", false), new."currency",
      CASE WHEN new."ledgerAccount" = 'revenue' THEN -new."amountMinor" ELSE 0 END,
      CASE WHEN new."ledgerAccount" = 'taxPayable' THEN greatest(-new."amountMinor", 0) ELSE 0 END,
      CASE WHEN new."ledgerAccount" = 'taxPayable' THEN greatest(new."amountMinor", 0) ELSE 0 END
    FROM "LedgerEntry" e LEFT JOIN "Invoice" i ON i."id" = new."invoiceId" WHERE e."id" = new."entryId";
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER tax_posted AFTER INSERT ON "LedgerLine" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (new."ledgerAccount" IN ('revenue', 'taxPayable') AND new."taxBasisPoints" IS NOT NULL) EXECUTE FUNCTION portcullis_tax_posted();

-- Adds up what has more than one row. Two at once share the rows between them: what one has deleted, the other no longer finds.
CREATE FUNCTION portcullis_fold_totals() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  WITH crowded AS (SELECT "currency", "dueOn" FROM "ReceivableDay" GROUP BY 1, 2 HAVING count(*) > 1),
    parts AS (DELETE FROM "ReceivableDay" d USING crowded c
      WHERE d."currency" = c."currency" AND d."dueOn" IS NOT DISTINCT FROM c."dueOn" RETURNING d."currency", d."dueOn", d."dueMinor", d."invoices")
  INSERT INTO "ReceivableDay" ("currency", "dueOn", "dueMinor", "invoices")
    SELECT "currency", "dueOn", sum("dueMinor"), sum("invoices") FROM parts GROUP BY 1, 2
    HAVING sum("dueMinor") <> 0 OR sum("invoices") <> 0;
  WITH crowded AS (SELECT "postedOn" FROM "TaxDay" GROUP BY "postedOn", "country", "basisPoints", "reverseCharge", "currency" HAVING count(*) > 1),
    parts AS (DELETE FROM "TaxDay" WHERE "postedOn" IN (SELECT "postedOn" FROM crowded) RETURNING *)
  INSERT INTO "TaxDay" ("postedOn", "country", "basisPoints", "reverseCharge", "currency", "baseMinor", "chargedMinor", "takenBackMinor")
    SELECT "postedOn", "country", "basisPoints", "reverseCharge", "currency", sum("baseMinor"), sum("chargedMinor"), sum("takenBackMinor")
    FROM parts GROUP BY 1, 2, 3, 4, 5;
  WITH parts AS (DELETE FROM "CreditTotal" t
      WHERE (SELECT count(*) FROM "CreditTotal" o WHERE o."currency" = t."currency") > 1 RETURNING t."currency", t."creditMinor")
  INSERT INTO "CreditTotal" ("currency", "creditMinor") SELECT "currency", sum("creditMinor") FROM parts GROUP BY 1
    HAVING sum("creditMinor") <> 0;
$$;
REVOKE EXECUTE ON FUNCTION portcullis_fold_totals FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portcullis_fold_totals TO portcullis_worker;

-- What is there already. The triggers above keep others from changing it until this is committed.
INSERT INTO "Receivable" ("accountId", "currency", "dueMinor", "invoices")
  SELECT "accountId", "currency", sum("dueMinor"), count(*) FROM "Invoice" WHERE "status" = 'open' GROUP BY 1, 2;
INSERT INTO "ReceivableDay" ("currency", "dueOn", "dueMinor", "invoices")
  SELECT "currency", ("dueAt" AT TIME ZONE 'UTC')::date, sum("dueMinor"), count(*) FROM "Invoice" WHERE "status" = 'open' GROUP BY 1, 2;
INSERT INTO "CreditBalance" ("accountId", "currency", "creditMinor")
  SELECT "accountId", "currency", -sum("amountMinor") FROM "LedgerLine" WHERE "ledgerAccount" = 'customerCredit' GROUP BY 1, 2;
INSERT INTO "CreditTotal" ("currency", "creditMinor")
  SELECT "currency", -sum("amountMinor") FROM "LedgerLine" WHERE "ledgerAccount" = 'customerCredit' GROUP BY 1;
INSERT INTO "TaxDay" ("postedOn", "country", "basisPoints", "reverseCharge", "currency", "baseMinor", "chargedMinor", "takenBackMinor")
  SELECT (e."at" AT TIME ZONE 'UTC')::date, l."taxCountry", l."taxBasisPoints", coalesce(i."reverseCharge", false), l."currency",
    coalesce(sum(-l."amountMinor") FILTER (WHERE l."ledgerAccount" = 'revenue'), 0),
    coalesce(sum(-l."amountMinor") FILTER (WHERE l."ledgerAccount" = 'taxPayable' AND l."amountMinor" < 0), 0),
    coalesce(sum(l."amountMinor") FILTER (WHERE l."ledgerAccount" = 'taxPayable' AND l."amountMinor" > 0), 0)
  FROM "LedgerLine" l JOIN "LedgerEntry" e ON e."id" = l."entryId" LEFT JOIN "Invoice" i ON i."id" = l."invoiceId"
  WHERE l."ledgerAccount" IN ('revenue', 'taxPayable') AND l."taxBasisPoints" IS NOT NULL GROUP BY 1, 2, 3, 4, 5;
