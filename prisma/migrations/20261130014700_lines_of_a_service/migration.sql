-- compatible: an index
-- Before a service is cancelled or changed, its unpaid invoices were looked for in all lines of the account.
-- CreateIndex
CREATE INDEX "InvoiceLine_accountId_serviceId_idx" ON "InvoiceLine"("accountId", "serviceId");
