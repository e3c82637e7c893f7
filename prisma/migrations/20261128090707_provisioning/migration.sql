-- compatible: the version before never writes Product.endpointId, which is new
-- CreateEnum
CREATE TYPE "DeliveryStatus" AS ENUM ('queued', 'delivered', 'failed');

-- AlterTable
ALTER TABLE "Product" ADD COLUMN     "endpointId" UUID,
ADD COLUMN     "setUpByHand" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "ProvisioningEndpoint" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "isDefault" BOOLEAN NOT NULL DEFAULT false,
    "activeSince" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ProvisioningEndpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProvisioningDelivery" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,
    "endpointId" UUID NOT NULL,
    "number" INTEGER NOT NULL DEFAULT 1,
    "status" "DeliveryStatus" NOT NULL DEFAULT 'queued',
    "payload" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextTryAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "claimedAt" TIMESTAMPTZ(3),
    "responseStatus" INTEGER,
    "responseBody" TEXT,
    "error" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ProvisioningDelivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ProvisioningDelivery_accountId_id_key" ON "ProvisioningDelivery"("accountId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ProvisioningDelivery_accountId_serviceId_number_key" ON "ProvisioningDelivery"("accountId", "serviceId", "number");

-- AddForeignKey
ALTER TABLE "ProvisioningDelivery" ADD CONSTRAINT "ProvisioningDelivery_accountId_serviceId_fkey" FOREIGN KEY ("accountId", "serviceId") REFERENCES "Service"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProvisioningDelivery" ADD CONSTRAINT "ProvisioningDelivery_endpointId_fkey" FOREIGN KEY ("endpointId") REFERENCES "ProvisioningEndpoint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Product" ADD CONSTRAINT "Product_endpointId_fkey" FOREIGN KEY ("endpointId") REFERENCES "ProvisioningEndpoint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE UNIQUE INDEX "ProvisioningEndpoint_one_default" ON "ProvisioningEndpoint" ("isDefault") WHERE "isDefault";
CREATE INDEX "ProvisioningDelivery_due" ON "ProvisioningDelivery" ("nextTryAt") WHERE "status" = 'queued';

-- Endpoints are the staff's. The application knows which there are, and never their secrets; the worker signs.
ALTER TABLE "ProvisioningEndpoint" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ProvisioningEndpoint" FORCE ROW LEVEL SECURITY;
GRANT SELECT ("id", "name", "active", "isDefault", "activeSince") ON "ProvisioningEndpoint" TO portcullis_app;
GRANT SELECT ("id", "name", "url", "active", "isDefault", "activeSince", "version"), INSERT, UPDATE ON "ProvisioningEndpoint" TO portcullis_staff;
GRANT SELECT ON "ProvisioningEndpoint" TO portcullis_worker;
CREATE POLICY known ON "ProvisioningEndpoint" FOR SELECT TO portcullis_app, portcullis_worker USING (true);
CREATE POLICY team ON "ProvisioningEndpoint" TO portcullis_staff USING (portcullis_on_team()) WITH CHECK (portcullis_on_team());

-- Deliveries belong to the account whose service they are about.
ALTER TABLE "ProvisioningDelivery" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ProvisioningDelivery" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "ProvisioningDelivery" TO portcullis_app;
CREATE POLICY account_only ON "ProvisioningDelivery" TO portcullis_app
  USING ("accountId" = portcullis_account()) WITH CHECK ("accountId" = portcullis_account());
GRANT SELECT, UPDATE ON "ProvisioningDelivery" TO portcullis_worker;
CREATE POLICY worker_all ON "ProvisioningDelivery" TO portcullis_worker USING (true) WITH CHECK (true);
DO $$
DECLARE
  own text;
BEGIN
  FOREACH own IN ARRAY ARRAY['ProvisioningEndpoint', 'ProvisioningDelivery'] LOOP
    EXECUTE format('create policy keeper on %I to %I using (true) with check (true)', own, current_user);
  END LOOP;
END
$$;

CREATE FUNCTION portcullis_provisioning_waits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('portcullis_provisioning', '');
  RETURN null;
END
$$;
CREATE TRIGGER provisioning_waits AFTER INSERT ON "ProvisioningDelivery" FOR EACH STATEMENT EXECUTE FUNCTION portcullis_provisioning_waits();
