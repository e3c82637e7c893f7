-- AlterTable
ALTER TABLE "Invoice" ADD COLUMN     "releasedMinor" BIGINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "CouponUse" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "accountCouponId" UUID NOT NULL,
    "invoiceId" UUID NOT NULL,
    "usedAt" TIMESTAMPTZ(3) NOT NULL,
    "returnedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CouponUse_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CouponUse_accountId_invoiceId_idx" ON "CouponUse"("accountId", "invoiceId");

-- CreateIndex
CREATE UNIQUE INDEX "CouponUse_accountCouponId_invoiceId_key" ON "CouponUse"("accountCouponId", "invoiceId");

-- CreateIndex
CREATE UNIQUE INDEX "AccountCoupon_accountId_id_key" ON "AccountCoupon"("accountId", "id");

-- AddForeignKey
ALTER TABLE "CouponUse" ADD CONSTRAINT "CouponUse_accountId_accountCouponId_fkey" FOREIGN KEY ("accountId", "accountCouponId") REFERENCES "AccountCoupon"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CouponUse" ADD CONSTRAINT "CouponUse_accountId_invoiceId_fkey" FOREIGN KEY ("accountId", "invoiceId") REFERENCES "Invoice"("accountId", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- By hand: what Prisma does not know.

-- Paid money that credit notes turned into account credit. An invoice that was refunded after that, before it was known,
-- keeps what it can; ledger:verify names it.
UPDATE "Invoice" i SET "releasedMinor" = least(i."paidMinor", n.released)
FROM (SELECT "invoiceId", sum("totalMinor" - "appliedMinor") AS released FROM "CreditNote" GROUP BY 1) n
WHERE n."invoiceId" = i."id" AND n.released > 0;
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_released" CHECK ("releasedMinor" BETWEEN 0 AND "paidMinor");
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_settled" CHECK ("creditedMinor" >= 0 AND "paidMinor" + "creditedMinor" <= "totalMinor");

-- A coupon cannot be used more often than it may.
ALTER TABLE "AccountCoupon" ADD CONSTRAINT "AccountCoupon_left" CHECK ("left" >= 0);

-- The uses that can be told from what is there: those of orders that came with a code.
INSERT INTO "CouponUse" ("id", "accountId", "accountCouponId", "invoiceId", "usedAt", "returnedAt")
SELECT gen_random_uuid(), o."accountId", c."id", o."invoiceId", o."createdAt", CASE WHEN o."status" = 'cancelled' THEN now() END
FROM "Order" o JOIN "AccountCoupon" c ON c."accountId" = o."accountId" AND c."couponId" = o."couponId"
WHERE o."invoiceId" IS NOT NULL
ON CONFLICT DO NOTHING;

ALTER TABLE "CouponUse" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "CouponUse" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "CouponUse" TO portcullis_app;
CREATE POLICY account_only ON "CouponUse" TO portcullis_app
  USING ("accountId" = portcullis_account()) WITH CHECK ("accountId" = portcullis_account());
DO $$
BEGIN
  EXECUTE format('create policy keeper on "CouponUse" to %I using (true) with check (true)', current_user);
END
$$;
