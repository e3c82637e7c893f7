-- AlterTable
ALTER TABLE "Invoice" ADD COLUMN     "announcedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "OutboxMail" ADD COLUMN     "unsubscribe" TEXT;

-- AlterTable
ALTER TABLE "PaymentMethod" ADD COLUMN     "expiryToldAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "ClockShift" ADD COLUMN     "walkTo" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "MonthRun" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3) NOT NULL,
    "did" JSONB NOT NULL,
    "failures" TEXT[],

    CONSTRAINT "MonthRun_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "MonthRun_startedAt_idx" ON "MonthRun"("startedAt");

-- What was issued before there was anybody to announce it has been sent by hand.
UPDATE "Invoice" SET "announcedAt" = "issuedAt" WHERE "issuedAt" IS NOT NULL;
CREATE INDEX "Invoice_to_announce" ON "Invoice" ("accountId") WHERE "announcedAt" IS NULL AND "status" IN ('open', 'paid');
CREATE INDEX "Service_in_debt" ON "Service" ("accountId") WHERE "suspendedForDebt";

-- Row security: runs belong to no account. The worker writes them, staff read them.
ALTER TABLE "MonthRun" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "MonthRun" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON "MonthRun" TO portcullis_worker;
GRANT SELECT ON "MonthRun" TO portcullis_staff;
CREATE POLICY worker_all ON "MonthRun" TO portcullis_worker USING (true) WITH CHECK (true);
CREATE POLICY staff_reads ON "MonthRun" FOR SELECT TO portcullis_staff USING (true);
DO $$
BEGIN
  EXECUTE format('create policy keeper on "MonthRun" to %I using (true) with check (true)', current_user);
END
$$;

-- The worker walks the clock to where staff want it, and looks for payments under way and for cards that expire.
GRANT UPDATE ("shiftMs", "movedAt", "walkTo") ON "ClockShift" TO portcullis_worker;
GRANT SELECT ("id", "accountId", "kind", "expMonth", "expYear", "removedAt", "expiryToldAt") ON "PaymentMethod" TO portcullis_worker;
CREATE POLICY worker_looks ON "PaymentMethod" FOR SELECT TO portcullis_worker USING (true);
GRANT SELECT ON "PaymentAllocation" TO portcullis_worker;
CREATE POLICY worker_looks ON "PaymentAllocation" FOR SELECT TO portcullis_worker USING (true);
GRANT SELECT ON "InvoiceReminder" TO portcullis_worker;
CREATE POLICY worker_looks ON "InvoiceReminder" FOR SELECT TO portcullis_worker USING (true);

-- The worker hears of an invoice that was issued or paid, and of a clock to walk, as soon as it is committed.
CREATE FUNCTION portcullis_billing_waits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('portcullis_billing', '');
  RETURN NULL;
END
$$;
CREATE TRIGGER billing_waits AFTER UPDATE OF "status" ON "Invoice" FOR EACH ROW
  WHEN (new."status" IN ('open', 'paid') AND new."status" <> old."status") EXECUTE FUNCTION portcullis_billing_waits();
CREATE FUNCTION portcullis_clock_waits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('portcullis_clock', '');
  RETURN NULL;
END
$$;
CREATE TRIGGER clock_waits AFTER INSERT OR UPDATE OF "walkTo" ON "ClockShift" FOR EACH ROW
  WHEN (new."walkTo" IS NOT NULL) EXECUTE FUNCTION portcullis_clock_waits();
