-- What the worker looks for every few minutes and mostly does not find: each index has only what is left to do.
CREATE INDEX "Refund_under_way" ON "Refund" ("id") WHERE "settledAt" IS NULL;
CREATE INDEX "Invoice_next_charge" ON "Invoice" ("nextChargeAt") WHERE "nextChargeAt" IS NOT NULL;
CREATE INDEX "PaymentMethod_untold" ON "PaymentMethod" ("expYear", "expMonth") WHERE "removedAt" IS NULL AND "expiryToldAt" IS NULL;
