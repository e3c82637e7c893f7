-- AlterTable
ALTER TABLE "PaymentMethod" ADD COLUMN     "forgottenAt" TIMESTAMPTZ(3);

-- The worker looks for those which their gateway has yet to forget; they are few among all that were ever stored.
GRANT SELECT ("forgottenAt") ON "PaymentMethod" TO portcullis_worker;
CREATE INDEX "PaymentMethod_unforgotten" ON "PaymentMethod" ("id") WHERE "removedAt" IS NOT NULL AND "forgottenAt" IS NULL;
