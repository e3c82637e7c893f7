-- Whether an invoice is for an order that waits to be paid: then no service stops for it.
GRANT SELECT ("accountId", "invoiceId", "status") ON "Order" TO portcullis_worker;
CREATE POLICY worker_looks ON "Order" FOR SELECT TO portcullis_worker USING (true);
