-- AlterTable
ALTER TABLE "Product" ADD COLUMN     "hasLogin" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "Service" ADD COLUMN     "settingUp" BOOLEAN NOT NULL DEFAULT false;

-- What is cancelled or not paid for has nothing to set up.
ALTER TABLE "Service" ADD CONSTRAINT "Service_setting_up" CHECK (NOT "settingUp" OR "status" IN ('active', 'suspended'));

-- The list of the staff, over all accounts.
CREATE INDEX "Service_setting_up" ON "Service" ("startedAt") WHERE "settingUp";
