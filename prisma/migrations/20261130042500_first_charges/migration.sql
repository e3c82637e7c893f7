-- compatible: an index
-- To find the next first charge of an account, all of its open invoices were read, also those whose charges have all failed.
CREATE INDEX "Invoice_account_first_charges" ON "Invoice" ("accountId", "statusKey", "chargeAttempts", "dueAt", "id") WHERE "nextChargeAt" IS NULL;
