-- What the worker looks for every few minutes and mostly does not find: each index has only what is left to do.
CREATE INDEX "Refund_under_way" ON "Refund" ("id") WHERE "settledAt" IS NULL;
CREATE INDEX "Invoice_next_charge" ON "Invoice" ("nextChargeAt") WHERE "nextChargeAt" IS NOT NULL;
CREATE INDEX "PaymentMethod_untold" ON "PaymentMethod" ("expYear", "expMonth") WHERE "removedAt" IS NULL AND "expiryToldAt" IS NULL;

-- The activity log is counted from an index alone.
CREATE INDEX "AuditEvent_account_shown" ON "AuditEvent" ("accountId", "at") INCLUDE ("actorIsStaff", "outcome", "permission");
-- Staff look for mails of one kind or outcome.
CREATE INDEX "OutboxMail_status_createdAt_idx" ON "OutboxMail"("status", "createdAt");
CREATE INDEX "OutboxMail_kind_createdAt_idx" ON "OutboxMail"("kind", "createdAt");

-- The balance that statements show, kept as the ledger is posted to: an opening balance no longer adds up the whole history.
CREATE TABLE "StatementBalance" (
    "accountId" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "balanceMinor" BIGINT NOT NULL,

    CONSTRAINT "StatementBalance_pkey" PRIMARY KEY ("accountId","currency")
);
ALTER TABLE "StatementBalance" ADD CONSTRAINT "StatementBalance_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "StatementBalance" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "StatementBalance" FORCE ROW LEVEL SECURITY;
DO $$
BEGIN
  EXECUTE format('create policy keeper on "StatementBalance" to %I using (true) with check (true)', current_user);
END
$$;
GRANT SELECT ON "StatementBalance" TO portcullis_app;
CREATE POLICY account_only ON "StatementBalance" FOR SELECT TO portcullis_app USING ("accountId" = portcullis_account());

CREATE FUNCTION portcullis_balance_moves() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO "StatementBalance" AS b ("accountId", "currency", "balanceMinor") VALUES (new."accountId", new."currency", new."amountMinor")
    ON CONFLICT ("accountId", "currency") DO UPDATE SET "balanceMinor" = b."balanceMinor" + excluded."balanceMinor";
  RETURN NULL;
END
$$;
CREATE TRIGGER balance_moves AFTER INSERT ON "LedgerLine" FOR EACH ROW
  WHEN (new."ledgerAccount" IN ('receivable', 'customerCredit')) EXECUTE FUNCTION portcullis_balance_moves();
-- What is there already. The trigger above keeps others from posting until this is committed.
INSERT INTO "StatementBalance" ("accountId", "currency", "balanceMinor")
  SELECT "accountId", "currency", sum("amountMinor") FROM "LedgerLine" WHERE "ledgerAccount" IN ('receivable', 'customerCredit') GROUP BY 1, 2;
