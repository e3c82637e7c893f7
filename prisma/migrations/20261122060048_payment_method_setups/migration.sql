-- AlterTable
ALTER TABLE "PaymentMethodSetup" ADD COLUMN     "failure" TEXT,
ADD COLUMN     "methodId" UUID,
ADD COLUMN     "startedByContactId" UUID,
ADD COLUMN     "startedByName" TEXT NOT NULL,
ADD COLUMN     "startedByPersonId" UUID,
ALTER COLUMN "gatewayRef" DROP NOT NULL;

-- A report names the gateway's setup and not the account: the worker looks whose it is.
GRANT SELECT ON "PaymentMethodSetup" TO portcullis_worker;
CREATE POLICY worker_looks ON "PaymentMethodSetup" FOR SELECT TO portcullis_worker USING (true);
